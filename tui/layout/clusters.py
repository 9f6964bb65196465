"""Grapheme clusters with their columns: what may never be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import split_graphemes

from documents.lazy_regex import lazy_regex

Cluster = tuple[int, int, int]
"""Where a cluster starts and ends in its text, and the columns it takes."""

_LONGEST = 64
"""Code points of a cluster at most: longer ones are hostile, and cut."""

TAB_WIDTH = 4
"""Columns between tab stops."""

_FLAG_PART = "[\U0001f1e6-\U0001f1ff]"
# Signs that join the next consonant to the cluster (Indic_Conjunct_Break=Linker, and those that
# stack consonants in Burmese and Khmer).
_LINKERS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2"

_may_join = lazy_regex(f"{_FLAG_PART}{{2}}|[{_LINKERS}]").search
_is_flag_part = lazy_regex(_FLAG_PART).fullmatch
_links = lazy_regex(f"[{_LINKERS}]\u200d?$").search


def clusters_of(text: str) -> Sequence[Cluster]:
    """The extended grapheme clusters of ``text`` (UAX 29), none left out.

    Rich finds those that are held together by marks and joiners. The two letters of a flag and
    the consonants of a conjunct are put together here; they take the columns of their parts.
    """
    found: Sequence[Cluster] = split_graphemes(text)[0]
    if len(text) - len(found) >= _LONGEST:
        found = [piece for cluster in found for piece in _pieces(*cluster)]
    if text.isascii() or not _may_join(text):
        return found
    joined: list[Cluster] = []
    for start, end, cells in found:
        if joined and _belong_together(text, joined[-1], text[start:end]):
            first, _, before = joined[-1]
            joined[-1] = (first, end, before + cells)
        else:
            joined.append((start, end, cells))
    return joined


def _pieces(start: int, end: int, cells: int) -> Iterator[Cluster]:
    """A cluster, cut where it is too long; the columns are those of its first piece."""
    while end - start > _LONGEST:
        yield start, start + _LONGEST, cells
        start, cells = start + _LONGEST, 0
    yield start, end, cells


def _belong_together(text: str, cluster: Cluster, following: str) -> bool:
    before = text[cluster[0] : cluster[1]]
    if _is_flag_part(before):
        return _is_flag_part(following) is not None
    return _links(before) is not None and following[0].isalpha()
