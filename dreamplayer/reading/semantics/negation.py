"""Negation: what a passage says is not there, or does not happen.

One table of rules finds the negators, the first that applies decides what one denies; a second table says how far a
"not" reaches. How far is told in `negation_scope`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, cached_property

from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.semantics.negation_scope import (
    STOP,
    Negation,
    clause_range,
    deny_determined,
    deny_noun,
    deny_verb,
)
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adverb, is_being, is_function
from dreamplayer.reading.syntax.wordlists import BE, HAVE, PREPOSITIONS, RELATIVES

_NOUN_TRIGGERS = frozenset(
    "no without nor neither lacking devoid bereft minus sans lacks lacked expected expecting".split()
)
_PERCEIVED = frozenset(
    "see hear find have has had notice feel need own contain be is was are were been hold carry show make any"
    " wear meet expect there sense spot want cast leave offer bring reflect saw heard found met noticed felt"
    " seen had brought carrying carried wearing wore holding held having bringing owned".split()
)
_ACTION_ONLY = frozenset(
    "open close reach move touch stop tell break answer finish cross leave enter catch climb lift turn".split()
)


_IS_NOT = frozenset("isn't aren't wasn't weren't isnt wasnt ain't".split())
_COMING = frozenset("come came comes arrive arrived arrives appear appeared appears exist existed show turned".split())
_NOT_SO = frozenset(
    "far long only just yet until even that because everyone everything all always to in on at for with very so too "
    "quite really much many once again before after here there if when as i you he she we they it".split()
)
_RETURNING = frozenset("return returned returns".split())
_FAILING = frozenset("failed fails refused refuses".split())
AUXILIARIES = BE | HAVE | frozenset("do does did will would could should can".split())
_UNMEANT = frozenset("doubt matter idea wonder one sooner trouble way".split())
"""After "no" these deny nothing: "no doubt"."""
_ING_NOUNS = frozenset("ceiling railing clothing lightning building".split())
_DETERMINED = frozenset("a an any one even".split())
_FEELINGS = frozenset(
    "fond tired afraid aware proud sure scared ashamed certain jealous envious weary wary suspicious frightened bored "
    "angry happy sad worried pleased content impressed interested".split()
)
_NOBODY = frozenset("nobody none nothing no-one neither".split())


class Negator:
    """A word that may deny something, with what stands around it."""

    def __init__(
        self, tokens: Sequence[Token], i: int, event_verbs: Collection[int], lexicon: Vocabulary, found: Negation
    ) -> None:
        """See `negation` for the arguments; what is denied is added to `found`."""
        self.tokens, self.i, self.event_verbs, self.found = tokens, i, event_verbs, found
        self.words = lexicon.context["negation"]
        self.token = tokens[i]
        self.start = self.token.start
        self.norm = self.token.norm
        following = [token.norm for token in _unbroken(tokens, i + 1, 2)]
        self.pair = " ".join([self.norm, *following[:1]]) if following else ""
        self.triple = " ".join([self.norm, *following]) if len(following) == 2 else ""
        self.after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
        """The next word, whatever punctuation stands between."""

    @cached_property
    def relative(self) -> int | None:
        """Index of the "that" or "who" whose clause it stands in, None outside a relative clause."""
        for k in range(self.i - 1, max(0, self.i - 4), -1):
            if self.tokens[k].sentence != self.token.sentence or self.tokens[k + 1].punct_before:
                return None
            if self.tokens[k].norm in RELATIVES:
                noun = self.tokens[k - 1]
                led = noun.sentence == self.token.sentence and not self.tokens[k].punct_before
                return k if led and not is_function(noun.norm) else None
            if self.tokens[k].norm not in AUXILIARIES and not is_adverb(self.tokens[k].norm):
                return None
        return None

    @cached_property
    def scope(self) -> range:
        """The tokens a "not" may reach: in a relative clause no further than its verb."""
        whole = clause_range(self.tokens, self.i + 1, 6)
        if self.relative is None:
            return whole
        verb = next((k for k in whole if not is_adverb(self.tokens[k].norm)), None)
        return whole if verb is None else range(whole.start, verb + 1)

    @cached_property
    def first(self) -> str:
        """The first word it may reach."""
        return self.tokens[self.scope.start].norm if self.scope else ""

    @cached_property
    def is_copular(self) -> bool:
        """Whether it belongs to a form of "be"."""
        before = self.i > 0 and is_being(self.tokens[self.i - 1]) and self.norm in ("not", "never")
        return self.norm in _IS_NOT or before

    @cached_property
    def verb(self) -> int | None:
        """Index of the first verb of an event in reach, None without one."""
        return next((k for k in self.scope if k in self.event_verbs), None)

    @cached_property
    def is_fragment(self) -> bool:
        """Whether it denies what is named alone: "Not wool, not silk"."""
        return self.norm == "not" and _fragment(self.tokens, self.i, self.scope, self.event_verbs)

    def deny_noun(self, index: int) -> None:
        """Deny what is named from token `index` on.

        Args:
            index: of a token in the passage.
        """
        deny_noun(self.tokens, index, self.found)

    def deny_verb(self, index: int) -> None:
        """Deny the next verb of an event from token `index` on.

        Args:
            index: of a token in the passage.
        """
        deny_verb(self.tokens, index, self.event_verbs, self.found)

    def deny_subject(self) -> None:
        """Deny what stands before it in its clause, or before the "that" of its relative clause."""
        _deny_subject(self.tokens, self.i if self.relative is None else self.relative, self.found)


def negation(tokens: Sequence[Token], verbs: Collection[int], lexicon: Vocabulary) -> Negation:
    """Find what a passage denies.

    Args:
        tokens: the passage.
        verbs: indices of the tokens of the verbs that name an event.
        lexicon: the vocabulary.
    """
    found = Negation()
    openers = _openers(lexicon)
    for i, token in enumerate(tokens):
        if token.norm in openers:
            NEGATORS.first(Negator(tokens, i, verbs, lexicon, found))
    return found


def _unbroken(tokens: Sequence[Token], i: int, most: int) -> list[Token]:
    """Up to `most` tokens from i on with no punctuation before any."""
    run: list[Token] = []
    for token in tokens[i : i + most]:
        if token.punct_before:
            break
        run.append(token)
    return run


NEGATORS: RuleTable[Negator, str] = RuleTable("negation")
_negator = NEGATORS.rule


@_negator("not-so-much-as", "The sea lay without *so* much as a cloud.", "-cloud")
def _not_so_much_as(n: Negator) -> str | None:
    without = n.pair == "so much" and n.i > 0 and n.tokens[n.i - 1].norm == "without"
    if n.triple != "not so much" and not without:
        return None
    index = n.i + (4 if n.norm == "not" else 3)
    if index <= len(n.tokens) and n.tokens[index - 1].norm == "as":
        n.deny_noun(index)
    return "so much as"


@_negator("no-longer", "The bell *no* longer rings.", "-ring!")
def _no_longer(n: Negator) -> str | None:
    if n.pair not in ("no longer", "no more", "never again", "not yet"):
        return None
    n.deny_verb(n.i + 2)
    if n.pair == "no more":
        n.deny_noun(n.i + 2)
    return n.pair


@_negator("phrase-of-three", "*In* place of a lamp there was a candle.", "-lamp +candle")
def _phrase_of_three(n: Negator) -> str | None:
    if n.triple not in n.words["phrases"]:
        return None
    n.deny_noun(n.i + 3)
    return n.triple


@_negator("phrase-of-two", "*Instead* of beds there is a forest.", "-bed +forest")
def _phrase_of_two(n: Negator) -> str | None:
    own = n.norm not in ("not", "never", "no") or n.pair == "never mind"
    if n.pair not in n.words["phrases"] or not own:
        return None
    if n.i + 2 in n.event_verbs:
        n.found.verbs.add(n.i + 2)
    else:
        n.deny_noun(n.i + 2)
    return n.pair


@_negator("failed-to-come", "The moon *failed* to rise.", "-moon")
def _failed_to_come(n: Negator) -> str | None:
    if n.norm not in _FAILING or n.after != "to" or not _coming(n.tokens, n.i + 2):
        return None
    n.deny_subject()
    return n.norm


@_negator("once-there", "*Where* the sea should have been there was a desert.", "-ocean +desert")
def _once_there(n: Negator) -> str | None:
    end = _once(n.tokens, n.i) if n.norm == "where" else 0
    if not end:
        return None
    n.found.nouns.update(range(n.i + 1, end))
    return n.norm


@_negator("answer", "*No*, the road was a river.", "+road +river")
def _answer(n: Negator) -> str | None:
    """A "no" before punctuation answers; it denies nothing."""
    if n.norm not in _NOUN_TRIGGERS or n.i + 1 >= len(n.tokens):
        return None
    after = n.tokens[n.i + 1]
    return "answer" if after.punct_before or after.sentence != n.token.sentence else None


@_negator("unmeant", "*No* doubt a river ran there.", "+river")
def _unmeant(n: Negator) -> str | None:
    return "unmeant" if n.norm in _NOUN_TRIGGERS and n.after in _UNMEANT else None


@_negator("without-doing", "A star hung there *without* falling.", "/fall! +star")
def _without_doing(n: Negator) -> str | None:
    if n.norm not in _NOUN_TRIGGERS or not n.after.endswith("ing") or n.after in _ING_NOUNS:
        return None
    n.deny_verb(n.i + 1)
    return "verb"


@_negator("neither-was", "The inn was gone. *Neither* was the bridge there.", "-bridge")
def _neither_was(n: Negator) -> str | None:
    """An inversion: what follows the auxiliary is not there either."""
    if n.norm not in ("neither", "nor") or n.after not in BE or n.i + 2 >= len(n.tokens):
        return None
    n.deny_noun(n.i + 2)
    return "subject"


@_negator("no-such-thing", "*No* lamps burned on the white road.", "-lamp +road")
def _no_such_thing(n: Negator) -> str | None:
    if n.norm not in _NOUN_TRIGGERS:
        return None
    deny_determined(n.tokens, n.i, n.event_verbs, n.found)
    return "noun"


@_negator("nowhere", "The lighthouse was *nowhere* to be seen.", "-lighthouse")
def _nowhere(n: Negator) -> str | None:
    """Nowhere to be found: the subject is not there."""
    if n.norm != "nowhere" or n.i == 0 or not is_being(n.tokens[n.i - 1]):
        return None
    n.deny_subject()
    return "subject"


@_negator("not", "The lamps did *not* burn.", "not")
def _not(n: Negator) -> str | None:
    """How far it reaches is told by the rules of `NOT_ALONE` and `NOT_CLAUSE`."""
    if n.norm not in n.words["before"] or n.after in n.words["keeps"]:
        return None
    if NOT_ALONE.first(n) is None:
        NOT_CLAUSE.run(n)
    return "not"


@_negator("too-to", "The cat was *too* cold to rise.", "-rise!")
def _too_to(n: Negator) -> str | None:
    if n.norm != "too":
        return None
    index = next((k for k in range(n.i + 2, min(n.i + 4, len(n.tokens))) if n.tokens[k].norm == "to"), None)
    if index is None:
        return None
    n.deny_verb(index + 1)
    return "too"


@_negator("gone", "The lanterns, the mirrors: *gone*.", "-lantern -mirror dissolve!")
def _gone(n: Negator) -> str | None:
    return _vanish(n.tokens, n.i, n.found) if n.norm in n.words["gone"] else None


NOT_ALONE: RuleTable[Negator, str] = RuleTable("not")
"""Where "not" denies one thing and nothing else."""
_alone = NOT_ALONE.rule


@_alone("final", "The village was there, the church *wasn't*.", "-church +city")
def _final(n: Negator) -> str | None:
    """Nothing follows: what was named before is denied."""
    if n.scope:
        return None
    if n.norm in _IS_NOT:
        n.deny_subject()
    return "final"


@_alone("not-even", "The lamp did *not* even flicker.", "-flicker! +lamp")
def _not_even(n: Negator) -> str | None:
    verb = next((k for k in n.scope[1:3] if k in n.event_verbs), None) if n.first == "even" else None
    if verb is None:
        return None
    n.found.verbs.add(verb)
    return "even"


@_alone("not-one", "*Not* one boat lay on the lake.", "-boat +lake")
def _not_one(n: Negator) -> str | None:
    if n.first not in _DETERMINED:
        return None
    deny_determined(n.tokens, n.i, n.event_verbs, n.found)
    return n.first


@_alone("not-fond-of", "The miners were *not* proud of the mountain.", "feeling +mountain")
def _not_fond_of(n: Negator) -> str | None:
    """A denied feeling: what it is about is there all the same."""
    index = n.i + 1
    if not n.is_copular or n.first not in _FEELINGS or index + 1 >= len(n.tokens):
        return None
    return "feeling" if n.tokens[index + 1].norm in ("of", "by", "with", "about", "at") else None


@_alone("copular-verb", "I *wasn't* carrying a lantern.", "-lantern")
def _copular_verb(n: Negator) -> str | None:
    if not n.is_copular or n.verb is None:
        return None
    n.found.nouns |= _listed(n.tokens, n.i)
    n.found.verbs.add(n.verb)
    if n.tokens[n.verb].norm in _PERCEIVED:
        n.deny_noun(n.verb + 1)
    return "verb"


@_alone("copular-noun", "That was *not* the bridge, it was a staircase.", "-bridge +stairs")
def _copular_noun(n: Negator) -> str | None:
    if not n.is_copular:
        return None
    n.found.nouns |= _listed(n.tokens, n.i)
    if n.norm != "never":
        n.deny_noun(n.i + 1)
    return "noun"


NOT_CLAUSE: RuleTable[Negator, str] = RuleTable("not-clause")
"""What "not" denies of its clause: every rule is asked."""
_clause = NOT_CLAUSE.rule


@_clause("verb", "The shards *don't* fall.", "-fall! +glass")
def _verb(n: Negator) -> str | None:
    if n.verb is None:
        return None
    n.found.verbs.add(n.verb)
    return "verb"


@_clause("fragment", "*Not* silk, said the tailor.", "-cloth")
def _alone_named(n: Negator) -> str | None:
    if not n.is_fragment:
        return None
    n.deny_noun(n.i + 1)
    return "noun"


@_clause("never-came", "The queen *never* came.", "-figure")
def _never_came(n: Negator) -> str | None:
    coming = any(n.tokens[k].norm in _COMING for k in n.scope[:2])
    back = n.relative is not None and any(n.tokens[k].norm in _RETURNING for k in n.scope[:2])
    if n.is_fragment or not (coming or back):
        return None
    n.deny_subject()
    return "subject"


@_clause("object-of-nobody", "*Nobody* remembered a church.", "-church")
def _object_of_nobody(n: Negator) -> str | None:
    """The object of an event whose subject is a negative such as "nobody"."""
    if n.is_fragment:
        return None
    for k in n.scope[1:3]:
        if n.tokens[k].norm in ("a", "an", "any") and n.tokens[k - 1].norm not in PREPOSITIONS:
            n.deny_noun(k)
            return "noun"
    return None


@_clause("perceived", "I could *not* see any stars.", "-star")
def _perceived(n: Negator) -> str | None:
    """What is only seen, had or felt goes with its verb: "I didn't find the boat", not "I didn't open the door"."""
    if n.is_fragment or n.norm in _NOBODY:
        return None
    seen = next((k for k in n.scope if n.tokens[k].norm in _PERCEIVED), None)
    if seen is None or _is_perfect(n.tokens, seen) or seen - n.i > 3:
        return None
    if any(n.tokens[k].norm in _ACTION_ONLY for k in range(n.i, seen)):
        return None
    n.deny_noun(seen + 1)
    return "noun"


@_clause("any", "He would *not* show us any swans.", "-swan")
def _any(n: Negator) -> str | None:
    if n.is_fragment or n.norm in _NOBODY:
        return None
    seen = next((k for k in n.scope if n.tokens[k].norm in _PERCEIVED), None)
    if seen is not None and _is_perfect(n.tokens, seen):
        return None
    found = [k for k in n.scope if n.tokens[k].norm == "any"]
    for k in found:
        n.deny_noun(k)
    return "noun" if found else None


def _is_perfect(tokens: Sequence[Token], index: int) -> bool:
    """Whether "have" at a token is an auxiliary: "had opened"."""
    after = tokens[min(index + 1, len(tokens) - 1)].norm
    return tokens[index].norm in ("has", "have", "had") and after.endswith(("ed", "en"))


@cache
def _openers_of(phrases: frozenset[str], before: frozenset[str], gone: frozenset[str]) -> frozenset[str]:
    first = {phrase.split()[0] for phrase in phrases}
    return before | gone | _NOUN_TRIGGERS | _FAILING | {"so", "too", "where", *first}


def _openers(lexicon: Vocabulary) -> frozenset[str]:
    """Words at which something may begin to be denied."""
    words = lexicon.context["negation"]
    return _openers_of(words["phrases"], words["before"], words["gone"])


def _once(tokens: Sequence[Token], i: int) -> int:
    """Where "the sea should have been" ends after "where", 0 where nothing of the kind follows."""
    for k in range(i + 2, min(i + 7, len(tokens) - 1)):
        if tokens[k].punct_before or tokens[k].sentence != tokens[i].sentence:
            return 0
        following = [token.norm for token in tokens[k : k + 3]]
        if following in (
            ["should", "have", "been"],
            ["ought", "to", "be"],
            ["used", "to", "be"],
            ["would", "have", "been"],
        ):
            return k
        if following[:2] in (["had", "been"], ["once", "stood"], ["used", "to"], ["would", "be"], ["had", "stood"]):
            return k
    return 0


def _listed(tokens: Sequence[Token], i: int) -> set[int]:
    """What is counted up as not there: "things that were not in the street: a tree, a bus, the moon"."""
    first = i
    while first > 0 and tokens[first - 1].sentence == tokens[i].sentence:
        first -= 1
    if not {"things", "what", "missing", "all"} & {token.norm for token in tokens[first:i]}:
        return set()
    colon = next((k for k in range(i, len(tokens)) if ":" in tokens[k].punct_before), None)
    if colon is None or tokens[colon].sentence != tokens[i].sentence:
        return set()
    return {k for k in range(colon, len(tokens)) if tokens[k].sentence == tokens[i].sentence}


def _fragment(tokens: Sequence[Token], i: int, scope: range, verbs: Collection[int]) -> bool:
    """Whether a "not" denies what is named alone: "Not wool, not silk"."""
    opens = i == 0 or tokens[i - 1].sentence != tokens[i].sentence or bool(tokens[i].punct_before)
    return opens and tokens[scope.start].norm not in _NOT_SO and not any(k in verbs for k in scope[:2])


def _coming(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].norm in (*_COMING, "rise", "return", "light", "open")


def _deny_subject(tokens: Sequence[Token], i: int, found: Negation) -> None:
    """Who never came: "the queen never came", "the stars didn't appear"."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if tokens[k].sentence != tokens[i].sentence or tokens[k].norm in STOP:
            return
        found.nouns.add(k)
        if tokens[k].norm in ("the", "a", "an", "any") or tokens[k].punct_before:
            return


def _vanish(tokens: Sequence[Token], i: int, found: Negation) -> str | None:
    """Deny what is named before "gone" and let it dissolve; None where "gone" says something else."""
    token = tokens[i]
    before = tokens[i - 1] if i > 0 and tokens[i - 1].sentence == token.sentence else None
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == token.sentence else None
    if before is None or (
        after is not None
        and not after.punct_before
        and after.norm in ("to", "into", "through", "back", "from", "on", "a", "the", "my")
    ):
        return None
    alone = any(mark in token.punct_before for mark in "—–:-") or (token.punct_before and after is None)
    if not alone and not is_being(before) and before.norm not in ("all", "now", "already", "suddenly", "just"):
        return None
    k = i - 1
    while k >= 0 and tokens[k].sentence == token.sentence:
        if not alone and (tokens[k + 1].punct_before and k + 1 != i):
            break
        if tokens[k].norm in STOP and k < i - 1 and tokens[k].norm != "and":
            break
        found.nouns.add(k)
        k -= 1
    found.vanished.add(i)
    return "gone"
