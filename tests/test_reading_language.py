"""Which language a text is in: foreign words call up no English pictures, and it is said."""

from __future__ import annotations

import pytest

from dreamplayer.reading.ingest.language import language_notice, language_of
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.reading.semantics.gentle_mode import passed_over


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Im Garten steht ein alter Baum, und darunter schläft eine Katze.", "de"),
        ("Dans le jardin, un vieil arbre garde une chatte endormie.", "fr"),
        ("En el jardín hay un árbol viejo y una gata dormida.", "es"),
        ("Nel giardino c'è un vecchio albero e una gatta che dorme.", "it"),
        ("In de tuin staat een oude boom, en daaronder slaapt een kat.", "nl"),
        ("W ogrodzie stoi stare drzewo, a pod nim śpi kot.", "pl"),
        ("В саду стоит старое дерево.", "ru"),
        ("庭に古い木があり、猫が眠っています。", "ja"),
        ("An old tree stood in the garden, and a cat slept under it.", "en"),
        ("He said: bonjour, le chat est noir, and laughed at his own French.", "en"),
    ],
)
def test_a_paragraph_says_its_language(text: str, code: str) -> None:
    """By its function words or its script; English with a few foreign words stays English."""
    assert language_of(text) == code


def test_english_words_that_others_have_too_are_no_evidence() -> None:
    """The words "die", "man" and "war" are words of both languages."""
    assert parse("Die hard, sang the man of war.", name="x").language == "en"


def test_foreign_words_call_up_nothing_english() -> None:
    """A German wand is a wall; a rock and a gang are no English things."""
    dream = parse("Der Rock hing an der Wand, und die Box war im Gang.\n\nThe lantern burned in the hall.", name="x")
    assert {(m.name, m.passage) for m in read(dream).mentions if m.kind == "element"} >= {("lantern", 1)}
    assert {m.name for m in read(dream).mentions if m.passage == 0} == {"wall"}


def test_what_is_undecided_goes_with_its_text() -> None:
    """A line without function words is in the language of the text around it."""
    dream = parse("Der Mond schien auf das Meer, und es war still.\n\nGute Nacht.", name="x")
    assert dream.language == "de"
    assert [passage.language for passage in dream.passages] == ["de", "de"]
    assert parse("Rain. Stars.", name="x").language == "en"


def test_it_is_said() -> None:
    """A text in another language is named, one in English says nothing."""
    german = parse("Der Mond schien auf das Meer, und es war still.", name="mond")
    assert "German" in (language_notice(german) or "")
    mixed = parse(
        "The moon shone on the sea, and nobody was there to see it shine.\n\nLa lune est sur la mer et se tait.",
        name="x",
    )
    assert mixed.language == "en"
    assert "French" in (language_notice(mixed) or "")
    assert language_notice(parse("The moon shone on the sea.", name="x")) is None


def test_a_gentle_night_passes_over_nothing_it_cannot_read() -> None:
    """German "die" and "war" are no dark words: every sentence of a foreign text is told."""
    text = "Die Nacht war lang. Die Stadt war still. Die Not war nah, und die Hand war kalt. Dann kam der Tag."
    dream = parse("\n\n".join([text] * 4), name="x")
    assert not passed_over(dream, read(dream))
