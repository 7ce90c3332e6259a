"""Numbers as words: cardinals, ordinals, years, decimals, Roman numerals."""

from __future__ import annotations

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion")
_ODD_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_ROMAN = re.compile(r"(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def cardinal(number: int) -> str:
    """Cardinal number: `21` is "twenty-one". One too long to have a name is read digit by digit.

    Args:
        number: any whole number.
    """
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    if number < 1000:
        hundreds, below = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred" + (f" and {cardinal(below)}" if below else "")
    if number >= 1000 ** len(_SCALES):
        return figures(str(number))
    parts: list[str] = []
    for scale in reversed(range(len(_SCALES))):
        group = number // 1000**scale % 1000
        if group:
            joint = "and " if parts and scale == 0 and group < 100 else ""
            parts.append(f"{joint}{cardinal(group)} {_SCALES[scale]}".strip())
    return " ".join(parts)


def ordinal(number: int) -> str:
    """Ordinal number: `21` is "twenty-first".

    Args:
        number: any whole number.
    """
    said = cardinal(number)
    at = max(said.rfind(" "), said.rfind("-")) + 1
    before, last = said[:at], said[at:]
    if last in _ODD_ORDINALS:
        return before + _ODD_ORDINALS[last]
    return before + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def year(number: int) -> str:
    """Year: `1999` is "nineteen ninety-nine", `2005` "two thousand five", `1900` "nineteen hundred".

    Args:
        number: 0 or more.
    """
    century, rest = divmod(number, 100)
    if 2000 <= number < 2010 or number < 1000 or number > 9999:
        return cardinal(number).replace(" and ", " ")
    if rest == 0:
        return cardinal(number) if century % 10 == 0 else f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def decimal(text: str) -> str:
    """Decimal number: `3.14` is "three point one four", `-2` "minus two".

    Args:
        text: digits with an optional sign and point; commas between thousands are ignored.

    Raises:
        ValueError: anything else.
    """
    text = text.replace(",", "").replace("\u2212", "-")
    sign = "minus " if text.startswith("-") else ""
    whole, _, part = text.lstrip("+-").partition(".")
    said = figures(whole) if len(whole) > 1 and whole.startswith("0") else cardinal(int(whole or "0"))
    return sign + said + (f" point {figures(part)}" if part else "")


def figures(text: str) -> str:
    """Digits one by one: `007` is "zero zero seven".

    Args:
        text: characters other than digits are ignored.
    """
    return " ".join(_ONES[int(figure)] for figure in text if figure.isdecimal())


def roman(text: str) -> int | None:
    """Value of a Roman numeral; None for anything else.

    Args:
        text: in capitals.
    """
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-value if i + 1 < len(values) and value < values[i + 1] else value for i, value in enumerate(values))


def plural(said: str) -> str:
    """Plural of a number in words: "nineteen nineties" for "nineteen ninety".

    Args:
        said: what `year` or `cardinal` returned.
    """
    return said[:-1] + "ies" if said.endswith("y") else said + "s"
