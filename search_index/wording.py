"""How a query was understood, in one line that is itself such a query."""

from __future__ import annotations

from search_index.lexing import Mark, Word, tokens
from search_index.query import And, Field, FieldName, Node, Not, Or, Term


def wording(node: Node) -> str:
    """The query as a line: every operator and bracket written out, quotes only where needed."""
    match node:
        case Term():
            return _written(None, node)
        case Field(name, term):
            return _written(name, term)
        case And(parts):
            return " AND ".join(_bracketed(part, Or) for part in parts)
        case Or(parts):
            return " OR ".join(wording(part) for part in parts)
        case Not(part):
            return "NOT " + _bracketed(part, And | Or | Not)


def _bracketed(node: Node, kinds: type | object) -> str:
    line = wording(node)
    return f"({line})" if isinstance(node, kinds) else line  # type: ignore[arg-type]


def _written(field: FieldName | None, term: Term) -> str:
    """The first way of writing the term that reads back as the same, in brackets too."""
    name = f"{field}:" if field else ""
    star = "*" if term.prefix else ""
    word = Word(term, field)
    for opening, closing in (("", ""), ('"', '"')):
        line = f"{name}{opening}{term.text}{closing}{star}"
        if [*tokens(f"({line})")] == [Mark.OPEN, word, Mark.CLOSE] and [*tokens(line)] == [word]:
            return line
    return f"{name}“{term.text}”{star}"
