"""What type a file is: by its name, and where that does not tell, by its first bytes.

Looking at names needs no file to be opened, so that a folder of thousands is listed at once.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from documents.byte_patterns import is_noisy, is_utf_8, is_wide
from documents.document import Kind


class Format(NamedTuple):
    """How a file is read: the reader's name, and the kind of text it makes."""

    reader: str
    kind: Kind


class Unopenable(NamedTuple):
    """Why files of a type cannot be opened, and what to do about it."""

    reason: str
    mend: str


PLAIN = Format("plain", "prose")
MARKDOWN = Format("markdown", "markdown")
CODE = Format("code", "code")
BINARY = Unopenable("it is not a text", "name a text file")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MARKDOWN = frozenset(("md", "markdown", "mdown", "mkd", "mkdn"))
_PROSE = frozenset(
    ("txt", "text", "asc", "rst", "org", "adoc", "asciidoc", "textile", "srt", "vtt")
)
_CODE = _words(
    """
    ada adb ads asm awk bash bat bib c c++ cc cfg cjs clj cljs cmake cmd coffee conf cpp cs css csv
    cu cxx d dart diff el elm erl ex exs f f03 f08 f77 f90 f95 fish fs fsi fsx gd go gradle graphql
    groovy h h++ hcl hh hpp hrl hs hxx inc ini ipynb java jl js json json5 jsonc jsonl jsx kt kts
    less lhs lisp log lua m mjs mk ml mli mm nim nix pas patch php pl pm pp properties proto ps1 py
    pyi pyw pyx r rb rkt rs sass sbt scala scm scss sh sql ss sty svelte swift tcl tex tf toml ts
    tsv tsx v vb vhd vhdl vim vue xml xsd xsl xslt yaml yml zig zsh
    """
)
_CODE_NAMES = _words(
    """
    makefile gnumakefile dockerfile containerfile cmakelists.txt rakefile gemfile procfile
    vagrantfile jenkinsfile justfile brewfile podfile sconstruct build.bazel go.mod go.sum
    requirements.txt
    """
)
_LATER = {
    "html": "HTML",
    "htm": "HTML",
    "xhtml": "HTML",
    "mhtml": "HTML",
    "pdf": "PDF",
    "epub": "EPUB",
    "mobi": "e-book",
    "azw3": "e-book",
    "docx": "Word",
    "doc": "Word",
    "odt": "OpenDocument",
    "rtf": "RTF",
    "pages": "Pages",
    "eml": "mail",
    "mbox": "mail",
    "msg": "mail",
}
_BINARY = _words(
    """
    7z a aac accdb aif aiff ai apk avi avif bmp bz2 cab class db dbf deb dll dmg dylib ear
    eot exe flac flv gif gz heic heif ico icns img iso jar jpeg jpg jp2 ko lib lz4 lzma m4a m4v mdb
    mid midi mkv mov mp3 mp4 mpeg mpg npy npz o ods odg odp oga ogg ogv opus otf parquet pdb
    pickle pkl png ppt pptx psd pyc pyd pyo rar rpm so sqlite sqlite3 swf tar tgz tif tiff ttf
    war wasm wav webm webp whl wma wmv woff woff2 xls xlsx xcf xz zip zst
    """
)
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", ""),
    (b"PK\x05\x06", ""),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
    (b"\x89PNG", ""),
    (b"GIF8", ""),
    (b"\xff\xd8\xff", ""),
    (b"\x7fELF", ""),
    (b"\x1f\x8b\x08", ""),
    (b"\xfd7zXZ\x00", ""),
    (b"7z\xbc\xaf\x27\x1c", ""),
    (b"SQLite format 3\x00", ""),
    (b"\x28\xb5\x2f\xfd", ""),
    (b"OggS\x00", ""),
    (b"fLaC\x00", ""),
    (b"ID3\x03", ""),
    (b"ID3\x04", ""),
    (b"Rar!\x1a\x07", ""),
)
MAGIC_BYTES = tuple(magic for magic, _ in _MAGIC)
"""What files begin with that are no texts."""


def type_by_name(path: str) -> Format | Unopenable | None:
    """What a file of this name is; None where only its bytes can tell."""
    name = path.rpartition("/")[2].lower()
    if name in _CODE_NAMES:
        return CODE
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem:
        return None
    return _BY_SUFFIX.get(suffix)


def _not_yet(format_name: str) -> Unopenable:
    mend = "save it as text and open that"
    if format_name == "PDF":
        mend = "save it as text (pdftotext does that) and open that"
    return Unopenable(f"{format_name} files cannot be opened yet", mend)


_BY_SUFFIX: dict[str, Format | Unopenable] = {
    **dict.fromkeys(_PROSE, PLAIN),
    **dict.fromkeys(_MARKDOWN, MARKDOWN),
    **dict.fromkeys(_CODE, CODE),
    **{suffix: _not_yet(name) for suffix, name in _LATER.items()},
    **dict.fromkeys(_BINARY, BINARY),
}


def type_by_bytes(head: bytes) -> Format | Unopenable:
    """What a file is whose name does not tell, by its first HEAD bytes."""
    if refusal := refused_by_bytes(head):
        return refusal
    if not is_wide(head) and is_noisy(head):
        return BINARY
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()[:64].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return _not_yet("HTML")
    if start.startswith(b"{\\rtf"):
        return _not_yet("RTF")
    return CODE if start.startswith((b"#!", b"<?xml")) else PLAIN


def refused_by_bytes(head: bytes) -> Unopenable | None:
    """Why what starts with ``head`` is no text, whatever its name says; None where it may be.

    A zero byte is a sign of binary data, but for UTF-16 and UTF-32, and for UTF-8 that a crash or
    a program left one in.
    """
    if head.startswith(MAGIC_BYTES):
        format_name = next(name for magic, name in _MAGIC if head.startswith(magic))
        return _not_yet(format_name) if format_name else BINARY
    return None if b"\0" not in head or is_wide(head) or is_utf_8(head) else BINARY
