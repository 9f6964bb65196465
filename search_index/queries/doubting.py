"""What in a query may have been meant for more than a word, and was read as one all the same.

Nothing typed is an error; where nothing is found, this tells somebody whether it is because of a
slip: a date that is none, a pattern that cannot be read, a field or a name that is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from documents.lazy_regex import lazy_regex
from search_index.dates import asked_days
from search_index.folding import fold
from search_index.languages import NAMES, is_language
from search_index.queries.lexing import JOINS
from search_index.queries.query import (
    ANYTHING,
    CAN_HAVE,
    And,
    Field,
    FieldName,
    Node,
    Term,
    Words,
    leaves,
)

_FIELD = lazy_regex(r"([A-Za-z]{2,}):(?!//)(.*)", re.DOTALL)
_OPERATOR = lazy_regex(r"(and|or|not)|(near)(?:/\d*)?", re.IGNORECASE)
_SIGN = lazy_regex(r"[&|+]+")
_SIGNS_IN_WORD = lazy_regex(r"\w[^&|\s/]*(&&|\|\|?)[^&|\s/]*\w")
_REQUIRED = lazy_regex(r"\+[^\W\d].*", re.DOTALL)
_STARS = lazy_regex(r"[^\s*]\*|\*[^\s*]")
_FEW = 4
"""Words of a phrase that are shown joined otherwise."""
_PATTERN = lazy_regex(r"/(.+)/", re.DOTALL)


def doubts(root: Node | None, statuses: Sequence[str]) -> list[str]:
    """A line for each part of a query that may not be what it was meant to be, and what would be.

    ``statuses`` are those of the palette.
    """
    found = [line for leaf, _ in leaves(root) for line in _doubts_of(leaf, statuses)]
    if isinstance(root, And):
        found += [line for part in root.parts for line in _small_operator(part)]
    if root is not None and not any(wanted for _, wanted in leaves(root)):
        found.append(
            "nothing is asked for, but only left out; add what is to be found, "
            "doc: for any document, has: for any annotation"
        )
    return list(dict.fromkeys(found))


def _doubts_of(leaf: Term | Field, statuses: Sequence[str]) -> Iterator[str]:
    match leaf:
        case Field(_, term) if term == ANYTHING:
            return
        case Field(FieldName.STATUS, Words(text, prefix)):
            if not any(_is(fold(one), fold(text), prefix) for one in statuses):
                yield f"there is no status “{text}” in the palette; it has {', '.join(statuses)}"
        case Field(FieldName.LANG, Words(text)):
            if not any(is_language(code, text) for code in NAMES):
                yield f"“{text}” is no language told apart here; those are {', '.join(NAMES)}"
        case Field(FieldName.NOTE | FieldName.TITLE, Words(text)):
            if found := _PATTERN.fullmatch(text):
                yield from _of_pattern(found[1])
        case Words(text):
            yield from _of_word(text)


def _small_operator(part: Node) -> Iterator[str]:
    """Of a word that would join others if it were written in capitals."""
    if not isinstance(part, Words) or part.text.isupper():
        return
    if found := _OPERATOR.fullmatch(part.text):
        does = JOINS[(found[1] or found[2]).lower()]
        yield f"“{found[0]}” is a word like others; in capitals, {found[0].upper()} {does}"


def _is(name: str, wanted: str, prefix: bool) -> bool:
    return name.startswith(wanted) if prefix else name == wanted


def _of_word(text: str) -> Iterator[str]:
    if found := _PATTERN.fullmatch(text):
        yield from _of_pattern(found[1])
    elif found := _FIELD.fullmatch(text):
        yield from _of_field(found[1].lower(), found[2])
    else:
        yield from _of_signs(text)


def _of_signs(text: str) -> Iterator[str]:
    """Of what joins words, or stands for letters, in other programs or elsewhere in a query."""
    if _SIGN.fullmatch(text):
        does = "OR asks for either" if "|" in text else "words side by side are all asked for"
        yield f"“{text}” is looked for as it stands; {does}"
    elif _REQUIRED.fullmatch(text):
        yield "a word with + before it is looked for so; words side by side are all asked for"
    elif found := _SIGNS_IN_WORD.fullmatch(text):
        does = "AND asks for both" if "&" in found[1] else "OR asks for either"
        yield f"“{text}” is one word; {does}"
    elif " " in text and _STARS.search(text):
        words = text.split()
        instead = f"; ask for {' NEAR/1 '.join(words)}" if len(words) <= _FEW else ""
        yield f"within a phrase * is a sign like others, but at its end{instead}"


def _of_pattern(expression: str) -> Iterator[str]:
    from search_index.finding.regexes import fault

    if why := fault(expression):
        yield f"/{expression}/ is no pattern that can be read: {why}"


def _of_field(name: str, value: str) -> Iterator[str]:
    if name == FieldName.DATE and asked_days(value) is None:
        yield f"“{value}” is no date; write 2025-03-31, 2025-03, 2025 or 2025-01..2025-03"
    elif name == FieldName.HAS:
        yield f"an annotation has no “{value}”; has: asks for {', '.join(CAN_HAVE)}"
    elif name not in list(FieldName):
        near = get_close_matches(name, list(FieldName), n=1)
        fields = near or [*FieldName]
        yield f"there is no field {name}:, so it is a word; {_fields(fields, one=bool(near))}"


def _fields(names: Sequence[str], *, one: bool) -> str:
    return f"there is {names[0]}:" if one else f"fields are {', '.join(f'{n}:' for n in names)}"
