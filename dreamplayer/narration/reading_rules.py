"""Rules of text normalization: what a number, an abbreviation or a sign is read as, given the words beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dreamplayer.narration.abbreviations import ALONE, LETTERS, MONTHS, TITLES, UNITS
from dreamplayer.narration.numbers import cardinal, decimal, figures, ordinal, plural, roman, year


@dataclass(frozen=True, slots=True)
class Around:
    """The context of a word."""

    before: str = ""
    """The previous word without its marks; "" at the beginning."""
    after: str = ""
    """The next word without its marks; "" at the end."""
    before_that: str = ""
    """The word before the previous one."""
    mark_before: str = ""
    """The mark after the previous word; "" for none."""
    mark: str = ""
    """The mark after the word itself; "" for none."""
    last: bool = False
    """Whether it is the last word of its sentence."""
    shouted: bool = False
    """Whether it stands among words in capitals."""


Rule = Callable[["re.Match[str]", Around], "str | None"]
"""Spoken form of a word that matches, in its context; None where the rule doesn't apply after all."""

_SCALE = re.compile(r"(?i)(hundred|thousand|million|billion|trillion)s?")
_MONEY = {
    "$": ("dollar", "cent"), "£": ("pound", "penny"), "€": ("euro", "cent"), "¥": ("yen", ""), "₹": ("rupee", ""),
    "USD": ("dollar", "cent"), "GBP": ("pound", "penny"), "EUR": ("euro", "cent"), "JPY": ("yen", ""),
    "CHF": ("franc", "cent"), "kr": ("krone", ""),
}  # fmt: skip
_SIGN = r"US\$|[$£€¥₹]|USD|GBP|EUR|JPY|CHF"
_SHORT_SCALE = {"k": "thousand", "m": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_VULGAR = {
    "½": "one half", "⅓": "one third", "⅔": "two thirds", "¼": "one quarter", "¾": "three quarters",
    "⅕": "one fifth", "⅛": "one eighth", "⅜": "three eighths", "⅝": "five eighths", "⅞": "seven eighths",
}  # fmt: skip
_SIGNS = {
    "&": "and", "+": "plus", "=": "equals", "@": "at", "%": "percent", "§": "section", "#": "number", "№": "number",
    "×": "times", "÷": "divided by", "°": "degrees", "©": "copyright", "™": "", "®": "", "/": "", "$": "dollars",
    "£": "pounds", "€": "euros",
}  # fmt: skip
_COUNTED = re.compile(
    r"(?i)(chapter|part|book|act|scene|volume|section|canto|verse|war|level|phase|type|class|appendix|stage|room|number"
    r"|stanza|figure|plate|letter|lesson|article|psalm|day|night|dream|week|ch|vol|bk|fig|no|pt|sc|sec)\.?s?"
)
_MINE = re.compile(r"(?i)(day|night|dream|week|letter|lesson|room|number|no|type|level|stage|class)\.?s?")
_REIGN = re.compile(r"(?i)king|queen|pope|emperor|empress|tsar|czar|kaiser|prince|princess|duke|saint|sultan|pharaoh")
_REGNAL = frozenset(
    """Henry George Edward Louis Charles James William Richard Elizabeth Mary Philip Pius Benedict Paul Napoleon Peter
    Catherine Alexander Ivan Nicholas Frederick Wilhelm Leopold Ferdinand Alfonso Ludwig Otto Gustav Christian Harald
    Olaf Haakon Ramses Ptolemy Gregory Innocent Clement Leo Urban Sixtus Boniface Celestine Victor Rudolf Francis
    Robert Casimir Stephen Margrethe Carl Eric Baldwin Darius Xerxes Cyrus Mehmed Murad""".split()
)
"""Names of rulers: a single letter after one may be a numeral."""
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+,\d{1,2}"
"""A decimal comma, full stops between thousands: 29,99 and 1.250,00."""


def said_as(core: str, around: Around) -> tuple[str, bool]:
    """Spoken form of a word in its context.

    Args:
        core: the word without quotes, brackets and marks, but with the full stop of an abbreviation.
        around: its context.

    Returns:
        The form, and whether a full stop after it ends a sentence (it doesn't after "Dr").
    """
    bare = core.rstrip(".").replace("\u00a0", " ")
    title = TITLES.get(bare.lower()) if core.endswith(".") or bare in ("Mr", "Mrs", "Ms", "Dr") else None
    if title is not None:
        said = title(around.before, around.after)
        if said is not None:
            return said, False
    low = core.lower().rstrip(".")
    if low in ALONE and (core.endswith(".") or "." in low or low in ("vs", "etc", "eg", "ie")):
        return ALONE[low], around.last
    if re.fullmatch(r"(?:[A-Za-z]\.){1,}[A-Za-z]?\.?", core) and (len(core) > 2 or _name_follows(core, around)):
        return " ".join(core.replace(".", "").upper()), False
    for pattern, rule in _RULES:
        hit = pattern.fullmatch(bare)
        if hit:
            said = rule(hit, around)
            if said is not None:
                return said, True
    if (
        bare in UNITS
        and re.fullmatch(rf"[-\u2212+]?(?:{_NUMBER}|{_EUROPEAN}|[½¼¾]).?", around.before)
        and bare not in ("in", "x")
    ):
        return UNITS[bare][0 if around.before == "1" else 1], True
    return _plain(bare, around), True


def _name_follows(core: str, around: Around) -> bool:
    counted = _COUNTED.fullmatch(around.before) and core[0] in "IVXLC"
    return core[0].isupper() and around.after[:1].isupper() and not around.last and not counted


def _plain(text: str, around: Around) -> str:
    """A word no rule matches, with its signs spoken or left out."""
    if text in _SIGNS:
        return _SIGNS[text]
    if re.search(r"\d", text):
        return _mixed(text)
    if re.fullmatch(r"[A-Z]{2,}s?", text):
        return _capitals(text, around)
    if text.count("/") == 1 and re.fullmatch(r"[A-Za-z']+/[A-Za-z']+", text):
        first, second = text.split("/")
        return f"{first} {second}" if first.lower() == "and" else f"{first} or {second}"
    return re.sub(r"[&+=@%#]", lambda hit: f" {_SIGNS[hit[0]]} ", text)


def _mixed(text: str) -> str:
    """Letters and digits mixed: "3D", "B12", "4x4"."""
    said = []
    for piece in re.findall(rf"{_NUMBER}|[^\W\d_]+(?:'[^\W\d_]+)?|[½⅓⅔¼¾⅕⅛⅜⅝⅞&+=@%#°]", text):
        if piece[0].isdigit():
            said.append(decimal(piece) if piece.isascii() else piece)
        elif piece in _VULGAR:
            said.append(_VULGAR[piece])
        elif piece in _SIGNS:
            said.append(_SIGNS[piece])
        else:
            said.append(" ".join(piece) if piece.isupper() and len(piece) < 4 else piece)
    return " ".join(said)


def _capitals(text: str, around: Around) -> str:
    """Capitals: spelled ("TV") or pronounced ("NO", "NASA")."""
    letters, ending = (text[:-1], "s") if text.endswith("s") else (text, "")
    spelt = letters in LETTERS or (not re.search("[AEIOUY]", letters) and len(letters) <= 5 and not around.shouted)
    if letters in ("SH", "SHH", "SHHH", "HM", "HMM", "MM", "MMM", "PSST", "BRR", "TSK"):
        spelt = False
    return " ".join(letters) + (f"'{ending}" if ending else "") if spelt else text.lower()


def _number(hit: re.Match[str], around: Around) -> str:
    text = hit[0]
    value = int(text) if text.isdecimal() else 0
    before, after = around.before.lower().rstrip("."), around.after.lower().rstrip(".")
    day = text.isdecimal() and 1 <= value <= 31 and len(text) <= 2
    if day and ((before in MONTHS and around.before[:1].isupper()) or (after in MONTHS and around.after[:1].isupper())):
        return ordinal(value)
    if text.isdecimal() and len(text) == 4 and 1100 <= value <= 2099:
        return year(value)
    return decimal(text)


def _western(text: str) -> str:
    """A number with the decimal comma of continental Europe, with a decimal point instead."""
    if re.fullmatch(_EUROPEAN, text) and not re.fullmatch(_NUMBER, text):
        return text.replace(".", "").replace(",", ".")
    return text


def _money(hit: re.Match[str], around: Around) -> str:
    whole, small = _MONEY["$" if hit["sign"] == "US$" else hit["sign"]]
    amount, scale = _western(hit["amount"]), _SHORT_SCALE.get((hit["scale"] or "").lower(), "")
    if _SCALE.fullmatch(around.after) and not scale:
        return decimal(amount)
    return _sum(amount, whole, small, scale)


def _money_behind(hit: re.Match[str], around: Around) -> str:
    """The currency after the amount: "29,99 €", "50 EUR"."""
    whole, small = _MONEY[hit["sign"]]
    return _sum(_western(hit["amount"]), whole, small)


def _money_a(hit: re.Match[str], around: Around) -> str | None:
    """A price per unit: "$20/night"."""
    sum_of, each = said_as(hit[1], Around())[0], hit[2]
    one = UNITS.get(each, (each, each))[0]
    return f"{sum_of} {_article(one)} {one}"


def _money_range(hit: re.Match[str], around: Around) -> str:
    whole, _ = _MONEY[hit["sign"]]
    return f"{decimal(hit[2])} to {decimal(hit[3])} {_many(whole, 2)}"


def _small_money(hit: re.Match[str], around: Around) -> str:
    count = int(hit[1])
    return f"{cardinal(count)} {'pence' if hit[2] == 'p' else _many('cent', count)}"


def _sum(amount: str, whole: str, small: str, scale: str = "") -> str:
    units, _, cents = amount.replace(",", "").partition(".")
    if len(cents) == 2 and not scale and small:
        parts = []
        if int(units) or not int(cents):
            parts.append(f"{cardinal(int(units))} {_many(whole, int(units))}")
        if int(cents):
            parts.append(f"{cardinal(int(cents))} {'pence' if small == 'penny' else _many(small, int(cents))}")
        return " and ".join(parts)
    return f"{decimal(amount)} {scale} {_many(whole, 2 if scale or cents else int(units))}"


def _many(word: str, count: int) -> str:
    return word if count == 1 or word == "yen" else "kroner" if word == "krone" else f"{word}s"


def _scale(hit: re.Match[str], around: Around) -> str | None:
    """The "million" of "$5 million"."""
    sign = around.before[:1]
    if sign in _MONEY and not around.mark_before and re.fullmatch(rf".(?:{_NUMBER})", around.before):
        return f"{hit[0]} {_many(_MONEY[sign][0], 2)}"
    return None


def _time(hit: re.Match[str], around: Around) -> str | None:
    hour, minute = int(hit["hour"]), int(hit["minute"])
    beside = {around.before.lower(), around.before_that.lower(), around.after.lower()}
    if hour > 24 or minute > 59 or beside & _RATIOS:
        return None
    half = (hit["half"] or "").replace(".", "").lower()
    halved = half or around.after.lower().replace(".", "") in ("am", "pm", "o'clock")
    said = _clock(hour, minute, bool(halved))
    return said + (f" {' '.join(half)}" if half else "")


_RATIOS = frozenset("ratio ratios odds scale proportion".split())


def _clock(hour: int, minute: int, halved: bool = False) -> str:
    """A time of day: "four ten", "nine o'clock", "midnight"; `halved` where am or pm follows."""
    if hour in (0, 24) and not minute and not halved:
        return "midnight"
    said = cardinal(hour) if hour or halved else "zero"
    if minute:
        return f"{said} {'oh ' if minute < 10 else ''}{cardinal(minute)}"
    if halved:
        return said
    return f"{said} o'clock" if 0 < hour <= 12 else f"{said} hundred"


def _clock_seconds(hit: re.Match[str], around: Around) -> str | None:
    """Hours, minutes and seconds: "04:10:00" is "four ten"."""
    hour, minute, second = (int(hit[k]) for k in ("hour", "minute", "second"))
    if hour > 24 or minute > 59 or second > 59:
        return None
    said = _clock(hour, minute)
    return f"{said} and {cardinal(second)} {_many('second', second)}" if second else said


def _times(hit: re.Match[str], around: Around) -> str | None:
    """From one time to another: "7:30-8:15"."""
    if any(int(hit[k]) > top for k, top in ((1, 24), (2, 59), (3, 24), (4, 59))):
        return None
    return f"{_clock(int(hit[1]), int(hit[2]))} to {_clock(int(hit[3]), int(hit[4]))}"


def _stamp(hit: re.Match[str], around: Around) -> str | None:
    """An ISO 8601 timestamp: date and minute are spoken, the time zone is not."""
    y, month, day, hour, minute = (int(hit[k]) for k in range(1, 6))
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour <= 24 and minute <= 59):
        return None
    return f"{_day(y, month, day)}, at {_clock(hour, minute)}"


