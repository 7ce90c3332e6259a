"""From a file to its words: what is shown, where it stands, and what is said when there is nothing to show."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.errors import TextError
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest.parse import load, parse
from dreamplayer.reading.ingest.source import decode
from dreamplayer.reading.ingest.title import name_of, title_of

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
MARKS = (
    "*",
    "_",
    "#",
    "- ",
    "> ",
    "`",
    "|",
    "~~",
    "[a](b)",
    "<b>",
    "---\n",
    "&nbsp;",
    "title: x\n",
    "“",
    "”",
    "’",
    '"',
)
GAPS = (
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "\u2028",
    "\u200b",
    "\ufeff",
    "—",
    "–",
    "…",
    "...",
    ".",
    "!",
    "?",
    ",",
    "\x00",
    "😀",
)
PIECES = (*MARKS, *GAPS, "the", "Lantern", "é", "e\u0301", "漢字", "Dr.", "3.5", "x" * 90)


def shown(dream: Dream) -> list[str]:
    """The words as captions show them."""
    return [word.text for word in dream.words]


def test_the_five_dreams_keep_every_word() -> None:
    """Every word of a plain text is shown once, in order, at its place in the source."""
    assert len(SEEDS) == 5
    for path in SEEDS:
        dream = load(path)
        plain = re.findall(r"\w+", dream.text.replace("*", ""))
        assert re.findall(r"\w+", " ".join(shown(dream))) == plain
        for word in dream.words:
            assert dream.text[word.start : word.end].replace("*", "") == word.text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_any_usual_encoding_is_read(encoding: str) -> None:
    """Curly quotes, dashes and accents come out the same however the file was saved."""
    text = "I don’t know the café — “nobody” does… It was years ago, and the lamps were lit."
    dream = parse(decode(text.encode(encoding)), name="x")
    assert shown(dream)[1:5] == ["don’t", "know", "the", "café\u00a0—"]
    assert "“nobody”" in shown(dream)


def test_offsets_count_the_code_points_of_the_decoded_file() -> None:
    """A mark at the start, carriage returns and symbols beyond the first plane each count as they are."""
    source = "\ufeffOne 😀 two\r\nthree"
    dream = parse(decode(source.encode("utf-8")), name="x")
    assert [dream.text[w.start : w.end] for w in dream.words] == ["One", "two", "three"]
    assert dream.text == source


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.7 stuff", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        (bytes(range(1, 32)) * 40, "no readable text"),
        (b"... --- ...", "no readable text"),
    ],
)
def test_what_is_no_text_is_said_to_be_none(data: bytes, says: str) -> None:
    """An empty or binary file gives one clear sentence with what to do."""
    with pytest.raises(TextError, match=says) as problem:
        decode(data, where="dream.txt")
    assert "dream.txt" in str(problem.value)
    assert problem.value.todo


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A wrong path is told with the path."""
    with pytest.raises(TextError, match="nowhere"):
        load(tmp_path / "nowhere.txt")


def test_emphasis_is_kept_and_its_marks_are_not() -> None:
    """Asterisks and underlines turn to italics, over several sentences too; a product keeps its sign out of it."""
    dream = parse("It hisses, “*You are too much. You are not enough.*” A snake_case _word_ and 2*3.", name="x")
    assert [w.text for w in dream.words if w.emphasis][:4] == ["“You", "are", "too", "much."]
    assert [w.text for w in dream.words if w.emphasis][-1] == "word"
    assert "snake_case" in shown(dream)
    assert len(list(dream.sentences)) == 3


def test_markdown_is_understood() -> None:
    """Headings, lists, quotations, links and code lose their marks and no word."""
    source = "---\ntitle: Night Boat\n---\n# Part one\n\n> The *boat*\n\n- one item\n- [two](http://a.b/c)\n\n```\ncode\n```\n"
    dream = parse(source, name="x")
    assert dream.title == "Night Boat"
    assert shown(dream) == ["Part", "one", "The", "boat", "one", "item", "two", "code"]
    assert [p.preamble for p in dream.passages] == [True, False, False, False]
    assert parse("# The Sea\n\nIt was calm.", name="x").title == "The Sea"


def test_dashes_and_dots_part_words_and_cling_to_the_left() -> None:
    """Two words joined by a dash are two words; a lone dash belongs to the word before it."""
    dream = parse("falling—or floating – hope…until then... 9–5 well-lit", name="x")
    assert shown(dream) == ["falling—", "or", "floating\u00a0–", "hope…", "until", "then...", "9–5", "well-lit"]


def test_sentences_end_where_one_breathes() -> None:
    """Titles, initials and speech that goes on end no sentence; a very long one is said in several breaths."""
    dream = parse("Mr. J. Smith said “Stop!” and went… slowly. He left at 3.5 miles. “Why?” she asked.", name="x")
    assert [s.text for s in dream.sentences] == [
        "Mr. J. Smith said “Stop!” and went… slowly.",
        "He left at 3.5 miles.",
        "“Why?” she asked.",
    ]
    long = parse(", ".join(["and the river ran on past the mill"] * 40), name="x")
    assert all(8 <= len(s.words) <= 70 for s in long.sentences)


def test_speech_is_known_as_such() -> None:
    """A sentence wholly inside quotation marks is dialogue, one with words around it is not."""
    dream = parse("“Come in. Sit down,” she said. “Now listen.” The clock stopped.", name="x")
    assert [s.dialogue for s in dream.sentences] == [True, False, True, False]


