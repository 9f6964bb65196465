"""A query asked less strictly: of phrases the words count, and not what stands between them."""

from __future__ import annotations

from search_index.queries.query import ANYTHING, And, Near, Node, Or, Term, Words

MOST = 64
"""Words of a phrase that are asked for as neighbours."""
_IN_A_ROW = 5
"""Words joined by NEAR; those of a longer phrase are in several rows, each from the last's end."""

_SIGNS = ".,;:!?…()[]{}\"'«»“”„‘’‚‹›—–¿¡*†‡、。，；：？！（）「」『』"


def loosened(node: Node) -> Node | None:
    """The query without the signs at the edges of words, in which words of a phrase are neighbours.

    They may stand in either order, and signs of any kind between them. None where nothing is left.
    """
    match node:
        case Words(text, prefix) if node != ANYTHING:
            words = [word for part in text.split() if (word := part.strip(_SIGNS))]
            return _rows(words, prefix) if len(words) <= MOST else node
        case And(parts) | Or(parts):
            kept: dict[Node, None] = {}
            for part in parts:
                less = loosened(part)
                if less is not None:
                    kept.update(dict.fromkeys(_parts(less, type(node))))
            return type(node)(tuple(kept)) if len(kept) > 1 else next(iter(kept), None)
    return node


def _parts(node: Node, kind: type[And] | type[Or]) -> tuple[Node, ...]:
    return node.parts if isinstance(node, kind) else (node,)


def _rows(words: list[str], prefix: bool) -> Node | None:
    """The words as neighbours, few in a row, for longer ones take too long."""
    step, last = _IN_A_ROW - 1, len(words) - 1
    rows: dict[Node, None] = {}
    for start in range(0, max(last, 1), step):
        row = words[start : start + _IN_A_ROW]
        one = _neighbours(row, prefix and start + len(row) > last)
        if one is not None:
            rows[one] = None
    return And(tuple(rows)) if len(rows) > 1 else next(iter(rows), None)


def _neighbours(words: list[str], prefix: bool) -> Term | None:
    whole: Term | None = None
    for number, word in enumerate(words, 1):
        one = Words(word, prefix and number == len(words))
        whole = one if whole is None else Near((whole,), (one,), 1)
    return whole
