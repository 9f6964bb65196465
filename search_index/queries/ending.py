"""What a query ends with, as the lexer reads it: a phrase being typed, or the value of a field."""

from __future__ import annotations

from search_index.queries.lexing import FieldMark, Lexer, Mark, Token, Word
from search_index.queries.query import FieldName
from search_index.queries.refusing import Refused


def ends_in_phrase(query: str) -> bool:
    """Whether it ends within a phrase that is still being typed, with half a word perhaps."""
    lexer = Lexer(query)
    try:
        for _ in lexer.tokens():
            pass
    except Refused:
        return False
    return lexer.in_phrase


def last_field(query: str) -> FieldName | None:
    """The field of the last word, which brackets may have; None where it has none."""
    last: FieldName | None = None
    around: list[FieldName | None] = [None]  # the field of each bracket that is open
    within: FieldName | None = None
    for token, _ in _read(query):
        if isinstance(token, FieldMark):
            within = token.name
        elif token is Mark.OPEN:
            around.append(within or around[-1])
            within = None
        elif token is Mark.CLOSE:
            around.pop()
        elif isinstance(token, Word):
            last, within = token.field or around[-1], None
    return last


def without_last_field(query: str) -> str:
    """The query without the field at its end, and without what joins that to the rest.

    Empty where it ends with no field, or with one that is left out, that is joined by OR, or that
    stands in brackets.
    """
    read = _read(query)
    last, start = read.pop() if read else (None, 0)
    if not (isinstance(last, Word) and last.field):
        return ""
    before = read[-1][0] if read else None
    if isinstance(before, Word) and before.operator is Mark.AND:
        start = read.pop()[1]
    elif before is Mark.NOT or (isinstance(before, Word) and before.operator):
        return ""
    return query[:start].strip()


def unbracketed(query: str) -> str:
    """The query without the brackets around all of it, if there are any."""
    query = query.strip()
    read = _read(query)
    depth = 0
    for number, (token, _) in enumerate(read, 1):
        depth += {Mark.OPEN: 1, Mark.CLOSE: -1}.get(token, 0) if isinstance(token, Mark) else 0
        if depth == 0 and number < len(read):
            return query
    last = len(query) - 1
    if len(read) < 2 or read[0] != (Mark.OPEN, 0) or read[-1] != (Mark.CLOSE, last):
        return query
    if query[last] != ")" or read[-2][1] == last:  # brackets that nobody has closed are closed too
        return query
    return query[1:-1].strip()


def _read(query: str) -> list[tuple[Token, int]]:
    """The tokens of a query, each with the place where it begins."""
    lexer = Lexer(query)
    try:
        return [(token, lexer.begun) for token in lexer.tokens()]
    except Refused:
        return []
