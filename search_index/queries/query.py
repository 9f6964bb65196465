"""What a query asks for, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeAlias

from search_index.folding import fold


class Part:
    """A part of a query, equal to any of its kind that asks for the same; none ever changes.

    As a frozen dataclass is; but to make a dozen of those takes milliseconds, for which every
    search would wait.
    """

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self._said())

    def __repr__(self) -> str:
        kind, *values = self._said()
        return f"{kind.__name__}({', '.join(map(repr, values))})"

    def _said(self) -> tuple[Any, ...]:
        """Its kind, and what it says."""
        return (type(self), *(getattr(self, name) for name in self.__slots__))


class Term(Part):
    """What has places in a text, which are hits: words, or what stands for words."""

    __slots__ = ()


class Words(Term):
    """A word or a phrase, as written; a space stands for any white space.

    With ``prefix`` it is the beginning of a word, or of a phrase's last word.
    """

    __slots__ = __match_args__ = ("text", "prefix")

    def __init__(self, text: str, prefix: bool = False) -> None:
        self.text: Final = text
        self.prefix: Final = prefix


def begins_words(term: Term) -> bool:
    """Whether this is the beginning of a word, or of a phrase's last word."""
    return isinstance(term, Words) and term.prefix


class Title(Term):
    """The title of a text, whatever it says."""

    __slots__ = ()


ANYTHING = Words("", prefix=True)
"""In a field: any value at all."""

_FEW = 4
"""Terms of a plain query."""
_SHORT, _LONG = 3, 200
"""Code points: of the shortest beginning and the longest phrase in a plain query."""


class Wild(Term):
    """A word in which ``?`` stands for one letter or digit, and ``*`` for any number of them."""

    __slots__ = __match_args__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text: Final = text


class Fuzzy(Term):
    """A word that may be written otherwise in as many letters as ``edits`` says.

    A letter more, a letter less, another letter, and two neighbours exchanged are one edit each.
    """

    __slots__ = __match_args__ = ("text", "edits")

    def __init__(self, text: str, edits: int) -> None:
        self.text: Final = text
        self.edits: Final = edits


def closer(term: Term) -> tuple[Fuzzy, ...]:
    """What asks for the same word with fewer edits, none first; nothing for other terms."""
    return tuple(Fuzzy(term.text, n) for n in range(term.edits)) if isinstance(term, Fuzzy) else ()


class Regex(Term):
    """A regular expression."""

    __slots__ = __match_args__ = ("expression",)

    def __init__(self, expression: str) -> None:
        self.expression: Final = expression


class Near(Term):
    """One of the terms ``left`` and one of ``right``, at most ``distance`` words apart.

    In either order. Words that follow on each other are one word apart.
    """

    __slots__ = __match_args__ = ("left", "right", "distance")

    def __init__(self, left: tuple[Term, ...], right: tuple[Term, ...], distance: int) -> None:
        self.left: Final = left
        self.right: Final = right
        self.distance: Final = distance


class OneOf(Term):
    """Any of several terms, each place of which counts once. Nobody writes this."""

    __slots__ = __match_args__ = ("terms",)

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms: Final = terms


def text_of(term: Term) -> str:
    """What is written in a field that is no text: a name, a date, a path."""
    return term.text if isinstance(term, Words | Wild) else ""


class FieldName(StrEnum):
    """What a query can ask about other than the words of a text."""

    TAG = "tag"
    NOTE = "note"
    STATUS = "status"
    DOC = "doc"
    TITLE = "title"
    AUTHOR = "author"
    HAS = "has"
    LANG = "lang"
    DATE = "date"


OF_PATHS = frozenset({FieldName.DOC, FieldName.DATE})
"""What a path tells, with what is on record of the document's source."""
OF_DOCUMENTS = frozenset({FieldName.DOC, FieldName.TITLE, FieldName.LANG, FieldName.DATE})
"""What is asked of a document; all else is asked of an annotation."""


CAN_HAVE = ("link", "note", "reply", "status", "tag")
"""What ``has:`` can ask of an annotation; ``reply``: that it is one."""


