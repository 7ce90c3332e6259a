"""Tables of abbreviations, units and initialisms, and their spoken forms."""

from __future__ import annotations

from collections.abc import Callable

from dreamplayer.narration.numbers import roman

Title = Callable[[str, str], str | None]
"""Spoken form of an abbreviation between the words before and after it; None where it isn't one there."""

MONTHS = {
    "january": "January", "february": "February", "march": "March", "april": "April", "may": "May", "june": "June",
    "july": "July", "august": "August", "september": "September", "october": "October", "november": "November",
    "december": "December", "jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June",
    "jul": "July", "aug": "August", "sep": "September", "sept": "September", "oct": "October", "nov": "November",
    "dec": "December",
}  # fmt: skip


def _before_a_name(said: str) -> Title:
    """An abbreviation only before a name."""
    return lambda before, after: said if after[:1].isupper() or not after else None


def _before_a_number(said: str) -> Title:
    """An abbreviation only before digits, or a Roman numeral other than "I"."""
    return lambda before, after: (
        said if after[:1].isdigit() or (after.rstrip(".") != "I" and roman(after.rstrip(".")) is not None) else None
    )


def _saint_or_street(before: str, after: str) -> str | None:
    if after[:1].isupper() and not before[:1].isdigit():
        return "saint"
    return "street" if before[:1].isupper() or before[:1].isdigit() else None


def _doctor_or_drive(before: str, after: str) -> str | None:
    if after[:1].isupper() or not before[:1].isupper():
        return "doctor"
    return "drive"


TITLES: dict[str, Title] = {
    "mr": lambda before, after: "mister", "mrs": lambda before, after: "missus", "ms": lambda before, after: "miz",
    "dr": _doctor_or_drive, "st": _saint_or_street, "prof": _before_a_name("professor"),
    "rev": _before_a_name("reverend"), "sgt": _before_a_name("sergeant"), "capt": _before_a_name("captain"),
    "lt": _before_a_name("lieutenant"), "col": _before_a_name("colonel"), "gen": _before_a_name("general"),
    "hon": _before_a_name("honourable"), "fr": _before_a_name("father"), "mt": _before_a_name("mount"),
    "jr": lambda before, after: "junior", "sr": lambda before, after: "senior", "no": _before_a_number("number"),
    "nos": _before_a_number("numbers"), "fig": _before_a_number("figure"), "p": _before_a_number("page"),
    "pp": _before_a_number("pages"), "vol": _before_a_number("volume"), "ch": _before_a_number("chapter"),
    "bk": _before_a_number("book"), "pt": _before_a_number("part"), "sec": _before_a_number("section"),
    "gov": _before_a_name("governor"), "sen": _before_a_name("senator"), "pres": _before_a_name("president"),
    "adm": _before_a_name("admiral"), "maj": _before_a_name("major"), "cpl": _before_a_name("corporal"),
    "mme": _before_a_name("madame"), "mlle": _before_a_name("mademoiselle"),
    "messrs": lambda before, after: "messers", "esq": lambda before, after: "esquire",
    "bros": lambda before, after: "brothers",
    **{short: (lambda name: lambda before, after: name)(MONTHS[short])
       for short in ("jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec")},
}  # fmt: skip
"""Abbreviations with a full stop whose spoken form depends on their neighbours."""

ALONE = {
    "vs": "versus", "etc": "et cetera", "e.g": "for example", "i.e": "that is", "eg": "for example", "ie": "that is",
    "a.m": "a m", "p.m": "p m", "approx": "approximately", "dept": "department", "ave": "avenue", "blvd": "boulevard",
    "rd": "road", "ft": "feet", "hr": "hour", "hrs": "hours", "mins": "minutes", "secs": "seconds", "ca": "circa",
    "cf": "compare", "et al": "and others", "n.b": "note well", "p.s": "P S", "r.i.p": "R I P", "ph.d": "P H D",
}  # fmt: skip

UNITS = {
    "km": ("kilometer", "kilometers"), "m": ("meter", "meters"), "cm": ("centimeter", "centimeters"),
    "mm": ("millimeter", "millimeters"), "kg": ("kilogram", "kilograms"), "g": ("gram", "grams"),
    "mg": ("milligram", "milligrams"), "lb": ("pound", "pounds"), "lbs": ("pound", "pounds"), "oz": ("ounce", "ounces"),
    "ft": ("foot", "feet"), "in": ("inch", "inches"), "yd": ("yard", "yards"), "mi": ("mile", "miles"),
    "mph": ("mile an hour", "miles an hour"), "kmh": ("kilometer an hour", "kilometers an hour"),
    "ml": ("milliliter", "milliliters"), "l": ("liter", "liters"), "L": ("liter", "liters"), "h": ("hour", "hours"),
    "hr": ("hour", "hours"), "hrs": ("hour", "hours"), "min": ("minute", "minutes"), "s": ("second", "seconds"),
    "sec": ("second", "seconds"), "ms": ("millisecond", "milliseconds"), "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"), "GB": ("gigabyte", "gigabytes"), "MB": ("megabyte", "megabytes"),
    "°": ("degree", "degrees"), "°C": ("degree Celsius", "degrees Celsius"), "x": ("time", "times"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"), "k": ("thousand", "thousand"),
    "m²": ("square meter", "square meters"), "km²": ("square kilometer", "square kilometers"),
    "m³": ("cubic meter", "cubic meters"), "cm²": ("square centimeter", "square centimeters"),
    "W": ("watt", "watts"), "kW": ("kilowatt", "kilowatts"), "V": ("volt", "volts"), "mm²": ("square millimeter",
    "square millimeters"), "dB": ("decibel", "decibels"), "GHz": ("gigahertz", "gigahertz"), "d": ("day", "days"),
    "MHz": ("megahertz", "megahertz"), "kph": ("kilometer an hour", "kilometers an hour"), "kcal": ("kilocalorie",
    "kilocalories"), "cl": ("centiliter", "centiliters"), "dl": ("deciliter", "deciliters"), "mins": ("minute",
    "minutes"), "secs": ("second", "seconds"), "day": ("day", "days"), "week": ("week", "weeks"), "night": ("night",
    "nights"), "month": ("month", "months"), "year": ("year", "years"), "person": ("person", "people"),
}  # fmt: skip

LETTERS = {
    "AI", "PM", "UK", "USA", "EU", "UN", "UFO", "FBI", "CIA", "ID", "IQ", "OK", "DIY", "EKG", "ECG", "ICU", "MRI",
    "DNA", "RNA", "TV", "CD", "DVD", "CV", "FAQ", "GPS", "HIV", "IOU", "IRS", "USB", "URL", "VIP", "ATM", "BBC",
    "CNN", "NYC", "LA", "DC", "AC", "ADHD", "AD", "BC", "BCE", "CE", "SOS", "ETA", "ER",
}  # fmt: skip
"""Initialisms: spelled letter by letter though they could be pronounced as words."""
