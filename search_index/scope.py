"""Which texts are asked about, and of which of them the index tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

Texts: TypeAlias = frozenset[int]
"""Texts by their numbers in a view."""


class Scope(NamedTuple):
    """The texts asked about: those that are ``known`` to the index, and the ``unknown`` others."""

    everything: Texts
    known: Texts
    unknown: Texts


def scope_of(texts: Iterable[int], known: Texts) -> Scope:
    """The scope of some texts."""
    everything = frozenset(texts)
    return Scope(everything, everything & known, everything - known)