class Field(Part):
    """``tag:claim`` and its like; ANYTHING asks for any value at all."""

    __slots__ = __match_args__ = ("name", "term")

    def __init__(self, name: FieldName, term: Term) -> None:
        self.name: Final = name
        self.term: Final = term


class And(Part):
    """All of the parts; there are two or more."""

    __slots__ = __match_args__ = ("parts",)

    def __init__(self, parts: tuple[Node, ...]) -> None:
        self.parts: Final = parts


class Or(Part):
    """Any of the parts; there are two or more."""

    __slots__ = __match_args__ = ("parts",)

    def __init__(self, parts: tuple[Node, ...]) -> None:
        self.parts: Final = parts


class Not(Part):
    """Whatever the part is not."""

    __slots__ = __match_args__ = ("part",)

    def __init__(self, part: Node) -> None:
        self.part: Final = part


Node: TypeAlias = Term | Field | And | Or | Not


class Query(NamedTuple):
    """A query as it was read. ``root`` is None where there is nothing to look for.

    ``understood`` is a query that is read as the same; ``plain`` says it in plain words. ``hint``
    names what may have been meant otherwise, whatever is found.
    """

    root: Node | None
    understood: str
    plain: str = ""
    hint: str = ""


def leaves(node: Node | None, wanted: bool = True) -> Iterator[tuple[Term | Field, bool]]:
    """The terms and fields of a query in order, each with whether it is wanted or unwanted."""
    match node:
        case Term() | Field():
            yield node, wanted
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part, wanted)
        case Not(part):
            yield from leaves(part, not wanted)


def wanted_terms(node: Node | None) -> tuple[Term, ...]:
    """The terms whose places are hits, each once apart from case."""
    found = [leaf for leaf, wanted in leaves(node) if wanted and isinstance(leaf, Term)]
    return tuple({_apart_from_case(term): term for term in found}.values())


def terms_of_hits(node: Node | None) -> tuple[Term, ...]:
    """The terms whose places are the hits of a query.

    Where it asks for documents, and for no words, these are the titles.
    """
    terms = wanted_terms(node)
    if terms or not any(
        wanted and isinstance(leaf, Field) and leaf.name in OF_DOCUMENTS
        for leaf, wanted in leaves(node)
    ):
        return terms
    return (Title(),)


def asks_for_words(node: Node | None) -> bool:
    """Whether all that this asks of texts is that words and phrases stand in them, or do not."""
    asked = [leaf for leaf, _ in leaves(node) if not isinstance(leaf, Field)]
    return bool(asked) and all(isinstance(leaf, Words) for leaf in asked)


def is_plain(node: Node | None) -> bool:
    """Whether this asks for a few words as they are: that is quick in any texts."""
    terms = [leaf.term if isinstance(leaf, Field) else leaf for leaf, _ in leaves(node)]
    return len(terms) <= _FEW and all(map(_is_plain_term, terms))


def _is_plain_term(term: Term) -> bool:
    if not isinstance(term, Words):
        return False
    least = _SHORT if term.prefix else 0
    return term == ANYTHING or least <= len(term.text) <= _LONG


def _apart_from_case(term: Term) -> Term:
    match term:
        case Words(text, prefix):
            return Words(fold(text), prefix)
        case Wild(text):
            return Wild(fold(text))
        case Fuzzy(text, edits):
            return Fuzzy(fold(text), edits)
        case Near(left, right, distance):
            one, other = (tuple(map(_apart_from_case, side)) for side in (left, right))
            return Near(one, other, distance)
    return term


def asks_for_annotations(node: Node | None) -> bool:
    """Whether the answer is to be annotations, whatever words they mark.

    So it is where a tag, a note or a status is asked for, and where nothing but fields is: a place
    in a text is a hit only for a word. What is only left out asks for nothing.
    """
    fields = [(leaf.name, wanted) for leaf, wanted in leaves(node) if isinstance(leaf, Field)]
    if any(wanted and name not in OF_DOCUMENTS for name, wanted in fields):
        return True
    return any(wanted for _, wanted in fields) and not wanted_terms(node)
