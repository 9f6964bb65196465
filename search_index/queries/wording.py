"""How a query was understood, in one line that is itself such a query."""

from __future__ import annotations

import re

from documents.lazy_regex import lazy_regex
from search_index.queries.lexing import Mark, Word, tokens
from search_index.queries.query import (
    And,
    Field,
    FieldName,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Regex,
    Term,
    Wild,
    Words,
)
from search_index.queries.quotes import WAYS

_slash = lazy_regex(r"\\.|/", re.DOTALL)


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
            return "NOT " + _bracketed(part, And | Or | Not | Near)


def _bracketed(node: Node, kinds: type | object) -> str:
    line = wording(node)
    return f"({line})" if isinstance(node, kinds) else line  # type: ignore[arg-type]


def _written(field: FieldName | None, term: Term) -> str:
    name = f"{field}:" if field else ""
    match term:
        case Words():
            return _words(field, term)
        case Wild(text):
            return name + text
        case Fuzzy(text, edits):
            return f"{name}{text}~{edits}"
        case Regex(expression):
            return f"{name}/{_slash.sub(_escaped, expression)}/"
        case Near(left, right, distance):
            line = f"{_side(left)} NEAR/{distance} {_side(right, Near)}"
            return f"{name}({line})" if field else line
    raise TypeError(term)


def _side(terms: tuple[Term, ...], *bracketed: type) -> str:
    line = " OR ".join(_written(None, term) for term in terms)
    return f"({line})" if len(terms) > 1 or isinstance(terms[0], bracketed) else line


def _words(field: FieldName | None, words: Words) -> str:
    """The first way of writing words that reads back as the same, in brackets too."""
    name = f"{field}:" if field else ""
    star = "*" if words.prefix else ""
    ways = [f"{name}{opening}{words.text}{closing}{star}" for opening, closing in WAYS]
    if not words.text.startswith("/"):
        ways.insert(0, f"{name}{words.text}{star}")
    return next((way for way in ways if _reads_back(way, Word(words, field))), ways[-1])


def _reads_back(line: str, word: Word) -> bool:
    """Whether a line stands for the word, on its own and in brackets, first and last."""
    bracketed = [Mark.OPEN, word, word, Mark.CLOSE]
    return [*tokens(line)] == [word] and [*tokens(f"({line} {line})")] == bracketed


def _escaped(found: re.Match[str]) -> str:
    return r"\/" if found.group() == "/" else found.group()
