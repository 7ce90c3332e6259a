"""Words as shown to words as said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.model.text import Word
from dreamplayer.narration.numbers import cardinal, ordinal, roman, year
from dreamplayer.narration.spoken import spoken


def said(text: str, **lexicon: str) -> list[str]:
    """The spoken forms of words parted by spaces."""
    return list(spoken([Word(word, 0, 0, i) for i, word in enumerate(text.split())], lexicon))


@pytest.mark.parametrize(
    ("shown", "heard"),
    [
        ("It’s 7 o’clock.", "It's | seven | o'clock."),
        ("*never* (softly) “quoted,”", "never | softly, | quoted,"),
        ("forest—trees wait... what--no —", "forest— trees | wait… | what— no | "),
        ("Dr. Smith met St. John on Elm St. today", "doctor | Smith | met | saint | John | on | Elm | street | today"),
        ("Mr. and Mrs. No. 5 said no.", "mister | and | missus | number | five | said | no."),
        ("J. R. R. Tolkien, e.g. me", "J | R | R | Tolkien, | for example | me"),
        ("Chapter IV: Henry VIII, World War II", "Chapter | four: | Henry | the eighth, | World | War | two"),
        ("I am. I, V, and X", "I | am. | I, | V, | and | X"),
        ("in 1999, 2005, 1900 and 2024", "in | nineteen ninety nine, | two thousand five, | nineteen hundred | and | "
         "twenty twenty four"),
        ("the 1990s and ’80s", "the | nineteen nineties | and | eighties"),
        ("March 3, 21st of May 1", "March | third, | twenty first | of | May | first"),
        ("you may 5 times", "you | may | five | times"),
        ("2024-05-17", "May seventeenth, twenty twenty four"),
        ("10:30 p.m. 9:00 3:05pm 10am", "ten thirty | p m | nine o'clock | three oh five p m | ten a m"),
        ("$5 million $1 £3.50 €20k", "five | million dollars | one dollar | three pounds and fifty pence | "
         "twenty thousand euros"),
        ("50% 20°C 5km -3 1,234 3.14", "fifty percent | twenty degrees Celsius | five kilometers | minus three | "
         "one thousand two hundred and thirty four | three point one four"),
        ("1/2 2½ 24/7 007 555-1234 #5", "one half | two and one half | twenty four seven | zero zero seven | "
         "five five five one two three four | number five"),
        ("https://www.example.com/a me@foo.org", "example dot com slash a | me at foo dot org"),
        ("The TV said NO to NASA", "The | T V | said | no | to | nasa"),
        ("SHE RAN AWAY NOW", "she | ran | away | now"),
        ("dream-sweat and/or he/she & 😀 ***", "dream sweat | and or | he or she | and |  | "),
        ("really?! no!! well;", "really? | no! | well;"),
        ("CHAPTER XIX. THE FERRY", "chapter | nineteen. | the | ferry"),
        ("act iii, Scene I. Charles V and Elizabeth I, Mary I know", "act | three, | Scene | one. | Charles | "
         "the fifth | and | Elizabeth | the first, | Mary | I | know"),
        ("Vol. II, p. 9, No. XII. No. I am", "volume | two, | page | nine, | number | twelve. | No. | I | am"),
        ("an IV drip", "an | I V | drip"),
        ("90 km/h 12m/s 3 l/min 4.5 kg -2 °C", "ninety | kilometers an hour | twelve meters a second | three | "
         "liters a minute | four point five | kilograms | minus two | degrees Celsius"),
        ("5:1 a ratio of 16:10 16:10 1:500", "five to one | a | ratio | of | sixteen to ten | sixteen ten | "
         "one to five hundred"),
        ("1999-12-31T23:05:59Z 2031-06-02T00:30+02:00 20200303T0715", "December thirty first, nineteen ninety nine, at "
         "twenty three oh five | June second, twenty thirty one, at zero thirty | March third, twenty twenty, at "
         "seven fifteen"),
        ("08:20:00 0:00 6.45 pm 5 pm 9:15-9:45", "eight twenty | midnight | six forty five | p m | five | p m | "
         "nine fifteen to nine forty five"),
        ("€14,50 14,50€ €1.250,00 75p $9/night $5-10 US$3", "fourteen euros and fifty cents | "
         "fourteen euros and fifty cents | one thousand two hundred and fifty euros | seventy five pence | "
         "nine dollars a night | five to ten dollars | three dollars"),
        ("3.4.2021 2,5 1h15 12%", "April third, twenty twenty one | two point five | one hour fifteen minutes | "
         "twelve percent"),
    ],
)  # fmt: skip
def test_what_is_shown_is_said_as_people_say_it(shown: str, heard: str) -> None:
    """Numbers, titles, dates, money, capitals and signs each become one form a word."""
    assert " | ".join(said(shown)) == heard


def test_a_lexicon_is_asked_first_in_any_case_and_with_an_s() -> None:
    """Names are said as the person wrote they are."""
    assert said("SIOBHAN’s Lyra, 7", siobhan="shivawn", Lyra="lie-ra", **{"7": "lucky"}) == [
        "shivawn's", "lie ra,", "lucky",
    ]  # fmt: skip


_ODD = st.from_regex(r"[“(‘]?[$£#'+-]?[0-9IVXa-z,./:%-]{1,9}[a-zA-Z.°½]{0,4}[.,!?…—”)]{0,2}", fullmatch=True)


@given(st.lists(st.one_of(st.text(min_size=1, max_size=12), _ODD), min_size=1, max_size=6))
def test_no_word_is_lost_whatever_the_text(texts: list[str]) -> None:
    """One form each; a word with a letter is said; no figure and no stray sign reaches the voice."""
    forms = spoken([Word(text, 0, 0, i) for i, text in enumerate(texts)])
    assert len(forms) == len(texts)
    for text, form in zip(texts, forms, strict=True):
        assert re.fullmatch(r"[\w\s',;:—….!?]*", form), (text, form)
        assert not re.search(r"[0-9]", form), (text, form)
        if any("a" <= char <= "z" for char in text):
            assert any(char.isalpha() for char in form), (text, form)


@given(st.integers(0, 10**12))
def test_numbers_have_names(number: int) -> None:
    """Only words; the ordinal of a number ends as ordinals do."""
    assert re.fullmatch(r"[a-z -]+", cardinal(number))
    assert re.search(r"(?:th|first|second|third)$", ordinal(number))


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_back(number: int) -> None:
    """Every numeral has its value, and only when it is written as it should be."""
    places = (("I", "V", "X"), ("X", "L", "C"), ("C", "D", "M"), ("M", "", ""))
    text = ""
    for figure, (one, five, ten) in zip(reversed(str(number)), places, strict=False):
        text = ("", one, one * 2, one * 3, one + five, five, five + one, five + one * 2, five + one * 3, one + ten)[
            int(figure)
        ] + text
    assert roman(text) == number
    assert roman(text + "IIII") is None


@given(st.integers(1000, 9999))
def test_years_never_say_thousand_and(number: int) -> None:
    """A year is read in pairs or plainly, without "and"."""
    assert " and " not in year(number) or number % 1000 < 10
