"""How a query was read, in plain words."""

from __future__ import annotations

from search_index.dates import ALWAYS, Days, asked_days
from search_index.queries.query import (
    ANYTHING,
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
    Title,
    Wild,
    Words,
    text_of,
)

_ANY = {
    FieldName.TAG: "any tag",
    FieldName.NOTE: "any note",
    FieldName.STATUS: "any status",
    FieldName.DOC: "any document",
    FieldName.TITLE: "any title",
    FieldName.AUTHOR: "any author",
    FieldName.HAS: "any annotation",
    FieldName.LANG: "any language that can be told",
    FieldName.DATE: "any date",
}
_OF = {
    FieldName.TAG: "the tag {}",
    FieldName.NOTE: "{} in the note",
    FieldName.STATUS: "the status {}",
    FieldName.DOC: "{} in the document's path",
    FieldName.TITLE: "{} in the title",
    FieldName.AUTHOR: "the author {}",
    FieldName.HAS: "an annotation {}",
    FieldName.LANG: "text in {}",
    FieldName.DATE: "dated {}",
}
_EDITS = {1: "one letter", 2: "two letters"}


def explained(node: Node) -> str:
    """What the query asks for, for somebody who does not know its signs."""
    match node:
        case Term():
            return _term(node)
        case Field(name, term):
            return _field(name, term)
        case And(parts):
            wanted = [_bracketed(part, Or) for part in parts if not isinstance(part, Not)]
            left_out = [_left_out(part.part, Or) for part in parts if isinstance(part, Not)]
            return ", ".join([" and ".join(wanted) or "anything", *left_out])
        case Or(parts):
            return " or ".join(_bracketed(part, And) for part in parts)
        case Not(part):
            return f"anything {_left_out(part, And | Or)}"


def _left_out(node: Node, kinds: type | object) -> str:
    is_date = isinstance(node, Field) and node.name is FieldName.DATE
    return f"{'not' if is_date else 'without'} {_bracketed(node, kinds)}"


def _bracketed(node: Node, kinds: type | object) -> str:
    line = explained(node)
    return f"({line})" if isinstance(node, kinds) else line  # type: ignore[arg-type]


def _term(term: Term) -> str:
    match term:
        case Words(text, prefix):
            return f"“{text}…”" if prefix else f"“{text}”"
        case Wild(text):
            return f"words like “{text}”"
        case Fuzzy(text, edits):
            return f"“{text}” or up to {_EDITS.get(edits, str(edits))} off"
        case Regex(expression):
            return f"the pattern /{expression}/"
        case Near(left, right, distance):
            words = "word" if distance == 1 else "words"
            return f"{_side(left)} within {distance} {words} of {_side(right)}"
        case Title():
            return "the title"
    raise TypeError(term)


def _side(terms: tuple[Term, ...]) -> str:
    line = " or ".join(map(_term, terms))
    return f"({line})" if len(terms) > 1 or isinstance(terms[0], Near) else line


def _field(name: FieldName, term: Term) -> str:
    if term == ANYTHING:
        return _ANY[name]
    match name:
        case FieldName.DATE:
            value = _dated(asked_days(text_of(term)) or ALWAYS)
        case FieldName.LANG:
            from search_index.languages import language_named

            value = language_named(text_of(term))
        case FieldName.HAS:
            value = "that is a reply" if text_of(term) == "reply" else f"with a {text_of(term)}"
        case _:
            value = _term(term)
    return _OF[name].format(value)


def _dated(days: Days) -> str:
    if days == ALWAYS:
        return "on any day"
    if days.first == ALWAYS.first:
        return f"until {_iso(days.last, last=True)}"
    first = _iso(days.first, last=False)
    if days.last == ALWAYS.last:
        return f"from {first} on"
    return first if days.first == days.last else f"{first} to {_iso(days.last, last=True)}"


def _iso(number: int, *, last: bool) -> str:
    """The day with these digits; of one that no month has, the one before or after."""
    from calendar import monthrange

    year, month, day = number // 10000, number // 100 % 100, number % 100
    if day == 0:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        day = monthrange(year, month)[1]
    elif day > monthrange(year, month)[1]:
        if last:
            day = monthrange(year, month)[1]
        else:
            year, month, day = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    return f"{year:04}-{month:02}-{day:02}"
