"""Which texts can satisfy a query, told from the index and from paths alone.

For each part of a query two sets are known: the texts that satisfy it for certain, and those that
may. A text the index does not know may hold anything.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import NamedTuple

from search_index.engine import Evidence
from search_index.queries.query import And, Field, Near, Node, Not, Or, Term
from search_index.scope import Scope, Texts


class Bounds(NamedTuple):
    """The texts that satisfy a part of a query for certain, and all those that may."""

    certain: Texts
    possible: Texts


class Narrowing(NamedTuple):
    """What there is to go by.

    ``scope`` are the texts asked about; ``evidence`` tells where a term may stand, and ``field``
    which texts have what a field asks for.
    """

    scope: Scope
    evidence: Callable[[Term], Evidence | None]
    field: Callable[[Field], Bounds]

    def bounds(self, node: Node) -> Bounds:
        """The texts that satisfy ``node``, and those that may."""
        match node:
            case Near(left, right):
                sides = (reduce(_either, map(self.bounds, side)) for side in (left, right))
                certain, possible = self._term(node)
                return Bounds(certain, possible & reduce(_both, sides).possible)
            case Term():
                return self._term(node)
            case Field():
                return self.field(node)
            case And(parts):
                return reduce(_both, map(self.bounds, parts))
            case Or(parts):
                return reduce(_either, map(self.bounds, parts))
            case Not(part):
                certain, possible = self.bounds(part)
                return Bounds(self.scope.everything - possible, self.scope.everything - certain)

    def _term(self, term: Term) -> Bounds:
        evidence = self.evidence(term)
        if evidence is None:
            return Bounds(frozenset(), self.scope.everything)
        holding = self.scope.known.intersection(evidence.counts)
        unsure = self.scope.known.intersection(evidence.unsure)
        certain = holding if evidence.exact else frozenset()
        certain = certain - unsure if unsure else certain
        return Bounds(certain, _all_of(holding, unsure, self.scope.unknown))


def _all_of(first: Texts, *others: Texts) -> Texts:
    """All of the texts; most of the others are none, and nothing is copied then."""
    return first.union(*others) if any(others) else first


def _both(one: Bounds, other: Bounds) -> Bounds:
    return Bounds(one.certain & other.certain, one.possible & other.possible)


def _either(one: Bounds, other: Bounds) -> Bounds:
    return Bounds(one.certain | other.certain, one.possible | other.possible)