def test_an_opening_that_sets_no_scene_is_a_preamble() -> None:
    """A lone "I am dreaming." is a preamble; within a paragraph, or as the only text, it is told as part of it."""
    assert [p.preamble for p in parse("I am dreaming. You are dreaming.\n\nThe sea is calm.", name="x").passages] == [
        True,
        False,
    ]
    assert [p.preamble for p in parse("I am dreaming. The sea is calm.\n\nIt rises.", name="x").passages] == [
        False,
        False,
    ]
    assert [p.preamble for p in parse("I am dreaming.", name="x").passages] == [False]
    assert [p.preamble for p in parse("The sky cracks.\n\nThen rain.", name="x").passages] == [False, False]


def test_a_long_paragraph_becomes_several_scenes() -> None:
    """Paragraphs of over 120 words are parted at sentence ends; shorter ones never."""
    sentence = "The lamps along the harbour wall came on one after another. "
    dream = parse(sentence * 40, name="x")
    sizes = [sum(1 for _ in p.words) for p in dream.passages]
    assert len(sizes) > 3
    assert all(45 <= size <= 105 for size in sizes)
    assert len(parse(sentence * 10, name="x").passages) == 1


@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join))
def test_odd_texts_never_raise(source: str) -> None:
    """Whatever is thrown at it becomes words in order at their places, or a TextError."""
    try:
        dream = parse(source, name="x")
    except TextError:
        return
    words = list(dream.words)
    assert [word.index for word in words] == list(range(len(words)))
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(word.start < word.end and any(c.isalnum() for c in word.text) for word in words)
    assert [p.index for p in dream.passages] == list(range(len(dream.passages)))
    assert all(p.sentences and all(s.words for s in p.sentences) for p in dream.passages)


@given(st.binary(max_size=120))
def test_hostile_bytes_never_raise(data: bytes) -> None:
    """Any bytes are a text or a TextError."""
    try:
        parse(decode(data), name="x")
    except TextError:
        return


def test_names_and_titles_are_readable() -> None:
    """File names give titles a person would write, ids do not show."""
    assert title_of("the-bridge-of-light") == "The Bridge of Light"
    assert title_of("000_dc169a388ed95238") == "A Dream"
    assert title_of("My dream about cats") == "My dream about cats"
    assert name_of("My Dream (2)") == "my-dream-2"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We met at No. 12 by the ferry.", 1),
        ("He came from the U.S. and stayed.", 1),
        ("See Vol. IV and p. 30 of it.", 1),
        ("The shop on Mill Ave. was shut.", 1),
        ("Soft . . . soft, said the rain.", 1),
        ("She slept . . . The rain went on.", 2),
        ("It cost € 12,50 in all.", 1),
        ("No. Two swans came.", 2),
    ],
)
def test_a_full_stop_that_ends_nothing_parts_nothing(text: str, sentences: int) -> None:
    """Abbreviations before numbers, initials and spaced dots stay inside their sentence."""
    assert len(list(parse(text, name="x").sentences)) == sentences


def test_signs_stand_with_their_number() -> None:
    """A sign of money before its amount is one word with it, and so is one behind it."""
    assert shown(parse("It was € 12,50 or 9 € or EUR 3 there.", name="x"))[2:7] == [
        "€\u00a012,50", "or", "9\u00a0€", "or", "EUR\u00a03",
    ]  # fmt: skip


def test_no_passage_ends_inside_quotation_marks() -> None:
    """A long paragraph is parted between speeches, never within one."""
    told = " ".join(f"The tide came in over stone number {n} and went out again slowly." for n in range(6))
    speech = "“" + " ".join(f"I have rowed to the island {n} times and never slept there." for n in range(12)) + "”"
    dream = parse(f"{told} {speech} {told}", name="x")
    assert len(dream.passages) > 1
    for passage in dream.passages:
        shown_text = dream.text[passage.start : passage.end]
        assert shown_text.count("“") == shown_text.count("”")


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("The Kettle and the Light\n\nA kitchen at night.", "The Kettle and the Light", "The"),
        ("# The Kettle\n\nA kitchen at night.\n\n## Later\n\nIt sings.", "The Kettle", "The"),
        ("\n\n  Night Boat  \n\nIt drifts.\n", "Night Boat", "Night"),
        ("---\ntitle: Night Boat\n---\nNight Boat\n\nIt drifts.\n", "Night Boat", "Night"),
        ("A kitchen at night.\n\nThe kettle sings.", "Found", "A"),
        ("You are floating\n\nThe water is warm\n\nNothing is asked of you", "Found", "You"),
        ("I am dreaming\n\nA kitchen at night.", "Found", "I"),
        ("# One\n\nRain.\n\n# Two\n\nSnow.", "One", "One"),
        ("Chapter 1\n\nRain fell on the roof.", "Found", "Chapter"),
        ("Only a title", "Found", "Only"),
    ],
)
def test_a_title_of_its_own_names_the_text(text: str, title: str, first: str) -> None:
    """The first heading or first line of its own is the title, and is told like all else."""
    dream = parse(text, name="found")
    assert (dream.title, next(iter(dream.words)).text) == (title, first)
    assert all(text[w.start : w.end] == w.text for w in dream.words)
    assert not any(o.kind == "title" for o in dream.omissions)
