"""A passage of a document as one pastes it into a message or a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from documents.lazy_regex import lazy_regex
from documents.newlines import NEWLINES, PARAGRAPH_END
from tui.visible import visible

if TYPE_CHECKING:
    from documents.document import Document, Kind
    from documents.sources import Source

_LINE_ENDS = lazy_regex(rf"\r\n|[{NEWLINES}]")
_PARAGRAPHS = lazy_regex(r"\n(?:[^\S\n]*\n)+")
_JOINT = lazy_regex(r"[ \t]*\n[ \t]*|\t")
_JOINT_IN_QUOTE = lazy_regex(r"[ \t]*\n[ \t]*(?:>[ \t]?)*|\t")

_BEFORE = 2
"""Words that are told before those that differ."""

_SINGLE = str.maketrans('“”„"', "‘’‚'")


class Passage(NamedTuple):
    """Words of a document and, where they have one, their place in its text, as offsets."""

    path: str
    text: str
    start: int | None = None
    end: int | None = None


@runtime_checkable
class HoldsPassages(Protocol):
    """A panel whose selected entry is a passage of a document."""

    def passage(self) -> Passage | None:
        """The passage that is selected."""


def plain(text: str, kind: Kind = "prose") -> str:
    """A text to be pasted anywhere: on one line a paragraph, and without what a terminal obeys.

    Control and invisible characters are left out; in source code lines and tabs stay.
    """
    if kind != "code":
        text = text.replace(PARAGRAPH_END, "\n\n")
    text = _LINE_ENDS.sub("\n", text)
    if kind != "code":
        joint = _JOINT_IN_QUOTE if kind == "markdown" else _JOINT
        paragraphs = _PARAGRAPHS.split(text.strip())
        text = "\n\n".join(joint.sub(" ", paragraph) for paragraph in paragraphs)
    shown = visible(text, keep="\n\t")
    if shown is text:
        return text
    return "".join(c for c, seen in zip(text, shown, strict=True) if c == seen)


def in_quotation_marks(words: str) -> str:
    """The words in double quotation marks; those in them become single ones, in their own style.

    Guillemets stay: they are told from the marks around them.
    """
    return f"“{words.translate(_SINGLE)}”"


def quoted(passage: Passage, source: Source, document: Document | None = None) -> str:
    """The passage in quotation marks, and a line that says where it stands.

    ``document`` is the one it is from, where that is open: then sentences are numbered.
    """
    kind = document.kind if document is not None else "prose"
    words = plain(passage.text, kind)
    words = words.rstrip("\n") if kind == "code" else in_quotation_marks(words)
    origin = plain(", ".join(filter(None, _origin(source))))
    place = plain(", ".join([passage.path, *_place(passage, document)]))
    return f"{words}\n— {'; '.join(filter(None, [origin, place]))}"


def _origin(source: Source) -> tuple[str, ...]:
    retrieved = f"retrieved {source.retrieved}" if source.retrieved else ""
    url = " ".join(filter(None, [source.url, f"({retrieved})" if source.url and retrieved else ""]))
    alone = "" if source.url else retrieved
    return source.title or "", source.outlet or "", source.date or "", url, alone


def _place(passage: Passage, document: Document | None) -> list[str]:
    if passage.start is None or passage.end is None:
        return []
    place = [f"characters {passage.start}–{passage.end}"]
    if document is not None:
        first = document.segmentation.number_of(passage.start)
        last = document.segmentation.number_of(max(passage.start, passage.end - 1))
        if first is not None and last is not None:
            place.insert(0, f"sentence {first}" if first == last else f"sentences {first}–{last}")
    return place


def from_where_they_part(words: str, others: str) -> str:
    """The words from shortly before the first that ``others`` do not have there, on one line."""
    told, besides = words.split(), others.split()
    pairs = enumerate(zip(told, besides, strict=False))
    parted = next((number for number, (one, other) in pairs if one != other), None)
    first = max(0, (min(len(told), len(besides)) if parted is None else parted) - _BEFORE)
    return f"{'…' if first else ''}{' '.join(told[first:])}"
