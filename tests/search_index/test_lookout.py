"""What a look over the workspace notices, and what it costs nobody."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MakeWorkspace
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.model import Change, mark
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace
from search_index.lookout import Lookout
from search_index.snapshot import take_snapshot

TEXTS = {"a.txt": "One.", "sub/b.txt": "Two.", "sub/deep/c.md": "# Three", "no suffix": "Four."}
LONG_AGO = 1_600_000_000


def lookout(workspace: Workspace) -> Lookout:
    return Lookout(workspace, Store(workspace))


def settle(root: Path) -> None:
    """Makes every folder look as if nothing had happened in it for long."""
    for folder in (root, *(each for each in root.rglob("*") if each.is_dir())):
        os.utime(folder, (LONG_AGO, LONG_AGO))


def annotate(workspace: Workspace, path: str = "a.txt") -> None:
    document = workspace.read(path)
    Store(workspace).apply("mk", document, [Change(None, mark(document.text, 0, 3))])


CHANGES: list[Callable[[Workspace], object]] = [
    lambda workspace: (workspace.root / "a.txt").write_text("Changed."),
    lambda workspace: (workspace.root / "new.txt").write_text("New."),
    lambda workspace: (workspace.root / "sub/deep/new.txt").write_text("New."),
    lambda workspace: (workspace.root / "a.txt").unlink(),
    lambda workspace: shutil.rmtree(workspace.root / "sub"),
    lambda workspace: (workspace.root / "sub").rename(workspace.root / "other"),
    lambda workspace: (workspace.root / "a.txt").rename(workspace.root / "sub/a.txt"),
    lambda workspace: (workspace.root / "a.txt").replace(workspace.root / "sub/b.txt"),
    annotate,
    lambda workspace: annotate(workspace, "sub/deep/c.md"),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("settled", [True, False])
def test_every_change_is_noticed(
    make_workspace: MakeWorkspace, change: Callable[[Workspace], object], settled: bool
) -> None:
    workspace = make_workspace(TEXTS)
    if settled:
        settle(workspace.root)
    looking = lookout(workspace)
    before = looking.look()
    assert before == take_snapshot(workspace, Store(workspace))
    change(workspace)
    after = looking.look()
    assert after != before
    assert after == take_snapshot(workspace, Store(workspace))
    assert list(after.documents) == workspace.documents()


def test_where_nothing_changed_it_is_the_same_snapshot(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(TEXTS)
    annotate(workspace)
    looking = lookout(workspace)
    first = looking.look()
    assert looking.look() is first
    assert looking.look(afresh=True) is first


def test_folders_that_did_not_change_are_not_listed_again(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make_workspace(TEXTS)
    settle(workspace.root)
    listed: list[str] = []
    original = Workspace.folder

    def folder(self: Workspace, name: str, *rest: object) -> object:
        listed.append(name)
        return original(self, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Workspace, "folder", folder)
    looking = lookout(workspace)
    looking.look()
    assert sorted(listed) == ["", "sub/", "sub/deep/"]
    listed.clear()
    (workspace.root / "sub/new.txt").write_text("New.")
    assert "sub/new.txt" in looking.look().documents
    assert listed == ["sub/"]


def test_a_folder_that_changed_a_moment_ago_is_not_trusted(make_workspace: MakeWorkspace) -> None:
    """A second change may leave its time as it is."""
    workspace = make_workspace(TEXTS)
    looking = lookout(workspace)
    looking.look()
    before = workspace.root.stat()
    (workspace.root / "new.txt").write_text("New.")
    os.utime(workspace.root, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "new.txt" in looking.look().documents


def test_only_the_files_named_belong_to_it(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(TEXTS).root
    looking = lookout(Workspace(root, Settings(), frozenset(("a.txt", "gone.txt"))))
    assert list(looking.look().documents) == ["a.txt"]
    (root / "gone.txt").write_text("Back.")
    assert list(looking.look().documents) == ["a.txt", "gone.txt"]


def test_what_is_to_be_ignored_is(make_workspace: MakeWorkspace) -> None:
    root = make_workspace({**TEXTS, "drafts/x.txt": "no", ".hidden/y.txt": "no"}).root
    looking = lookout(Workspace(root, Settings(ignore=("drafts/**", "sub/deep"))))
    assert set(looking.look().documents) == {"a.txt", "sub/b.txt", "no suffix"}


NAMES = st.sampled_from(
    ["a", "b.txt", "c.md", "d/e.txt", "d/f/g.txt", "annotations/x.txt", "h.png"]
)
STEPS = st.lists(st.tuples(NAMES, st.integers(0, 3)), max_size=12)


@settings(max_examples=40)
@given(STEPS)
def test_it_sees_what_a_walk_sees(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    root = tmp_path_factory.mktemp("workspace")
    workspace = Workspace(root, Settings())
    looking = lookout(workspace)
    for name, length in steps:
        settle(root)
        looking.look()
        file = root / name
        if length:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("x" * length)
        else:
            file.unlink(missing_ok=True)
        assert looking.look() == take_snapshot(workspace, Store(workspace))
