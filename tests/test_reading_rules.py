"""Every rule of the reader, asked of the example sentence that stands beside it."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import dreamplayer.reading
from dreamplayer.model.reading import Mention
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.rules import Rule, tables, traced
from dreamplayer.reading.semantics.extract_mentions import read

for module in pkgutil.walk_packages(dreamplayer.reading.__path__, "dreamplayer.reading."):
    importlib.import_module(module.name)
RULES = [rule for table in tables() for rule in table.rules]
_SIGNS = {"+": ("literal",), "-": ("negated",), "~": ("figurative",), "/": ()}


def _holds(claim: str, mentions: tuple[Mention, ...]) -> bool:
    """Whether one claim of `Rule.gives` about what is read is true: `+boat`, `-boat`, `~boat`, `/boat`, `rise!`."""
    sign = claim[0] if claim[0] in _SIGNS else ""
    name = claim.removeprefix(sign).removesuffix("!")
    kind = "event" if claim.endswith("!") else "element"
    modes = {m.mode for m in mentions if m.kind == kind and m.name == name}
    if sign == "/":
        return not modes & {"literal"}
    return bool(modes & set(_SIGNS[sign or "+"]))


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_applies_to_its_example(rule: Rule[object, object]) -> None:
    """The rule fires at the marked word of its example, decides what it says, and that is what is read."""
    marked = re.search(r"\*(.+?)\*", rule.example)
    assert marked, "an example marks its word with asterisks"
    with traced() as fired:
        mentions = read(parse(rule.example.replace("*", ""), name="x")).mentions
    here = [f for f in fired if f.start == marked.start()]
    mine = [str(f.result) for f in here if f.rule == rule.id]
    assert mine, f"not applied; there applied {[(f.rule.split('/')[1], str(f.result)) for f in here]}"
    for claim in rule.gives.split():
        about = claim[0] in _SIGNS or claim.endswith("!")
        assert _holds(claim, mentions) if about else claim in mine, (claim, mine, mentions)


def test_rules_have_names_of_their_own() -> None:
    """No two rules share an id."""
    assert len({rule.id for rule in RULES}) == len(RULES)
