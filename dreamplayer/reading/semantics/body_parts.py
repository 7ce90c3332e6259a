"""Body words: palms, temples, soles and calves are parts of a body where the words around say so, and no things.

Relaxation scripts go through the body, and half of its words name something else: a temple, a palm, the crown of the
head, the drum of the ear. Hands, eyes, faces and hearts have drawings of their own and are left as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective, is_adverb
from dreamplayer.reading.syntax.wordlists import ARTICLES, POSSESSIVES

SURE = frozenset(
    "jaw jaws shoulder shoulders forehead neck hip hips spine knee knees ankle ankles toe toes muscle muscles "
    "scalp eyelid eyelids cheek cheeks tongue chin brow brows throat belly abdomen wrist wrists elbow elbows "
    "thigh thighs heel heels rib ribs lung lungs nostril nostrils nose lips lip mouth ear ears finger fingers "
    "thumb thumbs foot feet leg legs arm arms hand hands head skull skin eye eyes face body torso waist pelvis "
    "stomach breastbone collarbone gums tooth teeth hair eyebrow eyebrows eyelash eyelashes earlobe earlobes "
    "armpit shin shins buttock buttocks".split()
)
"""Words for parts of a body that rarely mean anything else."""
DOUBTFUL = frozenset(
    "temple temples palm palms chest chests crown bridge roof calf calves drum drums ball balls blade blades sole "
    "soles socket sockets arch arches organ organs nail nails lid lids pupil pupils lash lashes limb limbs trunk "
    "lobe lobes canal canals cord cords column cage cap caps cup cups bowl basin hinge hinges pit pits joint "
    "joints root roots tip tips hollow hollows back floor wall walls chamber chambers valve valves vessel vessels "
    "web webs pad pads bed beds ridge ridges apple saddle girdle bone bones plate plates tunnel tunnels point "
    "points string strings hammer anvil shell shells window windows leaf corner corners window bud buds iris gate "
    "gates tree stem trumpet bell seat base mound mounds valley peak peaks crease creases heart "
    "apples cushion cushions pillow pillows".split()
)
"""Words that are a part of a body beside others only."""
MOUTH = frozenset("mouth teeth tooth jaw jaws gums tongue lips".split())
"""What is felt where it is relaxed, and has a drawing: teeth that fall out are seen."""
RELAXED = frozenset(
    "hand hands finger fingers fingertips palm palms eye eyes eyelids face forehead cheeks brow".split()
)
"""What a script asks one to feel, and has a drawing too."""
_INSIDE = frozenset("jaw jaws tongue gums lips".split())
"""Parts of the mouth that are never seen of oneself."""
_ALWAYS = frozenset("temples palms calves soles lids lashes limbs pupils organs nails sockets".split())
"""Those of them that a possessive is enough for: "your palms"."""
_SCANNED = _ALWAYS | frozenset("chest crown arches balls temple palm calf sole".split())
"""Those that an article is enough for in a passage that goes through the body."""
_ASKING = frozenset(
    "relax soften unclench release feel loosen let rest ease drop notice sense allow breathe tighten squeeze "
    "tense massage press stretch relaxing softening releasing loosening feeling warm scan bring".split()
)
"""Verbs of a body scan."""
_REACH = 5
"""Words on from "of" within which the rest of a body is named: "the roof of your soft mouth"."""


class BodyWord:
    """A word that may be a part of a body, with what stands around it."""

    def __init__(self, tokens: Sequence[Token], i: int, *, scan: bool) -> None:
        """The word is token `i`; `scan` where the passage goes through the body."""
        self.tokens, self.i, self.scan = tokens, i, scan
        self.norm = tokens[i].norm
        self.start = tokens[i].start
        at = i - 1
        while at >= 0 and self.is_near(at, at + 1) and is_adjective(tokens[at].norm):
            at -= 1
        self.determiner = tokens[at].norm if at >= 0 and self.is_near(at, at + 1) else ""
        """The word before it, adjectives skipped."""
        self.left = tokens[i - 1].norm if i and self.is_near(i - 1, i) else ""

    def is_near(self, k: int, after: int) -> bool:
        """Whether two neighbouring tokens stand in one clause.

        Args:
            k: index of the neighbour that must be in the sentence of this word.
            after: index of the later of the two, which has no punctuation before it.
        """
        return self.tokens[k].sentence == self.tokens[self.i].sentence and not self.tokens[after].punct_before

    @property
    def is_asked(self) -> bool:
        """Whether its sentence asks for something to be done with it, as a body scan does."""
        first = self.i
        while first > 0 and self.tokens[first - 1].sentence == self.tokens[self.i].sentence:
            first -= 1
        return any(token.norm in _ASKING for token in self.tokens[first : self.i])

    @property
    def opens_asking(self) -> bool:
        """Whether the first word of its sentence is a verb of a body scan."""
        first = self.i
        while first > 0 and self.tokens[first - 1].sentence == self.tokens[self.i].sentence:
            first -= 1
        return self.tokens[first].norm in _ASKING


def body_parts(tokens: Sequence[Token]) -> frozenset[int]:
    """Indices of the tokens that name a part of a body and would else be taken for a thing.

    Args:
        tokens: of a passage.
    """
    sure = sum(
        tokens[i].norm in SURE and i > 0 and tokens[i - 1].norm in POSSESSIVES | {"the"} for i in range(len(tokens))
    )
    asked = any(token.norm in _ASKING for token in tokens)
    scan = sure >= 2 and asked
    return frozenset(
        i
        for i, token in enumerate(tokens)
        if (token.norm in DOUBTFUL or token.norm in MOUTH or token.norm in RELAXED)
        and BODY_PARTS.first(BodyWord(tokens, i, scan=scan)) is not None
    )


BODY_PARTS: RuleTable[BodyWord, str] = RuleTable("body-part")
_rule = BODY_PARTS.rule


@_rule("of-the-body", "Release the *crown* of the skull.", "body /crown")
def _of_the_body(b: BodyWord) -> str | None:
    """Part of a part: "the bridge of the nose", "the drum of your left ear"."""
    tokens = b.tokens
    if b.i + 2 >= len(tokens) or tokens[b.i + 1].norm not in ("of", "between") or not b.is_near(b.i + 1, b.i + 1):
        return None
    for k in range(b.i + 2, min(b.i + 2 + _REACH, len(tokens))):
        if not b.is_near(k, k):
            return None
        norm = tokens[k].norm
        if norm in SURE:
            return "body"
        if not (norm in ARTICLES or norm in POSSESSIVES or norm in ("both", "all", "one") or is_adjective(norm)):
            return None
    return None


@_rule("compound", "The shoulder *blades* are heavy.", "body /sword")
def _compound(b: BodyWord) -> str | None:
    """A sure part before it: "eye sockets", "rib cage"."""
    return "body" if b.left in _COMPOUNDING else None


@_rule("possessed", "She cooled her *temples* with snow.", "body /temple")
def _possessed(b: BodyWord) -> str | None:
    owned = b.norm in _ALWAYS and b.determiner in POSSESSIVES
    return "body" if owned and b.norm not in RELAXED else None


@_rule("asked-of-it", "Feel how your *chest* widens.", "body /box")
def _asked_of_it(b: BodyWord) -> str | None:
    """A possessive in a sentence that relaxes it."""
    own = b.determiner in _OWN or (b.norm in MOUTH and b.determiner == "the")
    return "body" if b.is_asked and own and b.norm not in RELAXED else None


@_rule("asked-to-feel", "Notice your *hands*, and let them rest.", "body /hand")
def _asked_to_feel(b: BodyWord) -> str | None:
    """One's own hands in a sentence that opens by asking to feel them; hands that turn to ink are seen."""
    return "body" if b.norm in RELAXED and b.opens_asking and b.determiner in _OWN else None


