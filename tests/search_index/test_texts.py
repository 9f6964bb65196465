"""Which texts stay in memory where not all can."""

from __future__ import annotations

from conftest import MakeWorkspace

from annotations.store import Store
from search_index.annotation_files import AnnotationFiles
from search_index.snapshot import take_snapshot
from search_index.texts import Texts

NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt")


def read_all(make_workspace: MakeWorkspace, *, spared: tuple[str, ...] = ()) -> list[str]:
    """Those that are at hand when all were read, where four of them fit, in this order."""
    workspace = make_workspace(dict.fromkeys(NAMES, "Oil and gas. " * 1000))
    store = Store(workspace)
    one = Texts(workspace, AnnotationFiles(store)).get("a.txt")
    assert one is not None
    texts = Texts(workspace, AnnotationFiles(store), 4 * one.cost)
    texts.see(take_snapshot(workspace, store))
    for path in NAMES:
        if path == NAMES[-1]:
            for other in spared:
                texts.spare(other)
        assert texts.get(path) is not None
    return [path for path in NAMES if texts.at_hand(path)]


def test_the_newest_gives_way(make_workspace: MakeWorkspace) -> None:
    assert read_all(make_workspace) == ["a.txt", "b.txt", "c.txt", "e.txt"]


def test_what_can_be_spared_gives_way_first(make_workspace: MakeWorkspace) -> None:
    assert read_all(make_workspace, spared=("b.txt", "a.txt")) == list(NAMES[:1] + NAMES[2:])


def test_what_is_not_there_cannot_be_spared(make_workspace: MakeWorkspace) -> None:
    assert len(read_all(make_workspace, spared=("e.txt", "nowhere.txt"))) == 4
