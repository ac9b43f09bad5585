"""Cutting a view at its limit, and saying so."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from trucewatch.record.protocols import Found, Scope
from trucewatch.views.rows import Rows

T = TypeVar("T")
R = TypeVar("R")


def limited(ask: Callable[[Scope], Sequence[T]], scope: Scope, row: Callable[[T], R]) -> Rows[R]:
    """The rows made of what `ask` gives for the scope; one more than the limit is asked for, to know of a cut."""
    found = ask(replace(scope, limit=scope.limit + 1 if scope.limit else 0))
    kept = found[: scope.limit] if scope.limit else found
    return Rows(tuple(row(item) for item in kept), cut=len(found) > len(kept))


def counted(found: Found[T], row: Callable[[T], R]) -> Rows[R]:
    """The rows of an answer that says how many there are in all."""
    kept = tuple(row(item) for item in found.rows)
    return Rows(kept, cut=found.total > len(kept) or not found.counted, total=found.total, counted=found.counted)
