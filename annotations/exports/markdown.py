"""Markdown (CommonMark): each document with its source, then each annotation as a quotation.

Quotes stand within their sentence, in bold. Whatever comes from outside is escaped, so that it
shows as it was written: it can make no heading, list, link, image, code or HTML of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.exports.characters import one_line, safe_address, unseen_named
from annotations.exports.decided import Decided, decided
from annotations.exports.material import Passage, Sentences
from annotations.exports.ties import Tie, ties_of
from annotations.listing import utc
from annotations.toml_values import UNKNOWN_TIME
from documents.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from datetime import datetime

    from annotations.exports.material import MarkedDocument, Material
    from annotations.model import PlacedAnnotation
    from annotations.relations import Relations
    from documents.sources import Source

OPENING = "# Annotations\n"

# CommonMark lets a backslash stand before any ASCII punctuation. These mean something inside a
# line somewhere (CommonMark, GitHub's and Pandoc's extensions); those below only at its start.
_INLINE = lazy_regex(r"([\\`*_\[\]<>&~|$^]|==|(?<!\w)[@#](?=\w)|!(?=\\?\[))")
_LINE_START = lazy_regex(r"^(\d{1,9})([.)])|^([-+=:#%])")


def export(material: Material) -> Iterator[str]:
    """The page, annotation by annotation."""
    yield OPENING
    if not material.placed:
        yield "\nNone.\n"
    for marked in material.documents():
        yield from _document(marked, material.relations)


def _document(marked: MarkedDocument, relations: Relations) -> Iterator[str]:
    yield f"\n## {_line(marked.title)}\n"
    source = _source_line(marked.source)
    if source:
        yield f"\n{source}\n"
    yield f"\nDocument: {_code(marked.path)}\n"
    sentences = Sentences(marked.document) if marked.document else None
    for placed in marked.annotations:
        yield from _annotation(placed, sentences, relations)


def _source_line(source: Source) -> str:
    address = safe_address(source.url)
    parts = [
        _line(source.outlet or ""),
        f"published {_line(source.date)}" if source.date else "",
        f"<{address}>" if address else _line(source.url or ""),
        f"retrieved {_line(source.retrieved)}" if source.retrieved else "",
    ]
    line = " · ".join(part for part in parts if part)
    return f"Source: {line}" if line else ""


def _annotation(
    placed: PlacedAnnotation, sentences: Sentences | None, relations: Relations
) -> Iterator[str]:
    one = placed.annotation
    yield f"\n### {_heading(placed)}\n"
    quotation = _quotation(placed, sentences)
    if quotation:
        yield f"\n> {quotation}\n"
    for paragraph in _paragraphs(one.note):
        yield f"\n{paragraph}\n"
    ties = ties_of(placed, relations)
    if ties:
        yield "\n" + "".join(f"- {_tie(tie)}\n" for tie in ties)
    if made := decided(placed):
        yield "\nDecisions:\n\n" + "".join(f"- {_decision(each)}\n" for each in made)
    yield f"\n{_record(placed, sentences)}\n"


def _decision(made: Decided) -> str:
    """Which status, on which words where others are marked now, when, by whom."""
    words = f" on other words, “{_line(made.words)}”" if made.words else ""
    when = made.date.replace("T", " ").replace("Z", " UTC")
    parts = (f"{_line(made.status) or 'no status'}{words}", when, _line(made.author))
    return " · ".join(part for part in parts if part)


def _tie(tie: Tie) -> str:
    """What an annotation answers or is linked to, in one line: the words, where, whose, the id."""
    quote = f" “{_line(tie.quote)}”" if tie.quote else ""
    if tie.other is None:
        where = f" in {_code(tie.document)}" if tie.document else ""
        return f"{tie.verb}{quote} {_code(tie.target)}{where}, which is not here"
    who = f" {_line(tie.author)}:" if tie.author else ""
    return f"{tie.verb}{who}{quote} ({_code(tie.document)}, {_code(tie.target)})"


def _heading(placed: PlacedAnnotation) -> str:
    tags = ", ".join(map(_line, placed.annotation.names))
    status = placed.status_told
    return f"{tags} – {_line(status)}" if status else tags


def _quotation(placed: PlacedAnnotation, sentences: Sentences | None) -> str:
    """The quote in its sentence; where the text has changed, the quote as it was marked too."""
    marked = placed.annotation.exact
    if sentences is None or placed.start is None or placed.end is None:
        return _line(marked)
    found = sentences.passage(placed.start, placed.end)
    context = _in_context(found)
    if not marked or found.quote == marked:
        return context
    return f"{context}\n>\n> Marked as: {_line(marked)}"


def _in_context(found: Passage) -> str:
    """The passage on one line, its quote in bold."""
    before, marked, after = (re.sub(r"\s+", " ", part) for part in found)
    quote = marked.strip()
    if not quote:
        return _line(before + marked + after)
    before = (before + marked[: len(marked) - len(marked.lstrip())]).lstrip()
    after = (marked[len(marked.rstrip()) :] + after).rstrip()
    bold = f"**{_escaped(quote)}**"
    # Asterisks open and close emphasis only where they "flank" (CommonMark 6.2): between a letter
    # and a quotation mark, say, they would be shown. HTML has no such rule.
    if _glued(before[-1:], quote[0]) or _glued(after[:1], quote[-1]):
        bold = f"<strong>{_escaped(quote)}</strong>"
    return _guard_start(f"{_escaped(before)}{bold}{_escaped(after)}")


def _glued(outside: str, inside: str) -> bool:
    """Whether emphasis cannot begin (or end) between these two characters."""
    return outside.isalnum() and not inside.isalnum()


def _record(placed: PlacedAnnotation, sentences: Sentences | None) -> str:
    """Who marked it, when and where, in one line."""
    one = placed.annotation
    parts = [
        f"{_line(placed.author)}"
        + (f" (from {_line(one.source_author)})" if one.source_author else ""),
        _time(one.created),
        f"changed {_time(one.modified)}" if one.modified != one.created else "",
        _place(placed, sentences),
        _code(one.id),
    ]
    return " · ".join(part for part in parts if part)


def _place(placed: PlacedAnnotation, sentences: Sentences | None) -> str:
    """Where it sits, in words: "sentence 3, characters 478–612"."""
    if placed.start is None or placed.end is None:
        return "the document as a whole" if not placed.annotation.exact else "place lost"
    where = f"characters {placed.start}–{placed.end}"
    numbers = sentences.numbers(placed.start, placed.end) if sentences else None
    if numbers:
        first, last = numbers
        where = (
            f"sentence {first}" if first == last else f"sentences {first}–{last}"
        ) + f", {where}"
    return where if placed.anchor == "exact" else f"{where} ({placed.anchor})"


def _time(moment: datetime) -> str:
    return "" if moment == UNKNOWN_TIME else f"{utc(moment):%Y-%m-%d %H:%M} UTC"


def _paragraphs(note: str) -> Iterator[str]:
    """The note's paragraphs; a single line end inside one stays a line end."""
    for paragraph in re.split(r"\n\s*\n", note.replace("\r\n", "\n").strip()):
        lines = [_line(line) for line in paragraph.splitlines()]
        if any(lines):
            yield "\\\n".join(line for line in lines if line)


def _line(text: str) -> str:
    """Text as one line that shows as it was written, wherever in the page it stands."""
    return _guard_start(_escaped(one_line(text)))


def _escaped(text: str) -> str:
    return _INLINE.sub(_backslashed, unseen_named(text))


def _backslashed(match: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in match[0])


def _guard_start(line: str) -> str:
    """The line without what would make it a list item, a heading, a rule or a definition."""
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def _code(text: str) -> str:
    """A code span, fenced by more backticks than the text has in a row."""
    line = unseen_named(one_line(text))
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if longest else ""
    return f"{fence}{padding}{line}{padding}{fence}" if line else ""
