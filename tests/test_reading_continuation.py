"""How the words of a passage go on about what was named before it."""

import pytest

from dreamplayer.reading.semantics.continuation import Continuation, continuation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lanterns hung above a grey lake.", Continuation()),
        ("“They” drift over the reeds.", Continuation(pronoun=True)),
        ("Hills slid past, and the whistle blew.", Continuation(riding=True)),
        ("The last houses went by, one after another.", Continuation(riding=True)),
        ("Now we stop by the window. Go slow, take a seat, half past nine.", Continuation()),
        ("WE travel on; her lamp burns low…", Continuation(pronoun=True, persons=frozenset({"she"}), riding=True)),
    ],
)
def test_words_tell_how_a_passage_goes_on(text: str, expected: Continuation) -> None:
    """Pronouns and words of travel count in any case and behind any punctuation, and nothing else does."""
    assert continuation(text.split()) == expected


def test_a_passage_without_words_says_nothing() -> None:
    """Silence neither keeps a thing on stage nor rides on."""
    assert continuation([]) == Continuation()