def _ratio(hit: re.Match[str], around: Around) -> str:
    return f"{cardinal(int(hit[1]))} to {cardinal(int(hit[2]))}"


def _span(hit: re.Match[str], around: Around) -> str:
    """A duration: "1h30", "2h 30m", "2m30s"."""
    names = {"h": "hour", "m": "minute", "s": "second"}
    parts = [(int(count), names[unit]) for count, unit in re.findall(r"(\d+)([hms])", hit[0])]
    tail = re.search(r"h(\d+)$", hit[0])
    if tail:
        parts.append((int(tail[1]), "minute"))
    return " ".join(f"{cardinal(count)} {_many(name, count)}" for count, name in parts)


def _hour(hit: re.Match[str], around: Around) -> str:
    return f"{cardinal(int(hit[1]))} {' '.join(hit[2].lower().replace('.', ''))}"


def _date(hit: re.Match[str], around: Around) -> str | None:
    first, second, third = (int(hit[k]) for k in (1, 2, 3))
    if len(hit[1]) == 4:
        y, month, day = first, second, third
    elif first > 12 or "." in hit[0]:
        day, month, y = first, second, third
    else:
        month, day, y = first, second, third
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if y < 100:
        y += 2000 if y < 40 else 1900
    return _day(y, month, day)


