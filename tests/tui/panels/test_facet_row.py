"""The ways to narrow that the row offers."""

from __future__ import annotations

from search_index.facets import Facet, Kind
from tui.panels.facet_row import offered


def facet(kind: Kind, value: str, hits: int = 5) -> Facet:
    return Facet(kind, value, hits, f"{kind}:{value}")


def test_a_document_is_left_to_the_folders() -> None:
    folders = [facet("folder", "10"), facet("folder", "02")]
    inside, beside = facet("document", "02/01.txt"), facet("document", "020.txt")
    elsewhere, tag = facet("document", "13/06.txt"), facet("tag", "claim")
    assert offered([*folders, inside, elsewhere, beside, tag], 200) == [*folders, tag, beside]
    assert offered([inside, beside], 200) == [inside, beside]


def test_levels_that_all_folders_have_in_common_do_not_count() -> None:
    folders = [facet("folder", "a/b/10"), facet("folder", "a/b/02")]
    inside, beside = facet("document", "a/b/10/x.txt"), facet("document", "a/b/x.txt")
    assert offered([*folders, inside, beside], 200) == [*folders, beside]
