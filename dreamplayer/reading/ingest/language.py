"""Language identification by function words, scripts and letters: is a paragraph English, and if not, what is it.

English alone is read by its grammar, so the question that matters most is "English or not": function words answer it.
What they leave open, py3langid may still tell; a paragraph too short takes the language of its text. Decision
records: `docs/decisions/0013-language.md`, `docs/decisions/0022-other-languages.md`.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

from dreamplayer.model.text import Dream, Passage
from dreamplayer.reading.languages.names import languages_with_names

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "fi": "Finnish", "pl": "Polish", "cs": "Czech",
    "hu": "Hungarian", "ro": "Romanian", "tr": "Turkish", "la": "Latin", "ca": "Catalan", "id": "Indonesian",
    "ru": "Russian", "el": "Greek", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "ar": "Arabic", "he": "Hebrew",
    "hi": "Hindi", "th": "Thai", "uk": "Ukrainian", "bg": "Bulgarian", "sr": "Serbian", "hr": "Croatian",
    "sk": "Slovak", "sl": "Slovenian", "et": "Estonian", "lv": "Latvian", "lt": "Lithuanian", "vi": "Vietnamese",
    "fa": "Persian", "bn": "Bengali", "ta": "Tamil", "te": "Telugu", "gu": "Gujarati", "pa": "Punjabi", "kn": "Kannada",
    "ml": "Malayalam", "or": "Odia", "si": "Sinhala", "ka": "Georgian", "hy": "Armenian", "am": "Amharic",
    "km": "Khmer", "lo": "Lao", "my": "Burmese", "bo": "Tibetan", "chr": "Cherokee", "mn": "Mongolian",
    "und": "an unknown language",
}  # fmt: skip
"""ISO 639 codes and the English names of the languages that are distinguished, the last ones by their scripts alone."""
_BY_SCRIPT = frozenset("bn ta te gu pa kn ml or si ka hy am km lo my bo chr mn und".split())
_WORDS = {
    "en": "the of and to a in is it you that he was for on are with as i his they be at one have this from or had by "
    "but not what all were we when your can said there an each which she do how their if will up other about out many "
    "then them these so some her would make like him into has my no than who its now down over after where our me "
    "could just only through here still t ll re m did been us am off too very again",
    "de": "der die das und ist in den von zu mit sich des auf für im dem nicht ein eine als auch es an er so dass daß "
    "kann wie wir war ich du sie ihr mein dein sein einen einer einem hat aus bei nach wenn nur noch am um zum zur "
    "über durch wird sind waren hatte kein keine aber oder doch mir mich dir dich uns ihm ihn vor bis unter "
    "wo was man schon dann da hier",
    "fr": "le la les de des du un une et est dans que qui en il elle je tu nous vous ils elles ne pas pour sur au aux "
    "avec ce cette ces son sa ses mon ma mes ton ta tes leur par plus mais ou où sont était comme tout si se d l qu c "
    "n s j m à y lui me te sous sans entre être avait fait rien",
    "es": "el la los las de del y en que un una es por con para no se su sus al lo como más pero mi mis tu tus yo él "
    "ella ellos nos está estaba era fue hay sobre entre cuando muy sin ya también o si me te le les este esta ese esa "
    "donde desde hasta porque son",
    "it": "il lo la i gli le di del della dei delle e è in che un una uno per con non si su nel nella al alla da dal "
    "come ma più mio mia tuo sua suo io tu lui lei noi sono era ed o se mi ti ci vi questo questa quando dove anche "
    "sul sulla dentro ogni",
    "pt": "o a os as de do da dos das e em no na nos nas um uma que é por para com não se seu sua mais mas como ao à "
    "sob pela pelo pelas pelos eu tu ele ela nós eles está estava era foi sobre quando muito sem já também ou me te "
    "lhe este esta onde até",
    "nl": "de het een en van in is dat op te zijn met die voor niet aan er om als ook maar ik je jij hij zij we wij "
    "hun haar mijn jouw was waren bij naar uit over door nog wel dan of geen heeft had werd onder",
    "sv": "och i att det som en på är av för med den till inte om ett han hon jag du vi de var sig från har så men ut "
    "när hade över under min din sin där eller vid",
    "da": "og i at det som en på er af for med den til ikke om et han hun jeg du vi de var sig fra har så men ud når "
    "havde over under min din sin hvor eller ved",
    "no": "og i at det som en på er av for med den til ikke om et han hun jeg du vi de var seg fra har så men ut når "
    "hadde over under min din sin hvor eller ved",
    "fi": "ja on ei se että oli hän kun mutta niin kuin joka myös minä sinä me he tai ovat sen olen mitä jo vain ole "
    "ollut siitä nyt",
    "pl": "i w na z się nie do to że jest jak po od za o ale co tak był była było przez dla ja ty on ona my są przy "
    "nad pod jego jej czy tylko już gdy ich",
    "cs": "a se v na je že to s z do o i jako ale za po by byl byla bylo k ve který která pro od jsem jsi jsou nebo "
    "až jen už když ze při nad pod není",
    "hu": "a az és hogy nem is egy van volt meg ez de ha csak már mint még én te ő mi el be ki le fel volna vagy azt "
    "alatt felett",
    "ro": "și în de la cu pe nu un o este a să că din mai se eu tu el ea noi pentru ce care au fost sunt era prin "
    "peste sub lui",
    "tr": "ve bir bu da de için ile ne o ben sen biz var gibi daha çok en mi mu olan olarak kadar ama değil ki sonra "
    "her şey",
    "la": "et in est non ad cum ut qui quae quod ex sed ab per sunt erat de si nec hic haec atque enim esse aut me te "
    "se",
    "ca": "el la els les de del dels i en que un una és per amb no es va al com més però seu seva jo tu ell ella són "
    "era quan molt sense ja també o si",
    "id": "dan yang di ke dari ini itu dengan untuk tidak ada pada dalam adalah saya kamu dia kami mereka akan juga "
    "atau seperti oleh telah bisa sudah",
}  # fmt: skip
_FUNCTION_WORDS = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_ENGLISH_TOO = frozenset(
    "die man war hat den pour sin con come more son per ten men over under her hun van do as".split()
)
"""Function words of other languages that are words of English: they count beside others only."""
_SCRIPTS = {
    "CYRILLIC": "ru", "GREEK": "el", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "ARABIC": "ar",
    "HEBREW": "he", "DEVANAGARI": "hi", "THAI": "th", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "GUJARATI": "gu",
    "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml", "ORIYA": "or", "SINHALA": "si", "GEORGIAN": "ka",
    "ARMENIAN": "hy", "ETHIOPIC": "am", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "TIBETAN": "bo", "CHEROKEE": "chr",
    "MONGOLIAN": "mn",
}  # fmt: skip
"""First words of the Unicode names of letters, and the most spoken language written with them."""
_TOKEN = re.compile(r"[^\W\d_]+")
LEAST = 2
"""Different function words by which another language than English must show itself."""
LEAD = 1.5
"""How many times as many of them as of English function words it takes."""
SHARE = 0.12
"""Share of all words they must have."""
ENOUGH = 24
"""Characters from which on sequences of letters tell a language: names and titles are shorter."""
NEAR = 0.6
"""Share of the function words of the likeliest language from which on another one is its rival: their neighbours."""
SURE = 0.97
"""Probability they must give it; short English lines without function words got .9 at most for another one."""
AGREED = 0.6
"""The same of a language of which a function word is there, and more of them than of English."""
UNDECIDED = "und"
"""ISO 639-2 for a text that does not say its language."""


def language_of(text: str) -> str:
    """The language of a paragraph.

    Args:
        text: a paragraph, or more.

    Returns:
        A code of `NAMES`, or `UNDECIDED`.
    """
    words = [word.lower() for word in _TOKEN.findall(text)]
    script = _foreign_script(text)
    if script is not None:
        # Several languages are written with these letters.
        told = _by_letters(text) if script in ("ru", "ar") and len(text) >= ENOUGH else script
        return script if told == UNDECIDED else told
    counts = Counter(words)
    hits = {code: sum(counts[word] for word in known & counts.keys()) for code, known in _FUNCTION_WORDS.items()}
    english = hits.pop("en")
    best = max(hits, key=lambda code: hits[code])
    # Words that both languages have say nothing of which it is.
    theirs = (_FUNCTION_WORDS[best] - _FUNCTION_WORDS["en"]) & counts.keys()
    ours = (_FUNCTION_WORDS["en"] - _FUNCTION_WORDS[best]) & counts.keys()
    foreign, own = (sum(counts[word] for word in found) for found in (theirs, ours))
    if len(theirs) >= LEAST and theirs - _ENGLISH_TOO and foreign >= LEAD * own and foreign > SHARE * len(words):
        rivals = {code for code, count in hits.items() if count >= NEAR * hits[best]}
        if len(rivals) > 1:
            return _likeliest(text, rivals) if len(text) >= ENOUGH else UNDECIDED
        return best
    if own > 1 or (english and english >= hits[best] and own):
        return "en"
    if len(text) < ENOUGH:
        return UNDECIDED
    shown = counts.keys() - _ENGLISH_TOO
    telling = {code for code in hits if hits[best] > english and _FUNCTION_WORDS[code] & shown}
    return _by_letters(text, telling, alone=own == 0)


@cache
def _identifier() -> LanguageIdentifier:
    """The statistical identifier, loaded once and only when needed: a second, and 100 MB.

    The library unpacks its model into a temporary file; the process that reads files may write none, so it gets memory.
    """
    from py3langid import modelio
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    on_disk = modelio.tempfile
    modelio.tempfile = SimpleNamespace(TemporaryFile=lambda **_: io.BytesIO())
    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    finally:
        modelio.tempfile = on_disk
    identifier.set_languages(sorted(NAMES.keys() - _BY_SCRIPT))
    return identifier


def _by_letters(text: str, telling: Collection[str] = (), *, alone: bool = True) -> str:
    """The language that sequences of letters show, where function words don't decide (naive Bayes, py3langid).

    Args:
        text: a paragraph.
        telling: languages of which a function word is there: of these less is asked.
        alone: whether the letters may decide by themselves.
    """
    code, share = _identifier().classify(text)
    sure = share >= AGREED if code in telling else alone and share >= SURE
    return str(code) if sure else UNDECIDED


def _likeliest(text: str, rivals: Collection[str]) -> str:
    """Which of several languages sequences of letters show best."""
    return next(str(code) for code, _ in _identifier().rank(text) if code in rivals)


def _foreign_script(text: str) -> str | None:
    """The language of the script most letters belong to, None for Latin letters."""
    if text.isascii():
        return None
    letters = [c for c in text if c.isalpha()]
    # Only the letters that are no Latin ones are looked up, and a text of them is told by its first few hundred.
    found = Counter(
        _SCRIPTS[script]
        for c in letters[:400]
        if c > "\u036f" and (script := unicodedata.name(c, "").partition(" ")[0]) in _SCRIPTS
    )
    if not found or sum(found.values()) * 2 < len(letters[:400]):
        return None
    return "ja" if found["ja"] else found.most_common(1)[0][0]


def _is_latin(text: str) -> bool:
    """Whether at least half of the first letters are Latin, or there are none."""
    letters = [char for char in text[:4000] if char.isalpha()]
    latin = sum(char <= "\u024f" or unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return 2 * latin >= len(letters)


def language_name(code: str) -> str:
    """The English name of a language; its code where it has none here.

    Args:
        code: ISO 639-1.
    """
    return NAMES.get(code, code)


def languages(text: str, passages: Sequence[Passage]) -> tuple[str, tuple[str, ...]]:
    """The language of a text and of each of its passages.

    Args:
        text: the decoded source.
        passages: its passages.

    Returns:
        The language most words are in, English where none says otherwise, and one language a passage: what is
        undecided takes the language of the text.
    """
    each = [language_of(text[passage.start : passage.end]) for passage in passages]
    weight: Counter[str] = Counter()
    for code, passage in zip(each, passages, strict=True):
        if code != UNDECIDED:
            weight[code] += passage.end - passage.start
    whole = weight.most_common(1)[0][0] if weight else language_of(text)
    whole = ("en" if _is_latin(text) else UNDECIDED) if whole == UNDECIDED else whole
    return whole, tuple(whole if code == UNDECIDED else code for code in each)


def language_notice(dream: Dream) -> str | None:
    """What a person is told of a text that is not all English; None where it is.

    Args:
        dream: the text as read.
    """
    foreign = Counter(passage.language for passage in dream.passages if passage.language != "en")
    if not foreign:
        return None
    named = " and ".join(NAMES[code] for code, _ in foreign.most_common())
    count = sum(foreign.values())
    if count == len(dream.passages):
        return f"“{dream.title}” is not English ({named}, by its words). {_shown(set(foreign))}"
    some = "1 paragraph" if count == 1 else f"{count} paragraphs"
    return f"“{dream.title}” has {some} not in English ({named}, by the words). {_shown(set(foreign))}"


def _shown(codes: set[str]) -> str:
    """What is shown of passages in other languages."""
    if codes <= set(languages_with_names()):
        return "Its places and things are shown by their names alone."
    return "It is told, and no pictures are read from it."