def _day(y: int, month: int, day: int) -> str:
    names = list(dict.fromkeys(MONTHS.values()))
    return f"{names[month - 1]} {ordinal(day)}, {year(y)}"


def _decade(hit: re.Match[str], around: Around) -> str:
    value = int(hit[1])
    return plural(year(value) if value >= 1000 else cardinal(value))


def _fraction(hit: re.Match[str], around: Around) -> str:
    top, bottom = int(hit[1]), int(hit[2])
    names = {2: "half", 4: "quarter"}
    if 0 < top < bottom and bottom <= 100:
        name = names.get(bottom, ordinal(bottom))
        return f"{cardinal(top)} {name if top == 1 else 'halves' if name == 'half' else name + 's'}"
    return f"{cardinal(top)} {cardinal(bottom)}"


def _unit(hit: re.Match[str], around: Around) -> str | None:
    one, many = UNITS.get(hit["unit"], UNITS.get(hit["unit"].lower(), ("", "")))
    if not one:
        return None
    return f"{decimal(_western(hit['amount']))} {one if hit['amount'] == '1' else many}"


def _article(word: str) -> str:
    return "an" if word[:1] in "aeio" or word.startswith("hour") else "a"


def _rate(hit: re.Match[str], around: Around) -> str | None:
    """One unit for each of another: "km/h", "60 m/s", "3 l/min"."""
    first, second = UNITS.get(hit["unit"]), UNITS.get(hit["each"])
    if first is None or second is None:
        return None
    amount = hit["amount"] or ""
    alone = (amount or around.before) == "1"
    said = f"{first[0 if alone else 1]} {_article(second[0])} {second[0]}"
    return f"{decimal(_western(amount))} {said}" if amount else said


