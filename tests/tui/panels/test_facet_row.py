"""The ways to narrow that the row offers."""

from __future__ import annotations

from search_index.facets import Facet, Kind
from tui.panels.facet_row import offered


def facet(kind: Kind, value: str, hits: int = 5) -> Facet:
    return Facet(kind, value, hits, f"{kind}:{value}")


def test_a_document_is_left_to_the_folder_that_has_it() -> None:
    folders = [facet("folder", "10"), facet("folder", "02")]
    inside, beside = facet("document", "02/01.txt"), facet("document", "020.txt")
    tag = facet("tag", "claim")
    assert offered([*folders, inside, beside, tag], 200) == [*folders, tag, beside]
    assert offered([inside, beside], 200) == [inside, beside]
