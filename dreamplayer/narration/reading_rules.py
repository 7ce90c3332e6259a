"""What a figure, an abbreviation or a sign is read as, in the light of the words beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dreamplayer.narration.abbreviations import ALONE, LETTERS, MONTHS, TITLES, UNITS
from dreamplayer.narration.numbers import cardinal, decimal, figures, ordinal, plural, roman, year


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside a word."""

    before: str = ""
    after: str = ""
    mark_before: str = ""
    last: bool = False
    shouted: bool = False


Rule = Callable[["re.Match[str]", Around], "str | None"]

_SCALE = re.compile(r"(?i)(hundred|thousand|million|billion|trillion)s?")
_MONEY = {"$": ("dollar", "cent"), "£": ("pound", "penny"), "€": ("euro", "cent"), "¥": ("yen", ""), "₹": ("rupee", "")}
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
    r"(?i)(chapter|part|book|act|scene|volume|section|canto|verse|war|level|phase|type|class|appendix|stage|room|number)s?"
)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def said_as(core: str, around: Around) -> tuple[str, bool]:
    """How a word is said, and whether a full stop behind it ends something (it does not behind "Dr")."""
    bare = core.rstrip(".")
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
    return _plain(bare, around), True


def _name_follows(core: str, around: Around) -> bool:
    return core[0].isupper() and around.after[:1].isupper() and not around.last


def _plain(text: str, around: Around) -> str:
    """What is left: words, with signs between them said or passed over."""
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
    """Letters and figures together: "3D", "B12", "4x4"."""
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
    """Capitals spelt ("TV") or said ("NO", "NASA")."""
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


def _money(hit: re.Match[str], around: Around) -> str:
    whole, small = _MONEY[hit["sign"]]
    amount, scale = hit["amount"], _SHORT_SCALE.get((hit["scale"] or "").lower(), "")
    if _SCALE.fullmatch(around.after) and not scale:
        return decimal(amount)
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
    return word if count == 1 or word == "yen" else f"{word}s"


def _scale(hit: re.Match[str], around: Around) -> str | None:
    """The "million" of "$5 million"."""
    sign = around.before[:1]
    if sign in _MONEY and not around.mark_before and re.fullmatch(rf".(?:{_NUMBER})", around.before):
        return f"{hit[0]} {_many(_MONEY[sign][0], 2)}"
    return None


def _time(hit: re.Match[str], around: Around) -> str | None:
    hour, minute = int(hit["hour"]), int(hit["minute"])
    if hour > 24 or minute > 59:
        return None
    half = (hit["half"] or "").replace(".", "").lower()
    halved = half or around.after.lower().replace(".", "") in ("am", "pm", "o'clock")
    said = cardinal(hour) if hour or halved else "zero"
    if minute:
        said += f" {'oh ' if minute < 10 else ''}{cardinal(minute)}"
    elif not halved:
        said = f"{said} o'clock" if 0 < hour <= 12 else f"{said} hundred"
    return said + (f" {' '.join(half)}" if half else "")


def _hour(hit: re.Match[str], around: Around) -> str:
    return f"{cardinal(int(hit[1]))} {' '.join(hit[2].lower().replace('.', ''))}"


def _date(hit: re.Match[str], around: Around) -> str | None:
    first, second, third = (int(hit[k]) for k in (1, 2, 3))
    if len(hit[1]) == 4:
        y, month, day = first, second, third
    elif first > 12:
        day, month, y = first, second, third
    else:
        month, day, y = first, second, third
    names = list(dict.fromkeys(MONTHS.values()))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if y < 100:
        y += 2000 if y < 40 else 1900
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
    return f"{decimal(hit['amount'])} {one if hit['amount'] == '1' else many}"


def _roman(hit: re.Match[str], around: Around) -> str | None:
    value = roman(hit[0])
    if value is None or around.shouted:
        return None
    if _COUNTED.fullmatch(around.before):
        return cardinal(value)
    if len(hit[0]) == 1:
        return None
    if around.before[:1].isupper() and around.before[1:].islower() and not around.mark_before and value < 40:
        return f"the {ordinal(value)}"
    return cardinal(value) if len(hit[0]) > 2 or value < 40 else None


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
    (re.compile(rf"(?P<sign>[$£€¥₹])(?P<amount>{_NUMBER})(?P<scale>(?i:k|m|bn?|tn))?"), _money),
    (_SCALE, _scale),
    (re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?P<half>(?i:[ap]\.?m))"), _time),
    (re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<half>)"), _time),
    (re.compile(r"(\d{1,2})((?i:[ap]\.?m))"), _hour),
    (re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"), _date),
    (re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)"), _date),
    (re.compile(r"'?(\d{1,3}0)'?s"), _decade),
    (re.compile(r"(\d+)(?i:st|nd|rd|th)"), lambda hit, around: ordinal(int(hit[1]))),
    (re.compile(r"(\d{1,4})[/⁄](\d{1,4})"), _fraction),
    (re.compile(r"(\d+)([½⅓⅔¼¾⅕⅛⅜⅝⅞])"), lambda hit, around: f"{cardinal(int(hit[1]))} and {_VULGAR[hit[2]]}"),
    (re.compile(r"[½⅓⅔¼¾⅕⅛⅜⅝⅞]"), lambda hit, around: _VULGAR[hit[0]]),
    (re.compile(rf"[#№]({_NUMBER})"), lambda hit, around: f"number {decimal(hit[1])}"),
    (re.compile(rf"({_NUMBER})%"), lambda hit, around: f"{decimal(hit[1])} percent"),
    (re.compile(rf"(?P<amount>[-\u2212]?(?:{_NUMBER}))(?P<unit>°?[A-Za-z°]+)"), _unit),
    (re.compile(r"\+?\d{3}-\d{3,4}(?:-\d{4})?"), lambda hit, around: figures(hit[0])),
    (re.compile(rf"({_NUMBER})[–-]({_NUMBER})"), lambda hit, around: f"{_between(hit[1])} to {_between(hit[2])}"),
    (re.compile(rf"[-\u2212+]?(?:{_NUMBER})"), _number),
    (re.compile(r"[MDCLXVI]+"), _roman),
    (re.compile(r"(?i:w/)"), lambda hit, around: "with"),
)


def _between(text: str) -> str:
    """An end of a range: "1914-1918" are years."""
    value = int(text) if text.isdecimal() else 0
    return year(value) if len(text) == 4 and 1100 <= value <= 2099 else decimal(text)
