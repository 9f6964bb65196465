"""What to do about a query that would take too long."""

from __future__ import annotations

from search_index.queries.query import Fuzzy, Near, Node, Regex, Term, Wild, leaves
from search_index.queries.wording import wording

_SLOWEST: tuple[type[Term], ...] = (Regex, Near, Wild, Fuzzy)
_MANY = 8
"""Words that are many."""
_LONGEST = 40
"""Code points of a term that are shown."""


def advice(root: Node) -> str:
    """How to make it quicker, in one line: by what is likely to have taken longest."""
    terms = [leaf for leaf, _ in leaves(root) if isinstance(leaf, Term)]
    slow = next((term for kind in _SLOWEST for term in terms if isinstance(term, kind)), None)
    if len(terms) >= _MANY:
        return f"ask for fewer than {len(terms)} things at once, or in one folder (doc:)"
    return f"{_of(slow)}put a rarer word or a folder (doc:) beside it"


def _of(term: Term | None) -> str:
    if term is None:
        return ""
    line = wording(term)
    named = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    match term:
        case Regex():
            return f"make {named} simpler, or "
        case Near():
            return f"take rarer words for {named}, or "
        case Wild():
            return f"write more of {named}, or "
    return f"write {named} as it is, or "
