"""One HTML page that needs nothing else: the texts with their marks, and the notes beside them.

The page holds no script, loads nothing, and forbids both by a Content-Security-Policy of its own,
so a document that contains markup stays text even if an escape were missed. It reads on a wide
screen (notes in the margin), on a phone and on paper (notes below their paragraph), light or dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from annotations.exports.html_page.contents import contents
from annotations.exports.html_page.marks import marks_of
from annotations.exports.html_page.sections import section
from annotations.exports.html_page.ties import tied

if TYPE_CHECKING:
    from annotations.exports.material import Material

OPENING = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="Sidelight">
"""
_HEAD = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Annotations</title>
<style>
{style}</style>
</head>
<body>
"""
_TAIL = "</body>\n</html>\n"


def export(material: Material) -> Iterator[str]:
    """The page, document by document."""
    yield OPENING
    yield _HEAD.format(style=files(__name__).joinpath("page.css").read_text("utf-8"))
    marks = tied(list(marks_of(material.placed, material.palette)), material.relations)
    yield from contents(marks, material)
    yield "<main>\n"
    done = 0
    for number, marked in enumerate(material.documents(), 1):
        here = marks[done : done + len(marked.annotations)]
        done += len(here)
        yield from section(number, marked, here)
    yield "</main>\n" + _TAIL
