"""Rules as data: ordered tables of small named rules, each with the example sentence that is its test.

A rule is a function of a context: it returns its decision, or None where it does not apply. Its example marks with
asterisks the word at which it applies and says what comes of it; one test asks this of every rule of every table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Located(Protocol):
    """What every context of a rule has."""

    @property
    def start(self) -> int:
        """First code point of the word asked about, in the source."""


C = TypeVar("C", bound=Located)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that applied, as a trace records it."""

    rule: str
    start: int
    """First code point of the word at which it applied."""
    result: object


@dataclass(frozen=True, slots=True)
class Rule(Generic[C, R]):
    """One rule of a table."""

    id: str
    """Table and name, `part-of-speech/infinitive`."""
    example: str
    """A sentence in which it applies to the word between asterisks."""
    gives: str
    """What comes of the example: the rule's decision (`verb`), or what is then read: `+boat` shown, `-boat` denied,
    `~boat` figurative, `/boat` not shown; `rise!` happens, `-rise!` is denied, `/rise!` does not happen."""
    apply: Callable[[C], R | None]


_trace: ContextVar[list[Fired] | None] = ContextVar("rules fired", default=None)
_tables: list[RuleTable[object, object]] = []  # type: ignore[type-var]


class RuleTable(Generic[C, R]):
    """Rules of one question in the order in which they are asked."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rules: list[Rule[C, R]] = []
        _tables.append(self)  # type: ignore[arg-type]

    def rule(self, name: str, example: str, gives: str) -> Callable[[Callable[[C], R | None]], Callable[[C], R | None]]:
        """Add the decorated function as the last rule of the table.

        Args:
            name: unique within the table.
            example: see `Rule.example`.
            gives: see `Rule.gives`.

        Returns:
            A decorator that leaves the function as it is.
        """

        def add(apply: Callable[[C], R | None]) -> Callable[[C], R | None]:
            self.rules.append(Rule(f"{self.name}/{name}", example, gives, apply))
            return apply

        return add

    def first(self, context: C) -> R | None:
        """The decision of the first rule that applies, None where none does.

        Args:
            context: what every rule looks at.
        """
        for rule in self.rules:
            result = rule.apply(context)
            if result is not None:
                _record(rule.id, context.start, result)
                return result
        return None

    def run(self, context: C) -> None:
        """Ask every rule in turn: passes that each change what the context holds.

        Args:
            context: what the rules look at and change.
        """
        for rule in self.rules:
            result = rule.apply(context)
            if result is not None:
                _record(rule.id, context.start, result)


def _record(rule: str, start: int, result: object) -> None:
    fired = _trace.get()
    if fired is not None:
        fired.append(Fired(rule, start, result))


@contextmanager
def traced() -> Iterator[list[Fired]]:
    """Collect the rules that apply while a text is read: for tests, and to find out why a word was read so."""
    fired: list[Fired] = []
    token = _trace.set(fired)
    try:
        yield fired
    finally:
        _trace.reset(token)


def tables() -> tuple[RuleTable[object, object], ...]:  # type: ignore[type-var]
    """Every table of the modules imported so far."""
    return tuple(_tables)
