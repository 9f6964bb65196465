"""An index is brought up to date step by step, whatever comes between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MakeWorkspace
from plain_scan import hard_texts, places, scan

from annotations.model import Change, mark
from annotations.store import Store
from documents.workspace import Workspace
from search_index.engine import Engine, Progress, Summary
from search_index.indexing.background import IndexProcess
from search_index.indexing.corpus import Corpus, Item
from search_index.indexing.places import index_folder, index_place
from search_index.indexing.updating import update_index
from search_index.search import Searcher
from tests.small_files import files_of_at_most


def update(workspace: Workspace, **options: object) -> Summary:
    return update_index(workspace, Store(workspace), **options)  # type: ignore[arg-type]


def assert_found(workspace: Workspace, texts: dict[str, str], *, indexed: bool | None) -> None:
    found = Searcher(workspace, Store(workspace)).search("the", limit=None)
    assert sorted(places(found.hits)) == sorted(scan(texts, "the"))
    assert indexed is None or found.indexed is indexed


def test_only_what_changed_is_indexed_again(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(1, 8))
    assert update(workspace) == Summary(documents=9, indexed=9)
    assert update(workspace) == Summary(documents=9, indexed=0)
    (workspace.root / "03.txt").write_text("Something else.")
    assert update(workspace) == Summary(documents=9, indexed=1)
    assert update(workspace, rebuild=True) == Summary(documents=9, indexed=9)


def test_what_is_gone_counts_no_more(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(texts := hard_texts(1, 8))
    update(workspace)
    (workspace.root / "03.txt").unlink()
    del texts["03.txt"]
    assert update(workspace) == Summary(documents=8, indexed=0)
    assert_found(workspace, texts, indexed=True)


def test_a_file_that_was_merely_touched_counts_as_it_is(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(texts := hard_texts(1, 8))
    update(workspace)
    os.utime(workspace.root / "03.txt", ns=(1, 1))
    assert_found(workspace, texts, indexed=False)
    assert update(workspace).indexed == 0
    assert_found(workspace, texts, indexed=True)
    assert update(workspace, progress=never) == Summary(documents=9, indexed=0)
    (workspace.root / "03.txt").write_text("the Something else.")
    assert update(workspace).indexed == 1
    assert_found(workspace, texts | {"03.txt": "the Something else."}, indexed=True)


def never(progress: Progress) -> None:
    """Nothing is left to be looked at."""
    assert progress.done == progress.total == 0


def test_annotations_are_indexed_with_the_texts(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "Oil."})
    update(workspace)
    document = workspace.read("a.txt")
    Store(workspace).apply("mk", document, [Change(None, mark(document.text, 0, 3, note="gas"))])
    searcher = Searcher(workspace, Store(workspace))
    assert not searcher.search("note:gas").indexed
    told: list[Progress] = []
    assert update(workspace, progress=told.append) == Summary(documents=1, indexed=1)
    assert told[-1] == Progress(1, 1, "")
    found = searcher.search("note:gas")
    assert (found.total, found.indexed) == (1, True)


def test_progress_is_told(make_workspace: MakeWorkspace) -> None:
    told: list[Progress] = []
    update(make_workspace({"a.txt": "One.", "b.txt": "Two."}), progress=told.append)
    assert told == [Progress(0, 2, "a.txt"), Progress(1, 2, "b.txt"), Progress(2, 2, "")]


class Stop(Exception):
    """Somebody has had enough."""


def stopping_after(texts: int) -> Callable[[Progress], None]:
    def progress(progress: Progress) -> None:
        if progress.done == texts:
            raise Stop

    return progress


@pytest.mark.parametrize("rebuild", [False, True])
@pytest.mark.parametrize("texts", [0, 1, 25, 60])
def test_one_that_was_stopped_is_taken_up(
    make_workspace: MakeWorkspace, texts: int, rebuild: bool
) -> None:
    workspace = make_workspace(made := hard_texts(2, 60))
    if rebuild:
        update(workspace)
    with pytest.raises(Stop):
        update(workspace, progress=stopping_after(texts), rebuild=rebuild)
    assert_found(workspace, made, indexed=None)
    assert update(workspace).documents == len(made)
    assert_found(workspace, made, indexed=True)


KILLED = """
import os, signal, sys
from pathlib import Path
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace
from search_index.indexing.updating import update_index

def progress(told):
    if told.done == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

