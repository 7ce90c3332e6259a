"""What is only likened, remembered, wished or imagined: seen for a moment, never in place of the scene."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective, is_adverb, is_function
from dreamplayer.reading.syntax.wordlists import ARTICLES, MODALS, NUMBERS, PERSONS, POSSESSIVES, PREPOSITIONS

_TO_LIKE = frozenset(
    "would i'd you'd we'd they'd he'd she'd didn't don't doesn't never always really i we they you who also".split()
)
_LOOKS = frozenset(
    "looks look looked looking sounds sounded sound seems seem seemed something anything things someone people".split()
)
_CLAUSES = frozenset("but while until when before after where so because which yet though although".split())
_SIZES = frozenset("size colour color shape shaped colours colors texture thickness".split())


@dataclass(frozen=True, slots=True)
class Likened:
    """Tokens of what is only likened, and those of them that tell what seems to happen: "as if dawn were paused"."""

    tokens: set[int]
    supposed: set[int]


def figurative(tokens: Sequence[Token], finite: Collection[int], lexicon: Vocabulary) -> Likened:
    """Tokens inside a simile, a wish or a memory. `finite` are the tokens of finite verbs: they may end one."""
    found: set[int] = set()
    supposed: set[int] = set()
    memory = lexicon.context["memory"]["before"]
    for i, token in enumerate(tokens):
        low = token.norm
        before = tokens[i - 1].norm if i > 0 and tokens[i - 1].sentence == token.sentence else ""
        after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == token.sentence else None
        if after is None:
            continue
        if low == "like" and (after.norm in NUMBERS or after.norm in PREPOSITIONS) and not after.punct_before:
            # "like three steps", "I was like on a roof": a word of talk.
            continue
        if low == "like":
            if (before in _TO_LIKE and not token.punct_before) or before in _LOOKS:
                continue
            if after.norm in ("that", "this", "me", "you", "him", "us", "them") and _ends(tokens, i + 1):
                continue
            found.update(_run(tokens, finite, i + 1, 10))
        elif low in ("is", "are", "was", "were") and after.norm == "there" and not before:
            # "Is there a cat?" asks for one.
            found.update(_run(tokens, finite, i + 2, 7))
        elif low in ("as", "almost") and after.norm in ("if", "though"):
            supposed.update(_run(tokens, finite, i + 2, 16, clause=True))
        elif low == "as" and after.norm in ("a", "an") and before and not token.punct_before and is_adjective(before):
            # "thin as a wire"
            found.update(_run(tokens, finite, i + 1, 6))
        elif low == "as" and _likens(tokens, i):
            # "warm as bread"
            found.add(i + 1)
        elif low == "as" and not after.punct_before:
            # "as tall as a tower"
            for k in range(i + 2, min(i + 5, len(tokens))):
                if tokens[k].punct_before or tokens[k].sentence != token.sentence:
                    break
                if tokens[k].norm == "as" and tokens[i + 1].norm not in ("long", "soon", "far", "well", "much"):
                    found.update(_run(tokens, finite, k + 1, 6))
                    break
        elif low == "than" and before not in ("more", "rather", "other", "less", "nothing"):
            found.update(_run(tokens, finite, i + 1, 5))
        elif low in _SIZES and after.norm in ("of", "like") and not after.punct_before:
            found.update(_run(tokens, finite, i + 2, 6))
        elif low in ("resembling", "resembled", "resembles", "resemble") or (
            low in ("reminiscent", "akin") and after.norm in ("of", "to")
        ):
            found.update(_run(tokens, finite, i + 1, 7))
        elif low in ("reminded", "reminds", "reminding") and (after.norm in ("me", "us", "you")):
            found.update(_run(tokens, finite, i + 2, 9))
        elif low in ("imagine", "picture", "visualise", "visualize", "envision") and _asked(tokens, i):
            # "Now imagine a soft light": asked to be seen.
            continue
        elif f"{low} {after.norm}" in memory or (low in memory and low not in ("missing", "missed") and before != "to"):
            run = _run(tokens, finite, i + 1, 9)
            found.update(run)
            found.update(_more(tokens, run.stop))
        elif (
            low in ("could", "might") and after.norm == "have" and i + 2 < len(tokens) and tokens[i + 2].norm == "been"
        ):
            found.update(_run(tokens, finite, i + 3, 7))
    return Likened(found | supposed, supposed)


def _likens(tokens: Sequence[Token], i: int) -> bool:
    """Whether "as" at i sets one bare word beside an adjective, and no clause follows: not "dark as night fell"."""
    before, after = tokens[i - 1], tokens[i + 1]
    if i == 0 or before.sentence != tokens[i].sentence or tokens[i].punct_before or after.punct_before:
        return False
    return is_adjective(before.norm) and not is_function(after.norm) and _ends(tokens, i + 1)


def _more(tokens: Sequence[Token], i: int) -> set[int]:
    """Things counted up after the first: "I longed for a house, a lamp, a bed"."""
    more: set[int] = set()
    while i + 1 < len(tokens) and tokens[i].punct_before == "," and tokens[i].norm in ("a", "an", "some", "and", "or"):
        end = i + 1
        while (
            end < len(tokens)
            and end - i < 4
            and not tokens[end].punct_before
            and tokens[end].sentence == tokens[i].sentence
        ):
            end += 1
        if end < len(tokens) and tokens[end].sentence == tokens[i].sentence and not tokens[end].punct_before:
            break
        more.update(range(i, end))
        i = end
    return more


def _asked(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb is an imperative: it opens its sentence, or follows "now", "then", "and"."""
    if i == 0 or tokens[i - 1].sentence != tokens[i].sentence or tokens[i].punct_before:
        return True
    return tokens[i - 1].norm in ("now", "then", "just", "simply") or (
        tokens[i - 1].norm == "and" and (i < 2 or tokens[i - 2].norm not in PERSONS)
    )


def _ends(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 >= len(tokens) or tokens[i + 1].sentence != tokens[i].sentence or bool(tokens[i + 1].punct_before)


def _run(tokens: Sequence[Token], finite: Collection[int], i: int, reach: int, *, clause: bool = False) -> range:
    """Tokens from i to the end of what is likened."""
    end = i
    relative = False
    while end < len(tokens) and end - i < reach:
        token = tokens[end]
        if token.sentence != tokens[i - 1].sentence:
            break
        # "like a cold, wet stone" goes on; "like a stone, and then" does not.
        listed = token.punct_before == "," and is_adjective(tokens[end - 1].norm) and end - i < 4
        if end > i and token.punct_before and not listed:
            break
        if end > i and (token.norm in _CLAUSES or token.norm == "there"):
            break
        if end > i + 1 and not clause and end in finite and not relative:
            # "clouds shaped like lily pads float": the sentence's own verb.
            break
        relative = relative or token.norm in ("that", "which", "who", "whose")
        if end > i + 1 and not clause and token.norm in PERSONS:
            break
        if end > i and not clause and token.norm in ("and", "as") and end + 1 < len(tokens):
            then = tokens[end + 1].norm
            if (
                token.norm == "as"
                or then in PERSONS
                or then in MODALS
                or is_adverb(then)
                or then.endswith(("ed", "ing"))
            ):
                break
            if then in ARTICLES | POSSESSIVES and end - i >= 2:
                break
        end += 1
    return range(i, end)