def _half_of_day(hit: re.Match[str], around: Around) -> str | None:
    """The "pm" after "7" or "7:30"."""
    return " ".join(hit[0].lower().replace(".", "")) if re.fullmatch(r"\d{1,2}(?:[:.]\d\d)?", around.before) else None


def _pointed_time(hit: re.Match[str], around: Around) -> str | None:
    """Hour and minute separated by a full stop, before am or pm: "7.30 pm"."""
    return _clock(int(hit[1]), int(hit[2]), True) if re.fullmatch(r"(?i)[ap]\.?m\.?", around.after) else None


def _roman(hit: re.Match[str], around: Around) -> str | None:
    """A Roman numeral after something numbered ("Chapter IV", "act ii") or after a ruler's name ("Henry V")."""
    text = hit[0]
    value = roman(text.upper())
    if value is None:
        return None
    counted = _COUNTED.fullmatch(around.before) and not around.mark_before.strip(".")
    if text == "I":
        # After a word in lower case, and after days and dreams, it is the pronoun: "the night I left".
        counted = counted and around.before[:1].isupper() and not _MINE.fullmatch(around.before)
    if counted and (text.isupper() or len(text) > 1):
        return cardinal(value)
    if around.last and not around.before and (len(text) > 1 or text in "VX") and text.isupper():
        return cardinal(value)
    if around.shouted or not text.isupper():
        return None
    if around.before.lower() in ("a", "an", "the", "his", "her", "my") and len(text) == 2:
        return " ".join(text)
    name = around.before[:1].isupper() and around.before[1:].islower() and not around.mark_before
    if len(text) == 1:
        known = around.before in _REGNAL or _REIGN.fullmatch(around.before_that)
        meant = (
            text != "I" or around.mark or around.last or around.after in ("of", "was", "had", "and", "ruled", "reigned")
        )
        return f"the {ordinal(value)}" if name and known and text in "IVX" and meant else None
    if name and value < 40:
        return f"the {ordinal(value)}"
    return cardinal(value) if len(text) > 2 or value < 40 else None


