"""Words that keep things on stage, and how long and how strongly a thing must be named to be there."""

from __future__ import annotations

PRONOUNS = frozenset({"they", "their", "them", "he", "his", "him", "she", "her", "hers", "theirs", "who", "its", "it"})
RIDING = frozenset(
    "ride rides riding rode drive drives driving drove driver aboard board boards seat seats window windows carriage "
    "compartment wheel past passing passes passed whistle conductor rails tracks engine sail sails sailing sailed row "
    "rows rowing deck fly flies flying journey travel travels station stop stops slow slows tunnel go goes we".split()
)
"""Words by which one may still be riding in what was named before."""
WORN = 0.4
"""Strength up to which a thing is read and not staged: a coat somebody wears needs no ribbon of cloth in the air."""
MOMENT = 14.0
"""Seconds a thing stays that `stays` only a moment."""
