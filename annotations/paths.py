"""Where a document's annotations lie: the way from its path to their file, and back.

``reports/call.txt`` read by ``mk`` has its annotations in ``annotations/mk/reports/call.txt.toml``.
Names stay readable. Percent-encoded are ``%`` itself, control characters, bytes that are not
UTF-8, and the dot of a folder's trailing ``.toml`` (else a folder ``a.toml`` would take the place
of the annotations of ``a``). A segment too long for a file system is cut and ends in a hash; then
only the file itself says which document it is about.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import PurePosixPath

from documents.discovery import ANNOTATIONS_FOLDER
from documents.hashing import sha256_of
from documents.lazy_regex import lazy_regex

SUFFIX = ".toml"

_LONGEST = 255  # bytes a name may have, on every common file system
_HASH = 16
_CUT = lazy_regex(rf"~[0-9a-f]{{{_HASH}}}\Z")
_ENCODED = lazy_regex(rb"%([0-9A-F]{2})")
_TO_ENCODE = lazy_regex("[%\x00-\x1f\x7f-\x9f\udc80-\udcff]")


def annotation_path(author: str, path: str) -> str:
    """The file, from the workspace, of what ``author`` wrote on the document at ``path``."""
    *folders, name = path.split("/")
    segments = [*(_segment(_folder(each)) for each in map(_encoded, folders))]
    return "/".join([ANNOTATIONS_FOLDER, author, *segments, _segment(_encoded(name) + SUFFIX)])


def file_name(author: str, path: str) -> str:
    """As ``annotation_path``, of names from outside; raises ValueError where there can be none."""
    if not author or author.startswith(".") or "/" in author or "\0" in author:
        raise ValueError(f"{author!r} is not the name of an author's folder")
    if "\0" in path or not all(s not in ("", ".", "..") for s in path.split("/")):
        raise ValueError(f"{path!r} is not the path of a document in a workspace")
    return annotation_path(author, path)


def document_path(file: str, written: str | None = None) -> str | None:
    """The document that the annotation file at ``file``, from the workspace, is about.

    ``written`` is the path that the file itself names: needed, and trusted, only where a segment
    was cut. None where the file is about no document that could be named.
    """
    segments = PurePosixPath(file).parts[2:]
    if not segments or not segments[-1].endswith(SUFFIX) or segments[-1] == SUFFIX:
        return None
    if not is_cut(file):
        *folders, name = segments
        found = "/".join(_decoded(each) for each in [*folders, name.removesuffix(SUFFIX)])
        return found if _leads_here(found, file) else None
    candidates = [written, _decoded(written)] if written else []
    return next((each for each in candidates if _leads_here(each, file)), None)


def is_cut(file: str) -> bool:
    """Whether the name of the annotation file does not tell its document."""
    return any(
        _CUT.search(segment.removesuffix(SUFFIX))
        and len(segment.encode("utf-8", "surrogateescape")) > _LONGEST - 8
        for segment in PurePosixPath(file).parts[2:]
    )


def written_path(path: str) -> str:
    """A document's path as a TOML file, which is UTF-8, can hold it."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return _encoded(path)
    return path


def _leads_here(path: str, file: str) -> bool:
    with suppress(ValueError):
        return file_name(PurePosixPath(file).parts[1], path) == file
    return False


def _encoded(text: str) -> str:
    return _TO_ENCODE.sub(lambda match: _percent(match[0]), text)


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogateescape"))


def _decoded(text: str) -> str:
    data = text.encode("utf-8", "surrogateescape")
    data = _ENCODED.sub(lambda match: bytes.fromhex(match[1].decode("ascii")), data)
    return data.decode("utf-8", "surrogateescape")


def _folder(segment: str) -> str:
    """A folder's name, unlike that of any annotation file, whether or not case counts."""
    if segment.lower().endswith(SUFFIX):
        return segment[: -len(SUFFIX)] + _percent(".") + segment[1 - len(SUFFIX) :]
    return segment


def _segment(name: str) -> str:
    """``name``, cut if it is too long; the hash is of the whole."""
    data = name.encode("utf-8", "surrogateescape")
    if len(data) <= _LONGEST:
        return name
    suffix = SUFFIX if name.endswith(SUFFIX) else ""
    mark = "~" + sha256_of(data)[:_HASH]
    room = _LONGEST - len(mark) - len(suffix)
    return _ENCODED_CUT.sub("", data[:room].decode("utf-8", "ignore")) + mark + suffix


_ENCODED_CUT = lazy_regex(r"%[0-9A-F]?\Z")