workspace = Workspace(Path(sys.argv[1]), Settings())
update_index(workspace, Store(workspace), progress=progress)
"""


@pytest.mark.parametrize("texts", [1, 45, 61])
def test_one_that_was_killed_is_taken_up(make_workspace: MakeWorkspace, texts: int) -> None:
    workspace = make_workspace(made := hard_texts(3, 60))
    argv = [sys.executable, "-P", "-c", KILLED, str(workspace.root), str(texts)]
    here = os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parents[3])))
    done = subprocess.run(argv, env={**os.environ, "PYTHONPATH": here}, cwd="/")
    assert done.returncode == -signal.SIGKILL
    assert_found(workspace, made, indexed=None)
    assert update(workspace).documents == len(made)
    assert_found(workspace, made, indexed=True)


def test_a_process_of_its_own_builds_it(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    workspace = make_workspace(texts := hard_texts(4, 12))
    process = IndexProcess(workspace)
    process.start()
    assert process.wait(60)
    assert process.poll() == Progress(len(texts), len(texts), "")
    assert_found(workspace, texts, indexed=True)


def test_a_text_that_cannot_be_read_is_in_nobodys_way(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "the oil"})
    (workspace.root / "b.txt").write_bytes(b"%PDF-1.7 the")
    assert update(workspace) == Summary(documents=2, indexed=2)
    found = Searcher(workspace, Store(workspace)).search("the")
    assert (found.total, found.indexed, len(found.problems)) == (1, True, 1)


@pytest.mark.parametrize(
    "name", ["-a b.txt", "new\nline.txt", "日本.txt", "100%.txt", "\udcff.txt"]
)
def test_any_name_will_do(make_workspace: MakeWorkspace, name: str) -> None:
    workspace = make_workspace({"a.txt": "the oil"})
    try:
        Path(f"{workspace.root}/{name}").write_text("the gas")
    except OSError:
        pytest.skip("this file system holds only names in UTF-8")
    assert not update(workspace).problem
    assert_found(workspace, {"a.txt": "the oil", name: "the gas"}, indexed=True)


def test_what_else_lies_in_the_folder_goes(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(texts := {"a.txt": "the oil"})
    update(workspace)
    folder = index_folder(workspace)
    own = {file.relative_to(folder) for file in folder.rglob("*")}
    (folder / "another").mkdir()
    (folder / "another" / "words.bin").write_bytes(b"the")
    (folder / "left.tmp").write_bytes(b"the")
    update(workspace)
    assert {file.relative_to(folder) for file in folder.rglob("*")} <= own | {Path("another")}
    assert not (folder / "another" / "words.bin").exists()
    assert_found(workspace, texts, indexed=True)


@pytest.mark.parametrize("made", [True, False])
def test_nobody_else_may_look_into_it_and_nothing_lies_elsewhere(
    make_workspace: MakeWorkspace, own_folders: Path, made: bool
) -> None:
    workspace = make_workspace({"a.txt": "the oil"})
    if made:
        index_folder(workspace).mkdir(parents=True, mode=0o755)
    update(workspace)
    assert index_folder(workspace).stat().st_mode & 0o777 == 0o700
    outside = [file for file in own_folders.parent.rglob("*") if file.is_file()]
    assert all(file.is_relative_to(index_place(workspace.root)) for file in outside)
    assert [file.name for file in workspace.root.iterdir()] == ["a.txt"]


def test_a_full_disk_is_told_and_mended(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(texts := hard_texts(5))
    with files_of_at_most(1000):
        summary = update(workspace)
    assert summary.problem.startswith("the index cannot be written")
    assert_found(workspace, texts, indexed=False)
    assert not update(workspace).problem
    assert_found(workspace, texts, indexed=True)


class Text(str):
    """A text of which can be told whether anybody still has it."""


class Counted(Corpus):
    """Counts how many of its texts are in memory whenever one is asked for."""

    def __init__(self, workspace: Workspace, store: Store) -> None:
        super().__init__(workspace, store)
        self._given: weakref.WeakSet[Text] = weakref.WeakSet()
        self.most = 0

    def text(self, item: Item) -> str | None:
        self.most = max(self.most, len(self._given))
        text = Text(f"{item.key} {super().text(item)}")
        self._given.add(text)
        return text


def test_a_text_is_let_go_before_the_next(engine: Engine, make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(6, 30))
    corpus = Counted(workspace, Store(workspace))
    index_folder(workspace).parent.mkdir(parents=True)
    engine.update(index_folder(workspace), corpus, rebuild=False, progress=lambda _: None)
    assert corpus.most <= 1