def _address(hit: re.Match[str], around: Around) -> str:
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", hit[0]).rstrip("/")
    for sign, name in (
        (".", "dot"),
        ("@", "at"),
        ("/", "slash"),
        ("-", "dash"),
        ("_", "underscore"),
        ("?", ""),
        ("=", ""),
    ):
        text = text.replace(sign, f" {name} ")
    return " ".join(_mixed(part) if re.search(r"\d", part) else part for part in text.split())


_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (
        re.compile(r"(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.(?:com|org|net|edu|io|co\.uk)(?:/\S*)?)"),
        _address,
    ),
    (re.compile(rf"((?:{_SIGN})(?:{_NUMBER}))/([a-z]+)"), _money_a),
    (re.compile(rf"(?P<sign>[$£€¥₹])({_NUMBER})[–-][$£€¥₹]?({_NUMBER})"), _money_range),
    (re.compile(rf"(?P<sign>{_SIGN})\s?(?P<amount>{_EUROPEAN}|{_NUMBER})(?P<scale>(?i:k|m|bn?|tn))?"), _money),
    (re.compile(rf"(?P<amount>{_EUROPEAN}|{_NUMBER})\s?(?P<sign>[$£€¥₹]|USD|GBP|EUR|JPY|CHF|kr)"), _money_behind),
    (re.compile(r"(\d{1,2})([p¢])"), _small_money),
    (_SCALE, _scale),
    (re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?P<half>(?i:[ap]\.?m))"), _time),
    (re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<half>)"), _time),
    (re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d)(?:[.,]\d+)?Z?"), _clock_seconds),
    (re.compile(r"(\d{1,2}):(\d\d)[–-](\d{1,2}):(\d\d)"), _times),
    (re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[Tt](\d\d):?(\d\d)(?::?\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d:?\d*)?"), _stamp),
    (re.compile(r"(\d{1,4}):(\d{1,4})"), _ratio),
    (re.compile(r"\d{1,2}h\d{1,2}(?:m(?:in)?)?|\d{1,2}h\d{1,2}m\d{1,2}s|\d{1,2}m\d{1,2}s"), _span),
    (re.compile(r"(\d{1,2})((?i:[ap]\.?m))"), _hour),
    (re.compile(r"(?i:[ap]\.?m)"), _half_of_day),
    (re.compile(r"(\d{1,2})\.([0-5]\d)"), _pointed_time),
    (
        re.compile(r"[xX×]"),
        lambda hit, around: "by" if around.before[-1:].isdigit() and around.after[:1].isdigit() else None,
    ),
    (re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"), _date),
    (re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)"), _date),
    (re.compile(r"'?(\d{1,3}0)'?s"), _decade),
    (re.compile(r"(\d+)(?i:st|nd|rd|th)"), lambda hit, around: ordinal(int(hit[1]))),
    (re.compile(r"9/11"), lambda hit, around: "nine eleven"),
    (re.compile(r"(\d{1,4})[/⁄](\d{1,4})"), _fraction),
    (re.compile(r"(\d+)([½⅓⅔¼¾⅕⅛⅜⅝⅞])"), lambda hit, around: f"{cardinal(int(hit[1]))} and {_VULGAR[hit[2]]}"),
    (re.compile(r"[½⅓⅔¼¾⅕⅛⅜⅝⅞]"), lambda hit, around: _VULGAR[hit[0]]),
    (re.compile(rf"[#№]\s?({_NUMBER})"), lambda hit, around: f"number {decimal(hit[1])}"),
    (re.compile(rf"§\s?({_NUMBER})"), lambda hit, around: f"section {decimal(hit[1])}"),
    (re.compile(rf"({_EUROPEAN}|{_NUMBER})\s?%"), lambda hit, around: f"{decimal(_western(hit[1]))} percent"),
    (re.compile(rf"(?P<amount>[-\u2212]?(?:{_EUROPEAN}|{_NUMBER}))\s?(?P<unit>°?[A-Za-z°²³]+)"), _unit),
    (re.compile(rf"(?P<amount>{_EUROPEAN}|{_NUMBER})?(?P<unit>[A-Za-z]+)/(?P<each>[a-z]+)"), _rate),
    (re.compile(r"\+?\d{3}-\d{3,4}(?:-\d{4})?"), lambda hit, around: figures(hit[0])),
    (re.compile(rf"({_NUMBER})[–-]({_NUMBER})"), lambda hit, around: f"{_between(hit[1])} to {_between(hit[2])}"),
    (re.compile(rf"[-\u2212+]?(?:{_NUMBER})"), _number),
    (re.compile(rf"[-\u2212+]?(?:{_EUROPEAN})"), lambda hit, around: decimal(_western(hit[0]))),
    (re.compile(r"[MDCLXVI]+|[mdclxvi]+"), _roman),
    (re.compile(r"(?i:w/)"), lambda hit, around: "with"),
    (re.compile(r"(?i:w/o)"), lambda hit, around: "without"),
    (re.compile(r"&c"), lambda hit, around: "et cetera"),
)


def _between(text: str) -> str:
    """An end of a range: "1914-1918" are years."""
    value = int(text) if text.isdecimal() else 0
    return year(value) if len(text) == 4 and 1100 <= value <= 2099 else decimal(text)
