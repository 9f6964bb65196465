"""Material for exports: documents made up here, and what anybody might put into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module

from annotations.exports import FORMATS
from annotations.exports.material import Material
from annotations.model import Anchor, PlacedAnnotation, mark
from annotations.palette import Palette
from annotations.relations import Relations
from documents.document import Document
from documents.sources import Source

MOMENT = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
TEXT = "The minister spoke on Monday. He promised 5 bn for roads, “at once”. Nobody asked why.\n"
HOSTILE = [
    "<script>document.title='pwned'</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></mark></body>&lt;",
    "# heading\n- list\n> quote\n1. one\n```\ncode\n",
    "**bold** [link](javascript:alert(1)) ![image](x) `code` | cell | <b>",
    "=cmd|' /C calc'!A0",
    "\x1b[31m red \u202e reversed \u2066 isolate \u2028 line",
    "مرحبا بالعالم",
]


def annotated(
    quote: str,
    *,
    text: str = TEXT,
    path: str = "call.txt",
    tags: tuple[str, ...] = ("claim",),
    note: str = "",
    status: str = "open",
    author: str = "mk",
) -> PlacedAnnotation:
    """An annotation of the first place of ``quote`` in ``text``."""
    start = text.index(quote)
    end = start + len(quote)
    one = mark(text, start, end, tags=tags, note=note, status=status, moment=MOMENT)
    digest = Document(path, text).digest
    return PlacedAnnotation(one, author, path, start, end, Anchor.EXACT, digest)


def material(
    *placed: PlacedAnnotation,
    texts: Mapping[str, str] | None = None,
    sources: Mapping[str, Source] | None = None,
) -> Material:
    """Material of these annotations, in ``TEXT`` unless other texts are given."""
    known = {"call.txt": TEXT} if texts is None else texts
    documents = {path: Document(path, text) for path, text in known.items()}
    return Material(
        list(placed),
        lambda one: documents.get(one.document),
        lambda path: (sources or {}).get(path, Source()),
        Palette(),
        Relations(placed),
    )


def hostile_material() -> Material:
    """A document for each of ``HOSTILE``, with the same in its name, its source and its marks."""
    names = {f"{n}<b>\udcff{text[:9]}.txt": text for n, text in enumerate(HOSTILE)}
    texts = {path: f"Before. {text} After.\n" for path, text in names.items()}
    placed = [
        annotated(
            text,
            text=texts[path],
            path=path,
            tags=(f"{text}\ud800",),
            note=text,
            status=text,
            author=text,
        )
        for path, text in names.items()
    ]
    sources = {
        path: Source(title=text, outlet=text, url=text, date=text, retrieved=text)
        for path, text in names.items()
    }
    return material(*placed, texts=texts, sources=sources)


def exported(format: str, of: Material) -> str:
    """The whole export."""
    pieces: Iterator[str] = import_module(FORMATS[format]).export(of)
    return "".join(pieces)