@_rule("inside", "Your *jaw* is loose.", "body /teeth")
def _inside(b: BodyWord) -> str | None:
    return "body" if b.norm in _INSIDE and b.determiner in _OWN else None


@_rule("scan", "Relax your jaw and your neck. The *palms* are warm.", "body /tree")
def _scan(b: BodyWord) -> str | None:
    """In a passage that goes through the body the article is enough."""
    return "body" if b.scan and b.norm in _SCANNED and b.determiner in ARTICLES else None


@_rule("listed", "Soften your fingers, *nails* and wrists.", "body /metal")
def _listed(b: BodyWord) -> str | None:
    """One of a row of parts: the word before it, past "and" or a comma, is a part of the body."""
    at = b.i - 1
    while at >= 0 and (
        b.tokens[at].norm in ("and", "or") or b.tokens[at].norm in ARTICLES or is_adverb(b.tokens[at].norm)
    ):
        at -= 1
    same = at >= 0 and b.tokens[at].sentence == b.tokens[b.i].sentence
    row = same and at < b.i and (b.tokens[b.i].punct_before == "," or at < b.i - 1)
    return "body" if row and b.is_asked and b.norm in _SCANNED and b.tokens[at].norm in SURE | _ALWAYS else None


_OWN = frozenset("your my our one's".split())
_PASSED = ARTICLES | POSSESSIVES | {"and", "or"}
_COMPOUNDING = frozenset(
    "shoulder eye rib knee ear jaw hip neck nail toe finger foot heel pelvic vocal brain spinal cheek tear breast "
    "thumb head nasal voice skull chest elbow wrist ankle taste collar".split()
)
