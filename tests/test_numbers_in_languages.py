"""Numbers of other languages are read as there: years, ordinals, times, dates, thousands; unknown ones as written."""

from __future__ import annotations

import pytest

from dreamplayer.narration.spoken import spoken
from dreamplayer.reading.ingest.parse import parse

READ = {
    "de": [
        ("Der Turm steht hier seit 1683 und ist sehr alt.", "sechzehnhundertdreiundachtzig"),
        ("Das war am 4. März, und der Garten war noch kahl.", "am vierten März"),
        ("Es ist das 2. Haus in der Straße, und es ist leer.", "das zweite Haus"),
        ("Wir gingen um 19:45 Uhr, und es war noch hell.", "um neunzehn Uhr fünfundvierzig, und"),
        ("Im See lagen 1.300 Steine, und der Mond schien.", "eintausenddreihundert Steine"),
        ("Der Baum war 3,5 Meter hoch und die Hütte nicht.", "drei Komma fünf Meter"),
        ("Der Brief ist vom 24.12.1901 und noch zu.", "vom vierundzwanzigsten Dezember neunzehnhunderteins"),
    ],
    "fr": [
        ("La 3e maison est vide, et le chat dort dans la rue.", "La troisième maison"),
        ("Il était 20 h 15, et la lune était dans le ciel.", "vingt heures quinze, et"),
        ("Il y a 12 500 étoiles dans le ciel, et je les vois.", "douze mille cinq cents étoiles"),
    ],
    "es": [
        ("La torre es de 1683, y la casa es más vieja.", "mil seiscientos ochenta y tres, y"),
        ("El tren sale a las 20:15 de la noche, y no hay nadie.", "las veinte y quince"),
        ("Era el 3.º de los hermanos, y la casa era de su madre.", "el tercero"),
    ],
    "it": [
        ("La torre è del 1683, e la casa è più vecchia.", "milleseicentottantatré, e"),
        ("Nel lago c'erano 1.300 pietre, e la luna era alta.", "milletrecento pietre"),
    ],
    "pt": [
        ("A torre é de 1683, e a casa não é mais nova.", "mil seiscentos e oitenta e três, e"),
        ("O trem sai às 20:15, e não há mais ninguém.", "às vinte e quinze, e"),
    ],
    "nl": [
        ("De toren staat hier al sinds 1683 en is oud.", "zestien honderd drieëntachtig"),
        ("Het was de 3e keer dat de kat door het raam kwam.", "de derde keer"),
    ],
    "pl": [
        ("W 1683 roku na wzgórzu nie było jeszcze wieży.", "tysiąc sześćset osiemdziesiątym trzecim roku"),
        ("Było już po 20:15, a na niebie nie było chmur.", "dwudziesta piętnaście"),
    ],
    "ru": [
        ("В 1683 году на холме ещё не было башни.", "тысяча шестьсот восемьдесят третьем году"),
        ("На 3-й день пошёл снег, и в лесу стало тихо.", "третий день"),
    ],
    "tr": [
        ("Kule 1683 yılında yapıldı ve çok güzel oldu.", "bin altı yüz seksen üç yılında"),
        ("Bugün 3. gün ve kar hâlâ yağıyor, her şey beyaz.", "üçüncü gün"),
    ],
    "ja": [("庭に3匹の猫がいて、空に12の星があります。", "三匹の")],
    "hi": [("बगीचे में 3 पेड़ हैं और रात शांत है।", "3 पेड़")],
}  # fmt: skip
"""Sentences and what a voice is given of them; num2words does not know Hindi."""


@pytest.mark.parametrize(
    ("language", "text", "said"), [(code, *row) for code, rows in READ.items() for row in rows]
)  # fmt: skip
def test_numbers_are_read_by_the_rules_of_their_language(language: str, text: str, said: str) -> None:
    """In words where the language is known, with the marks around them; one form a word, in one sentence."""
    dream = parse(text, name="x")
    assert dream.language == language
    (sentence,) = dream.sentences
    forms = spoken(sentence.words, language=language)
    assert len(forms) == len(sentence.words)
    assert said in " ".join(form for form in forms if form)


def test_what_is_no_number_stays_as_it_is_written() -> None:
    """Figures with a leading zero, numbers beyond counting, and words with figures in them."""
    dream = parse("Der Agent 007 und die Zahl 12345678901234567890 und A4 und der Hund.", name="x")
    forms = spoken(next(iter(dream.sentences)).words, language="de")
    assert {"007", "12345678901234567890", "A4"} <= set(forms)
