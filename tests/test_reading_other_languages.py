"""Texts in other languages: what their nouns name is shown where they name, told by a voice that speaks them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dreamplayer.errors import VoiceError
from dreamplayer.model.text import Dream
from dreamplayer.narration.spoken import spoken
from dreamplayer.narration.voice_choice import choose, choose_or_stand_in
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.languages.names import TABLES, languages_with_names, meaning, names_of
from dreamplayer.reading.languages.word_forms import fold
from dreamplayer.reading.lexicon.vocabulary import vocabulary
from dreamplayer.reading.semantics.extract_mentions import read

TOLD = {
    "de": (
        "Der Hund liegt unter dem Tisch in der Küche, und am Fenster steht eine Lampe.",
        "dog table lamp",
        "kitchen",
    ),
    "fr": ("Le renard traverse la forêt, et un hibou dort dans un arbre.", "animal owl tree", "forest_path"),
    "es": ("La niña lleva una linterna por el jardín, y las estrellas brillan.", "child lantern star", "garden"),
    "it": ("Nella cucina della nonna c'è un gatto vicino al fuoco.", "cat fire figure", "kitchen"),
    "pt": ("O navio está na praia, e a lua brilha sobre o mar.", "ship moon ocean", "beach"),
    "nl": ("De uil zit in een oude boom in het bos, en de maan schijnt.", "owl tree moon", "forest_path"),
    "pl": ("W ogrodzie stoi stara studnia, a na niej siedzi biały ptak.", "well bird", "garden"),
    "ru": ("Старик сидит на кухне, и на столе горит свеча.", "figure table candle", "kitchen"),
    "tr": ("Küçük tavşan ormanda bir ağacın altında uyuyor ve yıldızlar parlıyor.", "rabbit tree star", "forest_path"),
    "ja": ("森の中に古い教会があります。窓にろうそくが見えます。", "candle window", "church"),
    "hi": ("बगीचे में एक पुराना पेड़ है और उसके नीचे एक कुत्ता सो रहा है।", "tree dog", "garden"),
}
"""A sentence, things it shows and the place it names."""


def _read(text: str) -> tuple[Dream, set[str], set[str], set[str]]:
    dream = parse(text, name="x")
    reading = read(dream)
    literal = {m.name for m in reading.mentions if m.mode == "literal"}
    return dream, literal, {m.name for m in reading.mentions if m.mode == "negated"}, {p.name for p in reading.places}


@pytest.mark.parametrize("language", sorted(TOLD))
def test_nouns_are_shown_and_their_place_is_found(language: str) -> None:
    """The plain nouns of a sentence call up what they name, inflected as they are."""
    text, things, place = TOLD[language]
    dream, literal, _, places = _read(text)
    assert dream.language == language
    assert set(things.split()) <= literal
    assert place in places


def test_what_is_not_there_is_denied() -> None:
    """A word of denial beside the noun, before it or after it."""
    assert "bread" in _read("Sie fand kein Brot in der Küche, und es war still.")[2]
    assert "lantern" in _read("Elle marche sans lanterne, et la nuit est douce.")[2]


def test_a_noun_of_another_language_is_never_read_as_english() -> None:
    """The German "Rock" is no rock, the French "pain" no pain, and Turkish "mum" is a candle."""
    assert _read("Der Rock hing an der Wand, und das Kind war müde.")[1] == {"child", "wall"}
    assert "candle" in _read("Pencerede bir mum yanıyor ve kedi uyuyor, her şey sessiz.")[1]


@pytest.mark.parametrize("language", languages_with_names())
def test_tables_name_what_exists(language: str) -> None:
    """Every form means an English noun that names a thing, a place or an hour."""
    names = names_of(language)
    assert names is not None
    assert names.nouns
    assert all(any((m.thing, m.place, m.hour)) for m in map(meaning, set(names.nouns.values())))


@pytest.mark.parametrize("path", sorted((TABLES.parent / "words").glob("*.toml")), ids=lambda path: path.stem)
def test_lists_are_compiled(path: Path) -> None:
    """Each noun of our own lists that means something shown stands in the table."""
    nouns = tomllib.loads(path.read_text(encoding="utf-8"))["nouns"]
    names = names_of(path.stem)
    assert names is not None
    shown = [words for noun, words in nouns.items() if noun not in ("-", "ring")]
    listed = {fold(word.strip(), path.stem).replace("-", " ") for words in shown for word in words.split(",")}
    missing = listed - set(names.nouns)
    assert not missing


def test_the_voice_speaks_the_language_of_the_text() -> None:
    """The system tells German as German; where no voice speaks a language, captions do and a sentence says so."""
    assert choose("system", "de").name == "system@de"
    assert choose("silent", "de").name == "silent"
    with pytest.raises(VoiceError, match="Thai"):
        choose("piper", "th")
    said: list[str] = []
    assert choose_or_stand_in("auto", said.append, "th").name in ("silent", "system@th")
    assert said
    assert "Thai" in said[0]


def test_numbers_are_of_the_language_and_no_vowel_sign_is_lost() -> None:
    """No English number is put into a sentence of another language, and no vowel sign is lost."""
    german = parse("Im Jahr 1847 fiel der Schnee auf die Stadt, und sie war still.", name="x")
    assert "achtzehnhundertsiebenundvierzig" in spoken(next(iter(german.sentences)).words, language="de")
    hindi = parse("चाँद समुद्र के ऊपर चमक रहा है।", name="x")
    assert spoken(next(iter(hindi.sentences)).words, language="hi")[-1] == "है."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("La grand-mère alluma une bougie près de la fenêtre.", {"figure", "candle", "window"}),
        ("Oma stak een kaars aan bij het raam.", {"figure", "candle", "window"}),
        ("Uma raposa atravessou a ponte sob a lua.", {"animal", "bridge", "moon"}),
        ("Bir baykuş kilisenin kulesinden bakıyordu.", {"owl", "church", "tower"}),
        ("おばあさんは窓のそばでろうそくに火をつけました。", {"figure", "window", "candle", "fire"}),
        ("भेड़ें मैदान में सो रही थीं।", {"sheep", "meadow"}),
        ("Die alte Frau stellte den Korb mit Äpfeln auf den Tisch.", {"figure", "basket", "fruit", "table"}),
    ],
)
def test_nouns_are_found_in_the_forms_of_their_language(text: str, shown: set[str]) -> None:
    """Hyphens, prepositions that look like nouns, endings, kana among particles; nothing else is shown."""
    assert _read(text)[1] == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Am Kellerfenster lehnte ein Apfelkorb, und die Hofkatze schlief.", {"window", "basket", "cat"}),
        ("Der Wasserhahn tropfte, und die Glühbirne war kaputt.", set()),
        ("Sie laden den Karren, und wir reisen weiter.", set()),
        ("Il porte un manteau, et la porte est ouverte.", {"coat", "door"}),
        ("El cielo era rosa, y en el jarrón había una rosa.", {"sky", "flower", "rose"}),
        ("Er is niet meer te zien, maar het meer is stil.", {"lake"}),
        ("Дети ели суп, и девочка села у окна.", {"child", "stew-pot", "window"}),
        ("Köydeki evlerin pencerelerinde mumlar yanıyordu.", {"city", "house", "window", "candle"}),
        ("静かに歩いて、家からすぐの店を通りすぎました。", {"house", "market"}),
        ("मेरी माँ की रसोई में दो बिल्लियाँ और तीन कुत्ते थे।", {"figure", "cat", "dog"}),
    ],
)
def test_words_that_only_look_like_nouns_show_nothing(text: str, shown: set[str]) -> None:
    """Compounds are what their last noun says; verbs, adjectives and endings that look like nouns are none."""
    seen = {name for name in _read(text)[1] if name in vocabulary().elements}
    rooms = {"room", "cart", "rose", "flower", "shop"}
    assert seen - rooms == shown - rooms


@pytest.mark.parametrize(
    ("text", "likened", "there"),
    [
        ("Der See lag da wie ein Spiegel, und der Mond schien.", "mirror", "moon"),
        ("La brume s'ouvrit comme un rideau sur la mer.", "curtain", "fog"),
        ("Le nuvole erano come le pecore, e il vento era calmo.", "sheep", "cloud"),
        ("Поезд подошёл тихо, словно большой усталый конь.", "horse", "train"),
        ("Ay bir fener gibi parlıyordu, deniz sessizdi.", "lantern", "ocean"),
        ("池は鏡のように静かで、月が出ていました。", "mirror", "moon"),
        ("Księżyc był okrągły jak jabłko, a noc była cicha.", "fruit", "moon"),
    ],
)
def test_what_is_likened_is_not_there(text: str, likened: str, there: str) -> None:
    """What a word of likening stands beside is no thing of the scene."""
    literal = _read(text)[1]
    assert there in literal
    assert likened not in literal


@pytest.mark.parametrize(
    ("text", "place", "there"),
    [
        ("Sie saß in der Küche, und es war still.", "kitchen", True),
        ("Die Glocken der Kirche und der Duft des Waldes waren da.", "forest_path", False),
        ("Elle marche dans la forêt, et il fait nuit.", "forest_path", True),
        ("Из леса пришёл туман, и стало тихо.", "forest_path", False),
        ("Bahçede bir kuyu vardı ve gece sessizdi.", "garden", True),
        ("森の中を狐が歩いていました。", "forest_path", True),
        ("森の話を聞きました。", "forest_path", False),
        ("वे जंगल में चल रहे थे और रात थी।", "forest_path", True),
    ],
)
def test_one_is_where_a_preposition_or_an_ending_says(text: str, place: str, there: bool) -> None:
    """Other places are only spoken of: they change no scene."""
    (found,) = [p for p in read(parse(text, name="x")).places if p.name == place]
    assert (found.strength == 1.0) == there
    assert (found.strength < 0.9) != there
