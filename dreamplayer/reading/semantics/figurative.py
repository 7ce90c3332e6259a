"""Figurative language: what is only likened, remembered, wished or imagined, seen for a moment, never as the scene."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective, is_adverb, is_function, is_thing
from dreamplayer.reading.syntax.wordlists import ARTICLES, MODALS, NUMBERS, PERSONS, POSSESSIVES, PREPOSITIONS

_TO_LIKE = frozenset(
    "would i'd you'd we'd they'd he'd she'd didn't don't doesn't never always really i we they you who also".split()
)
_LOOKS = frozenset(
    "looks look looked looking sounds sounded sound seems seem seemed something anything things someone people".split()
)
_CLAUSES = frozenset("but while until when before after where so because which yet though although".split())
_STATING = frozenset(
    "stood stand stands lay lie lies sat sit sits hung hang hangs fell fall falls was were is are had has came "
    "come comes went goes stayed waited rested".split()
)
"""Verbs that end a comparison though they tell no event."""
_SIZES = frozenset("size colour color shape shaped colours colors texture thickness".split())


_WAYS_OF_LENGTH = frozenset("long soon far well much".split())
"""Adjectives of "as long as" and the like, which liken nothing."""
_POINTING = frozenset("that this me you him us them".split())
_NOT_COMPARING = frozenset("more rather other less nothing".split())
_IMAGINING = frozenset("imagine picture visualise visualize envision".split())
_RESEMBLING = frozenset("resembling resembled resembles resemble".split())
_SPEAKING = frozenset(
    "tell tells telling told talk talks talking talked speak speaks spoke spoken sing sings sang heard asked "
    "asks".split()
)
_ABOUT = frozenset({"of", "about", "after"})
_FEARS = frozenset("afraid scared frightened terrified".split())
_DENYING = frozenset("not never wasn't weren't isn't aren't ain't no".split())
_REMINDING = frozenset("reminded reminds reminding".split())
_REMEMBERING = frozenset("remember remembers remembered remembering recalled recalls recalling".split())
_MEANT = frozenset("this it that breath voice sound".split())
_OF_IT = frozenset("there that which who where we he she they you i".split())
"""Words at which a clause on the thing thought of begins."""
_DEPICTIONS = frozenset(
    "picture pictures photograph photographs photo photos painting paintings portrait portraits drawing drawings "
    "sketch engraving postcard postcards poster calendar".split()
)
_TALES = frozenset(
    "book books story stories tale tales song songs poem poems ballad legend legends film films lecture opera "
    "play".split()
)
"""What tells of things that are not there: "a book about ships"."""
_NOT_OF = frozenset("book books play".split())
"""Those of them after which "of" tells something else."""
_RECALLING = frozenset("think thinks thought thinking miss misses missed missing dreamed dreamt dreaming".split())
"""Verbs after which a list of all that one thinks of may follow."""


@dataclass(frozen=True, slots=True)
class Figurative:
    """Tokens inside a simile, a wish or a memory."""

    tokens: set[int] = field(default_factory=set)
    supposed: set[int] = field(default_factory=set)
    """Those of them that tell what seems to happen: "as if dawn were paused"."""


class FigureOfSpeech:
    """A word that may open a simile, a wish or a memory, with what stands around it."""

    def __init__(
        self, tokens: Sequence[Token], i: int, finite: Collection[int], memory: Collection[str], found: Figurative
    ) -> None:
        """See `figurative` for the arguments; what is figurative is added to `found`."""
        self.tokens, self.i, self.finite, self.memory, self.found = tokens, i, finite, memory, found
        self.token = tokens[i]
        self.start = self.token.start
        self.norm = self.token.norm
        self.before = tokens[i - 1].norm if i > 0 and tokens[i - 1].sentence == self.token.sentence else ""
        self.follower = tokens[i + 1]
        self.after = self.follower.norm

    def run(self, skip: int, reach: int) -> str:
        """Take what follows, from the token `skip` further on, up to `reach` tokens.

        Args:
            skip: tokens from this one to the first that is taken.
            reach: tokens taken at most.
        """
        return self.add(_run(self.tokens, self.finite, self.i + skip, reach, simile=True))

    def add(self, tokens: Iterable[int]) -> str:
        """Take these tokens.

        Args:
            tokens: their indices in the passage.

        Returns:
            "figurative", the decision of the rule that takes them.
        """
        self.found.tokens.update(tokens)
        return "figurative"


def figurative(tokens: Sequence[Token], finite: Collection[int], lexicon: Vocabulary) -> Figurative:
    """Find what a passage says in figures.

    Args:
        tokens: the passage.
        finite: indices of the tokens that are finite verbs: they may end a simile.
        lexicon: the vocabulary.
    """
    found = Figurative()
    memory = lexicon.context["memory"]["before"]
    for i, token in enumerate(tokens[:-1]):
        if tokens[i + 1].sentence == token.sentence and token.norm in _openers(memory):
            FIGURES.first(FigureOfSpeech(tokens, i, finite, memory, found))
    found.tokens.update(found.supposed)
    return found


@cache
def _openers(memory: frozenset[str]) -> frozenset[str]:
    """Words at which a figure may begin."""
    first = {phrase.split()[0] for phrase in memory}
    own = "be like is are was were as almost than reminiscent akin could might".split()
    return (
        frozenset(own)
        | {"had"}
        | _DEPICTIONS
        | _TALES
        | first
        | _REMEMBERING
        | _SPEAKING
        | _SIZES
        | _RESEMBLING
        | _REMINDING
        | _IMAGINING
    )


FIGURES: RuleTable[FigureOfSpeech, str] = RuleTable("figurative")
_figure = FIGURES.rule


@_figure("like-of-talk", "It was *like* three lanterns away.", "literal")
def _like_of_talk(f: FigureOfSpeech) -> str | None:
    """A word of talk: "like three steps", "I was like on a roof"."""
    counted = f.after in NUMBERS or f.after in PREPOSITIONS
    return "literal" if f.norm == "like" and counted and not f.follower.punct_before else None


@_figure("things-that-look-like", "The lamps looked *like* dandelions.", "figurative ~flower +lamp")
def _things_that_look_like(f: FigureOfSpeech) -> str | None:
    """One known thing that only looks like another; "it looks like a star" names what is there."""
    if f.norm != "like" or f.before not in ("look", "looks", "looked") or f.i < 2:
        return None
    who = f.tokens[f.i - 2]
    known = who.sentence == f.token.sentence and is_thing(who.norm, known=True) and not f.tokens[f.i - 1].punct_before
    return f.run(1, 10) if known and who.norm not in PERSONS else None


@_figure("to-like", "I *like* the river.", "literal +river")
def _to_like(f: FigureOfSpeech) -> str | None:
    """A verb ("we like"), or what looks like a thing and is one."""
    verb = (f.before in _TO_LIKE and not f.token.punct_before) or f.before in _LOOKS
    return "literal" if f.norm == "like" and verb else None


@_figure("like-this", "A lake *like* this, and a boat.", "literal +boat")
def _like_this(f: FigureOfSpeech) -> str | None:
    pointing = f.norm == "like" and f.after in _POINTING and _ends(f.tokens, f.i + 1)
    return "literal" if pointing else None


@_figure("like", "The boats lay *like* sleeping cows.", "figurative ~cow +boat")
def _like(f: FigureOfSpeech) -> str | None:
    return f.run(1, 10) if f.norm == "like" else None


@_figure("asked-after", "*Is* there a wolf?", "figurative ~wolf")
def _asked_after(f: FigureOfSpeech) -> str | None:
    asks = f.norm in ("is", "are", "was", "were") and f.after == "there" and not f.before
    return f.run(2, 7) if asks else None


@_figure("as-if", "The house shook *as* if a train were passing.", "supposed ~train +house")
def _as_if(f: FigureOfSpeech) -> str | None:
    if f.norm not in ("as", "almost") or f.after not in ("if", "though"):
        return None
    f.found.supposed.update(_run(f.tokens, f.finite, f.i + 2, 16, clause=True))
    return "supposed"


@_figure("as-one-does", "The lid closed slowly, *as* a flower closes at dusk.", "figurative ~flower")
def _as_one_does(f: FigureOfSpeech) -> str | None:
    """A clause that only likens: "softly, as a cat crosses a room"."""
    likens = f.norm == "as" and "," in f.token.punct_before and f.after in ("a", "an") and f.before
    return f.run(1, 8) if likens and is_adverb(f.before) else None


@_figure("thin-as-a-wire", "The sail was white *as* a swan.", "figurative ~swan")
def _thin_as_a_wire(f: FigureOfSpeech) -> str | None:
    likens = f.norm == "as" and f.after in ("a", "an") and f.before and not f.token.punct_before
    return f.run(1, 6) if likens and is_adjective(f.before) else None


@_figure("warm-as-bread", "Its breath was warm *as* bread.", "figurative ~bread")
def _warm_as_bread(f: FigureOfSpeech) -> str | None:
    return f.add([f.i + 1]) if f.norm == "as" and _likens(f.tokens, f.i) else None


@_figure("as-tall-as", "The wave stood *as* tall as a tower.", "figurative ~tower")
def _as_tall_as(f: FigureOfSpeech) -> str | None:
    if f.norm != "as" or f.follower.punct_before:
        return None
    for k in range(f.i + 2, min(f.i + 5, len(f.tokens))):
        if f.tokens[k].punct_before or f.tokens[k].sentence != f.token.sentence:
            return None
        if f.tokens[k].norm == "as" and f.after not in _WAYS_OF_LENGTH:
            return f.run(k + 1 - f.i, 6)
    return None


@_figure("than", "The moon was smaller *than* a coin.", "figurative ~coin +moon")
def _than(f: FigureOfSpeech) -> str | None:
    return f.run(1, 5) if f.norm == "than" and f.before not in _NOT_COMPARING else None


@_figure("size-of", "A moth the *size* of an owl flew by.", "figurative ~owl")
def _size_of(f: FigureOfSpeech) -> str | None:
    likens = f.norm in _SIZES and f.after in ("of", "like") and not f.follower.punct_before
    return f.run(2, 6) if likens else None


@_figure("resembling", "The cloud *resembled* a dragon.", "figurative ~dragon +cloud")
def _resembling(f: FigureOfSpeech) -> str | None:
    likens = f.norm in _RESEMBLING or (f.norm in ("reminiscent", "akin") and f.after in ("of", "to"))
    return f.run(1, 7) if likens else None


@_figure("reminded-me", "The hall *reminded* me of a temple.", "figurative ~temple")
def _reminded_me(f: FigureOfSpeech) -> str | None:
    return f.run(2, 9) if f.norm in _REMINDING and f.after in ("me", "us", "you") else None


@_figure("asked-to-imagine", "Now *imagine* a lake.", "literal +lake")
def _asked_to_imagine(f: FigureOfSpeech) -> str | None:
    """An imperative asks for the thing to be seen."""
    return "literal" if f.norm in _IMAGINING and _is_imperative(f.tokens, f.i) else None


@_figure("memory", "I had *imagined* a lake.", "figurative ~lake")
def _memory(f: FigureOfSpeech) -> str | None:
    """A verb of remembering, wishing, seeking or fearing."""
    single = f.norm in f.memory and f.norm not in ("missing", "missed") and f.before != "to"
    if f"{f.norm} {f.after}" not in f.memory and not single:
        return None
    if f.after == "of" and f.norm in _FEARS and any(t.norm in _DENYING for t in f.tokens[max(0, f.i - 3) : f.i]):
        # "I wasn't afraid of the river": it is there.
        return "literal"
    run = _run(f.tokens, f.finite, f.i + 1, 9)
    f.add(run)
    f.add(_more(f.tokens, run.stop))
    if f.norm in _RECALLING:
        f.add(_listed(f.tokens, run.stop))
        f.add(_told_over(f.tokens, f.i))
    return f.add(_of_more(f.tokens, f.finite, run.stop) if f.after in _ABOUT else ())


@_figure("memory-goes-on", "She remembered the kite. She *had* lost it in the garden.", "figurative ~garden")
def _memory_goes_on(f: FigureOfSpeech) -> str | None:
    """The sentence after a memory that tells of the time before: all of it is remembered."""
    if f.norm != "had" or f.after == "to" or f.follower.norm in ARTICLES:
        return None
    first = f.i
    while first > 0 and f.tokens[first - 1].sentence == f.token.sentence:
        first -= 1
    if f.i - first > 3 or first == 0:
        return None
    sentence = f.tokens[first - 1].sentence
    before = {token.norm for token in f.tokens[max(0, first - 30) : first] if token.sentence == sentence}
    if not before & _REMEMBERING:
        return None
    end = f.i
    while end < len(f.tokens) and f.tokens[end].sentence == f.token.sentence:
        end += 1
    return f.add(range(first, end))


@_figure("remembered", "She *remembered* the lake.", "figurative ~lake")
def _remembered(f: FigureOfSpeech) -> str | None:
    """What somebody remembers, unless it is to be done: "remember to lock the door"."""
    if f.norm not in _REMEMBERING or f.after in ("to", "that", "how", "when", "what", "why", "nothing"):
        return None
    if f.before in _DENYING or f.before in ("nobody", "no-one", "didn't", "don't", "can't", "cannot", "couldn't", "to"):
        return None
    return f.add((*(run := _run(f.tokens, f.finite, f.i + 1, 9)), *_listed(f.tokens, run.stop)))


@_figure("depicted", "On the wall hung a *picture* of a ship.", "figurative ~ship +wall")
def _depicted(f: FigureOfSpeech) -> str | None:
    """What is only painted, drawn or photographed."""
    return f.run(2, 8) if f.norm in _DEPICTIONS and f.after == "of" and not f.follower.punct_before else None


@_figure("let-it-be", "Let this *be* an anchor for you.", "figurative ~anchor")
def _let_it_be(f: FigureOfSpeech) -> str | None:
    """What something is to be for somebody: "may it be a bridge between day and night"."""
    led = f.i > 1 and f.norm == "be" and f.tokens[f.i - 2].norm in ("let", "may") and f.before in _MEANT
    return f.add((*(run := _run(f.tokens, f.finite, f.i + 1, 6)), *_listed(f.tokens, run.stop))) if led else None


@_figure("tale-about", "He read from a *book* about whales.", "figurative ~whale +book")
def _tale_about(f: FigureOfSpeech) -> str | None:
    """What a book, a song or a film is about."""
    if f.norm not in _TALES or f.after not in ("about", "of") or f.follower.punct_before:
        return None
    if f.after == "of" and f.norm in _NOT_OF:
        # "A book of hours."
        return None
    run = _run(f.tokens, f.finite, f.i + 2, 8)
    return f.add((*run, *_joined(f.tokens, run.stop)))


@_figure("told-of", "She *told* us of a castle.", "figurative ~castle")
def _told_of(f: FigureOfSpeech) -> str | None:
    """What is only spoken about: "he talked about the sea", "we heard tell of a bear"."""
    if f.norm not in _SPEAKING:
        return None
    at = f.i + 1 if f.after in _ABOUT else f.i + 2
    spoken = at < len(f.tokens) and f.tokens[at].norm in _ABOUT and f.tokens[at].sentence == f.token.sentence
    if not spoken or (at == f.i + 2 and f.after not in ("me", "us", "him", "her", "it", "them", "you", "tell")):
        return None
    if any(t.punct_before for t in f.tokens[f.i + 1 : at + 1]):
        return None
    run = _run(f.tokens, f.finite, at + 1, 8)
    return f.add((*run, *_of_more(f.tokens, f.finite, run.stop)))


@_figure("could-have-been", "It *might* have been a boat.", "figurative ~boat")
def _could_have_been(f: FigureOfSpeech) -> str | None:
    been = f.i + 2 < len(f.tokens) and f.tokens[f.i + 2].norm == "been"
    return f.run(3, 7) if f.norm in ("could", "might") and f.after == "have" and been else None


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


def _told_over(tokens: Sequence[Token], i: int) -> range:
    """What is thought of, told over after a colon: "you think of the house: *the kitchen, the pears in a bowl*"."""
    end = i + 1
    colon = None
    while end < len(tokens) and tokens[end].sentence == tokens[i].sentence:
        if colon is None and ":" in tokens[end].punct_before:
            colon = end
        end += 1
    return range(end, end) if colon is None else range(colon, end)


def _joined(tokens: Sequence[Token], i: int) -> range:
    """A second thing of the kind after "and": "about ships *and islands far away*"."""
    if i + 1 >= len(tokens) or tokens[i].norm not in ("and", "or") or tokens[i].punct_before:
        return range(i, i)
    end = i + 1
    while end < len(tokens) and end - i < 5 and tokens[end].sentence == tokens[i - 1].sentence:
        if tokens[end].punct_before or tokens[end].norm in _STATING or tokens[end].norm in PERSONS:
            break
        end += 1
    return range(i, end)


def _listed(tokens: Sequence[Token], i: int) -> set[int]:
    """What is thought of besides, to the end of a list: "of the trams, and the shop on the corner, and you running"."""
    more: set[int] = set()
    if i < len(tokens) and tokens[i].norm in _OF_IT and not tokens[i].punct_before:
        # "The parties there had been, the lanterns in the trees."
        while i < len(tokens) and tokens[i].sentence == tokens[i - 1].sentence and not tokens[i].punct_before:
            i += 1
    while i < len(tokens) and tokens[i].punct_before == "," and tokens[i].sentence == tokens[i - 1].sentence:
        at = i + 1 if tokens[i].norm in ("and", "or") and i + 1 < len(tokens) else i
        after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        doing = tokens[at].norm in PERSONS and after.endswith("ing")
        if not (doing or tokens[at].norm in ARTICLES or tokens[at].norm in POSSESSIVES):
            break
        end = i + 1
        while end < len(tokens) and tokens[end].sentence == tokens[i].sentence and not tokens[end].punct_before:
            end += 1
        if not doing and any(token.norm in _STATING for token in tokens[i:end]):
            # "and the lamp was lit": a clause of its own.
            break
        more.update(range(i, end))
        i = end
    return more


def _of_more(tokens: Sequence[Token], finite: Collection[int], i: int) -> set[int]:
    """What is thought of besides: "he thought of the sea he had never crossed, of an elephant, and of a piano"."""
    more: set[int] = set()
    while i < len(tokens) and tokens[i].sentence == tokens[i - 1].sentence:
        at = i + 1 if tokens[i].norm == "and" and i + 1 < len(tokens) else i
        if tokens[at].norm in _ABOUT and tokens[i].punct_before == ",":
            found = _run(tokens, finite, at + 1, 9)
            more.update(found)
            i = max(found.stop, at + 1)
        else:
            i += 1
    return more


def _is_imperative(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb is an imperative: it opens its sentence, or follows "now", "then", "and"."""
    if i == 0 or tokens[i - 1].sentence != tokens[i].sentence or tokens[i].punct_before:
        return True
    return tokens[i - 1].norm in ("now", "then", "just", "simply") or (
        tokens[i - 1].norm == "and" and (i < 2 or tokens[i - 2].norm not in PERSONS)
    )


def _ends(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 >= len(tokens) or tokens[i + 1].sentence != tokens[i].sentence or bool(tokens[i + 1].punct_before)


def _run(
    tokens: Sequence[Token], finite: Collection[int], i: int, reach: int, *, clause: bool = False, simile: bool = False
) -> range:
    """Tokens from i to the end of what is likened."""
    end = i
    relative = False
    while end < len(tokens) and end - i < reach:
        token = tokens[end]
        if token.sentence != tokens[i - 1].sentence:
            break
        # "like a cold, wet stone" goes on; "like a stone, and then" does not.
        goes_on = token.norm not in ("and", "but", "then")
        listed = goes_on and token.punct_before == "," and is_adjective(tokens[end - 1].norm) and end - i < 4
        if end > i and token.punct_before and not listed:
            break
        if end > i and (token.norm in _CLAUSES or token.norm == "there"):
            break
        if end > i and simile and token.norm in _STATING and not relative:
            # "jars as tall as children lay on the stairs": the sentence's own verb.
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
