"""Numbers, dates and times of languages other than English, as they are read aloud there (num2words).

Numbers are read in the nominative: which case or gender a sentence asks for is known only of days and years. What a
language has no rules for here stays as it is written, and the voice reads it by its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Rules:
    """How a language writes and reads numbers."""

    point: str = ""
    """Word for the decimal sign."""
    groups: str = ". "
    """Signs between thousands."""
    decimal: str = ","
    hours: str = ""
    """Time of day in words: {h} and {m}; before the bar without minutes."""
    percent: str = ""
    money: str = ""
    """Words for € and $."""
    months: str = ""
    """As they stand after a day."""
    date: str = "{d} {month} {y}"
    day: str = "cardinal"
    """How the day of a date in figures is read: cardinal, ordinal, or first (only the first is ordinal)."""
    until: str = ""
    """Word between the ends of a range."""
    ordinal: str = ""
    """Pattern of what follows the figures of an ordinal."""


_RULES = {
    "de": _Rules(
        point="Komma", until="bis", percent="Prozent", money="Euro Dollar", hours="{h} Uhr|{h} Uhr {m}",
        months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        day="ordinal", ordinal=r"\.",
    ),
    "fr": _Rules(
        point="virgule", until="à", percent="pour cent", money="euros dollars", hours="{h} heures|{h} heures {m}",
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        groups=" .", day="first", ordinal=r"er|re|ère|e|ème|nd|nde",
    ),
    "es": _Rules(
        point="coma", until="a", percent="por ciento", money="euros dólares", hours="{h}|{h} y {m}",
        months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        date="{d} de {month} de {y}", day="first", ordinal=r"\.?[ºª°]",
    ),
    "it": _Rules(
        point="virgola", until="a", percent="per cento", money="euro dollari", hours="{h}|{h} e {m}",
        months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        day="first", ordinal=r"[ºª°]",
    ),
    "pt": _Rules(
        point="vírgula", until="a", percent="por cento", money="euros dólares", hours="{h}|{h} e {m}",
        months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        date="{d} de {month} de {y}", day="first", ordinal=r"\.?[ºª°]",
    ),
    "nl": _Rules(
        point="komma", until="tot", percent="procent", money="euro dollar", hours="{h} uur|{h} uur {m}",
        months="januari februari maart april mei juni juli augustus september oktober november december",
        ordinal="e|de|ste",
    ),
    "pl": _Rules(
        point="przecinek", until="do", percent="procent", money="euro dolarów", hours="{h}|{h} {m}",
        months="stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        groups=" .", date="{d} {month} {y} roku", day="ordinal", ordinal=r"\.",
    ),
    "ru": _Rules(
        point="и", until="до", percent="процентов", money="евро долларов", hours="{h} ноль ноль|{h} {m}",
        months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        groups=" .", date="{d} {month} {y} года", day="ordinal",
        ordinal=r"-?(?:й|я|е|ый|ий|ой|ая|го|м|му|ю)",
    ),
    "tr": _Rules(
        point="virgül", until="", money="avro dolar", hours="{h}|{h} {m}",
        months="Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        ordinal=r"\.|'?(?:inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü)",
    ),
    "ja": _Rules(point="点", groups=",", decimal="."),
    **{code: _Rules(groups=" .") for code in "sv da no fi cs sk hu ro uk sl lt lv id ca".split()},
}  # fmt: skip
"""By ISO 639-1 code; the last ones have their integers read and nothing else."""
_DATE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:.]|h ?)(\d{2})")
_FRENCH_HOUR = re.compile(r"(\d{1,2})h")
_SIGNS = re.compile(r"([€$%])?(.*?)\s?([€$%])?")
_JAPANESE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_RANGE = re.compile(r"(\d{1,4})[-–](\d{1,4})")
_TURKISH = "|".join(
    "milyon milyar altmış yetmiş seksen doksan yirmi otuz kırk elli yüz bin bir iki üç dört beş "
    "altı yedi sekiz dokuz on".split()
)
_TURKISH_JOINT = re.compile(f"({_TURKISH})(?={_TURKISH})")
_YEARS = range(1100, 2000)
"""Years that German and Dutch read by their hundreds."""
_LONGEST = 15
"""Figures of the greatest number that is read as one."""
_DATIVE = frozenset("am zum vom beim dem den im seit ab bis ersten".split())
"""German words after which an ordinal ends in -n."""
_UHR = frozenset({"uhr", "uur"})
_CLOCK_WORDS = frozenset(
    "um gegen bis ab von vor nach vers à las alle ore às das om tegen o około przed w около до после к saat".split()
)
"""Beside one of these "18.30" is a time of day, and not a decimal."""


def in_words(cores: Sequence[str], language: str) -> tuple[str | None, ...]:
    """How the numbers among the words of a sentence are read in its language.

    Args:
        cores: the words without quotes and marks around them; a full stop at the end of an ordinal stays.
        language: ISO 639-1 code.

    Returns:
        One form per word: "" where the word before says it too (thousands parted by a space), None for a word that
        stays as it is written.
    """
    rules = _RULES.get(language)
    found: list[str | None] = [None] * len(cores)
    if rules is None:
        return tuple(found)
    i = 0
    while i < len(cores):
        count = _joined(cores, i, rules)
        core = "".join(cores[i : i + count]) if count > 1 else cores[i]
        if any(char.isdigit() for char in core):
            beside = (cores[i - 1] if i else "", cores[i + count] if i + count < len(cores) else "")
            found[i] = _reading(core, beside, rules, language)
            if found[i] is not None:
                found[i + 1 : i + count] = [""] * (count - 1)
            if (
                _is_clock(core)
                and beside[1].lower().rstrip(".") in _UHR
                and found[i] is not None
                and i + count < len(cores)
            ):
                found[i + count] = ""
        i += count
    return tuple(found)


def _joined(cores: Sequence[str], i: int, rules: _Rules) -> int:
    """How many words from i on are one number: "12 000 000", or one time of day: "18 h 30"."""
    if rules is _RULES["fr"] and re.fullmatch(r"\d{1,2} h \d{2}", " ".join(cores[i : i + 3])):
        return 3
    if " " not in rules.groups or not re.fullmatch(r"\d{1,3}", cores[i]):
        return 1
    count = 1
    while i + count < len(cores) and re.fullmatch(r"\d{3}", cores[i + count]):
        count += 1
    return count


def _reading(core: str, beside: tuple[str, str], rules: _Rules, language: str) -> str | None:
    before, after = (word.lower().rstrip(".") for word in beside)
    if language == "ja":
        return _JAPANESE.sub(lambda hit: _cardinal(hit[0].replace(",", ""), language) or hit[0], core)
    if said := _ordinal(core, before, after, rules, language):
        return said
    bare = core.rstrip(".")
    return (
        _date(bare, before, rules, language)
        or _time(bare, before, after, rules, language)
        or _quantity(bare, after, rules, language)
    )


def _date(core: str, before: str, rules: _Rules, language: str) -> str | None:
    hit = _DATE.fullmatch(core)
    months = rules.months.split()
    if hit is None or not months or not 1 <= int(hit[3]) <= len(months) or not 1 <= int(hit[1]) <= 31:
        return None
    day = int(hit[1])
    ordinal = rules.day == "ordinal" or (rules.day == "first" and day == 1)
    said = _as_ordinal(day, before, language, of_month=True) if ordinal else _cardinal(str(day), language)
    year = _genitive_year(int(hit[4]), language) or _year(hit[4], language)
    return None if said is None else rules.date.format(d=said, month=months[int(hit[3]) - 1], y=year)


def _time(core: str, before: str, after: str, rules: _Rules, language: str) -> str | None:
    hit = _TIME.fullmatch(core) or (_FRENCH_HOUR.fullmatch(core) if language == "fr" else None)
    if hit is None or not rules.hours or not _is_time(core, before, after):
        return None
    hour, minute = int(hit[1]), int(hit[2]) if hit.re is _TIME else 0
    if hour > 24 or minute > 59:
        return None
    form = rules.hours.partition("|")[2 if minute else 0]
    said = _cardinal(str(hour), language)
    if language == "pl":
        said = _feminine_ordinal(hour)
    return form.format(h=said, m=_cardinal(str(minute), language))


def _is_clock(core: str) -> bool:
    return _TIME.fullmatch(core) is not None


def _is_time(core: str, before: str, after: str) -> bool:
    return "." not in core or after in _UHR or before in _CLOCK_WORDS


def _ordinal(core: str, before: str, after: str, rules: _Rules, language: str) -> str | None:
    hit = re.fullmatch(rf"(\d{{1,4}})({rules.ordinal})", core, re.IGNORECASE) if rules.ordinal else None
    if hit is None or (hit[2] == "." and not after):
        return None
    return _as_ordinal(int(hit[1]), before, language, ending=hit[2].lower())


def _as_ordinal(number: int, before: str, language: str, *, ending: str = "", of_month: bool = False) -> str | None:
    if language == "ru":
        feminine, genitive = ending.endswith("я"), ending.endswith("го")
        neuter = of_month or ending.endswith("е")
        gender = "f" if feminine else "n" if neuter else "m"
        return _said(number, language, "ordinal", case="g" if genitive else "n", gender=gender)
    said = _said(number, language, "ordinal")
    if said is None:
        return None
    if language == "de" and before in _DATIVE:
        return f"{said}n"
    if language == "pl" and of_month:
        return _declined(said, "ego")
    if ending.endswith("ª") and language in ("es", "it", "pt"):
        return " ".join(f"{word[:-1]}a" if word.endswith("o") else word for word in said.split())
    if language == "fr" and ending in ("re", "ère"):
        return said.replace("premier", "première")
    return said


def _quantity(core: str, after: str, rules: _Rules, language: str) -> str | None:
    """A number or a range of numbers, with or without the sign of a currency or of a percentage."""
    ends = _RANGE.fullmatch(core)
    if ends is not None and rules.until:
        said = [_number(end, after, rules, language) for end in ends.groups()]
        return None if None in said else f"{said[0]} {rules.until} {said[1]}"
    signs = _SIGNS.fullmatch(core)
    assert signs is not None
    number = _number(signs[2], after, rules, language)
    sign = signs[1] or signs[3]
    if number is None or sign is None:
        return number
    word = rules.percent if sign == "%" else " ".join(rules.money.split()["€$".index(sign) :][:1])
    if sign == "%" and language == "tr":
        return f"yüzde {number}"
    return f"{number} {word}" if word else None


def _number(text: str, after: str, rules: _Rules, language: str) -> str | None:
    grouped = rf"\d{{1,3}}(?:[{rules.groups}]\d{{3}})+|\d+"
    hit = re.fullmatch(rf"({grouped})(?:{re.escape(rules.decimal)}(\d{{1,4}}))?", text)
    if hit is None:
        return None
    whole = re.sub(r"\D", "", hit[1])
    if len(whole) > 1 and whole.startswith("0"):
        return None
    if hit[2] is not None:
        if language == "ru":
            return _said(float(f"{whole}.{hit[2]}"), language, "cardinal")
        parts = _cardinal(whole, language), _figures(hit[2], language)
        return f"{parts[0]} {rules.point} {parts[1]}" if rules.point and None not in parts else None
    if whole == hit[1] and len(whole) == 4:
        return _year_before(int(whole), after, language) or _year(whole, language)
    return _cardinal(whole, language)


def _figures(text: str, language: str) -> str | None:
    """What stands behind a decimal sign: a number of two figures, else one figure after the other."""
    if len(text) <= 2 and not text.startswith("0"):
        return _cardinal(text, language)
    said = [_cardinal(figure, language) for figure in text]
    return None if None in said else " ".join(word for word in said if word)


def _year(text: str, language: str) -> str | None:
    by_hundreds = language in ("de", "nl") and int(text) in _YEARS
    return _said(int(text), language, "year") if by_hundreds else _cardinal(text, language)


def _year_before(year: int, after: str, language: str) -> str | None:
    """A Russian or Polish year before the word for year, which is an ordinal in its case."""
    if language == "ru" and after in ("год", "года", "году"):
        return _said(year, language, "ordinal", case={"год": "n", "года": "g", "году": "p"}[after], gender="m")
    if language == "pl" and after in ("rok", "roku"):
        said = _said(year, language, "ordinal")
        return said if said is None or after == "rok" else _declined(said, "ym")
    return None


def _genitive_year(year: int, language: str) -> str | None:
    if language == "pl":
        said = _said(year, language, "ordinal")
        return None if said is None else _declined(said, "ego")
    return _year_before(year, "года", language)


def _declined(said: str, ending: str) -> str:
    """A Polish ordinal in another case: its adjectives are its last words, tens and units.

    Args:
        said: in the nominative.
        ending: "ego" or "ym".
    """
    soft = {"ego": "iego", "ym": "im"}[ending]
    words = said.split()
    for n in range(max(0, len(words) - 2), len(words)):
        word = words[n]
        if word.endswith("y"):
            words[n] = word[:-1] + ending
        elif word in ("trzeci", "drugi"):
            words[n] = word[:-1] + soft
    return " ".join(words)


def _feminine_ordinal(number: int) -> str | None:
    """A Polish hour: "osiemnasta"."""
    said = _said(number, "pl", "ordinal")
    if said is None or number == 0:
        return "zero" if number == 0 else None
    irregular = {"trzeci": "trzecia", "drugi": "druga"}
    return " ".join(irregular.get(word, f"{word[:-1]}a" if word.endswith("y") else word) for word in said.split())


def _cardinal(figures: str, language: str) -> str | None:
    return _said(int(figures), language, "cardinal") if len(figures) <= _LONGEST else None


def _said(number: float, language: str, to: str, **asked: str) -> str | None:
    """What num2words makes of a number; None where it knows no way."""
    # Loaded only by texts with figures: it brings all its languages.
    from num2words import num2words

    try:
        said = str(num2words(number, lang=language, to=to, **asked)).replace("\u00a0", " ").replace("\u00ad", "")
    except (NotImplementedError, OverflowError, ValueError, TypeError, KeyError, IndexError):
        return None
    # Turkish writes them apart.
    return _TURKISH_JOINT.sub(r"\1 ", said) if language == "tr" else said
