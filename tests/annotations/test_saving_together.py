"""Many documents saved together come to what saving them one by one comes to."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.annotation_file import AnnotationFile
from annotations.durable import temporary_name
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.kept_texts import KeptTexts
from annotations.model import Annotation, Change, mark
from annotations.store import Store
from documents.document import Document
from documents.settings import Settings
from documents.workspace import Workspace

AUTHOR = "mk"
TEXT = "".join(f"Sentence number {n} of the text stands here.\n\n" for n in range(20))
PATHS = [f"{folder}/{n}.txt" for folder in "ab" for n in range(3)]
MakeWorkspace = Callable[..., Workspace]


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    return make_workspace({path: f"{path}\n\n{TEXT}" for path in PATHS})


def fresh(workspace: Workspace, path: str, place: int = 30) -> Annotation:
    return mark(workspace.read(path).text, place, place + 9, tags=("claim",))


def save(store: Store, changes: dict[str, Sequence[Change]]) -> dict[str, object]:
    edits = [(store.workspace.read(path), some) for path, some in changes.items()]
    return dict(zip(changes, store.apply_together(AUTHOR, edits), strict=True))


def standing(workspace: Workspace) -> dict[str, set[Annotation]]:
    return {path: set(Store(workspace).read(AUTHOR, path).annotations) for path in PATHS}


def left(workspace: Workspace) -> list[Path]:
    return [*workspace.root.rglob("*.tmp")]


def test_what_was_saved_stands_on_disk_with_its_text_and_is_given(workspace: Workspace) -> None:
    store = Store(workspace)
    new = {path: fresh(workspace, path) for path in PATHS}
    done = save(store, {path: [Change(None, one)] for path, one in new.items()})
    assert standing(workspace) == {path: {one} for path, one in new.items()}
    for path, file in done.items():
        assert isinstance(file, AnnotationFile)
        assert file.annotations == (new[path],)
        assert store.kept_text(file.digest) == workspace.read(path).text
    assert left(workspace) == []


def test_what_killed_writers_left_of_private_texts_goes_with_the_next_save(
    make_workspace: MakeWorkspace, own_folders: Path
) -> None:
    private = make_workspace({path: path + TEXT for path in PATHS}, Settings(keep_texts="private"))
    save(Store(private), {"a/1.txt": [Change(None, fresh(private, "a/1.txt"))]})
    (kept,) = own_folders.rglob("texts/*.txt")
    for _ in range(3):
        (kept.parent / temporary_name()).write_text("half of")
    save(Store(private), {path: [Change(None, fresh(private, path, 60))] for path in PATHS})
    assert {one.suffix for one in kept.parent.iterdir()} == {".txt"}
    assert len([*kept.parent.iterdir()]) == len(PATHS)


def test_no_documents_are_no_work(workspace: Workspace) -> None:
    assert Store(workspace).apply_together(AUTHOR, []) == []
    assert not (workspace.root / "annotations").exists()


WHAT = st.lists(st.sampled_from(["add", "edit", "delete", "nothing"]), min_size=6, max_size=6)


@given(st.lists(WHAT, min_size=1, max_size=4))
def test_it_comes_to_the_same_as_saving_one_by_one(rounds: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        twins = [Workspace(Path(folder, name), Settings()) for name in ("one", "many")]
        for twin in twins:
            for path in PATHS:
                (twin.root / path).parent.mkdir(parents=True, exist_ok=True)
                (twin.root / path).write_text(f"{path}\n\n{TEXT}")
        one, many = stores = [Store(twin) for twin in twins]
        for number, whats in enumerate(rounds):
            there = {path: one.read(AUTHOR, path).annotations for path in PATHS}
            made = {
                path: _made(twins[0], path, what, number, there[path])
                for path, what in zip(PATHS, whats, strict=True)
            }
            changes = {path: some for path, some in made.items() if some}
            for path, some in changes.items():
                one.apply(AUTHOR, twins[0].read(path), some)
            save(many, changes)
        files = [[store.read(AUTHOR, path) for path in PATHS] for store in stores]
        kept = [
            [(f.annotations, [d.id for d in f.deleted], f.digest) for f in some] for some in files
        ]
        assert kept[0] == kept[1]


def _made(
    workspace: Workspace, path: str, what: str, number: int, there: Sequence[Annotation]
) -> list[Change]:
    if what == "add":
        return [Change(None, fresh(workspace, path, 30 + number))]
    if what == "nothing" or not there:
        return []
    return [Change(there[0], replace(there[0], note=str(number)) if what == "edit" else None)]


def test_where_one_fails_the_others_are_saved_all_the_same(workspace: Workspace) -> None:
    damaged = workspace.root / "annotations" / AUTHOR / "a/1.txt.toml"
    blocked = workspace.root / "annotations" / AUTHOR / "b/2.txt.toml"
    damaged.parent.mkdir(parents=True)
    damaged.write_text("[document\n")
    blocked.mkdir(parents=True)
    done = save(Store(workspace), {path: [Change(None, fresh(workspace, path))] for path in PATHS})
    assert damaged.read_text() == "[document\n"
    assert isinstance(done["a/1.txt"], UnreadableAnnotations)
    assert isinstance(done["b/2.txt"], SaveFailed | UnreadableAnnotations)
    saved = [path for path in PATHS if isinstance(done[path], AnnotationFile)]
    assert saved == [path for path in PATHS if path not in ("a/1.txt", "b/2.txt")]
    for path in saved:
        assert len(Store(workspace).read(AUTHOR, path).annotations) == 1


def test_what_another_program_writes_meanwhile_is_merged(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = Workspace(tmp_path / "twin", Settings())
    (twin.root / "a").mkdir(parents=True)
    (twin.root / "a/1.txt").write_text(workspace.read("a/1.txt").text)
    theirs, keep = fresh(twin, "a/1.txt", 60), KeptTexts.keep_together
    save(Store(twin), {"a/1.txt": [Change(None, theirs)]})
    file = f"annotations/{AUTHOR}/a/1.txt.toml"

    def meanwhile(texts: KeptTexts, documents: Iterable[Document]) -> dict[str, OSError]:
        (workspace.root / file).parent.mkdir(parents=True)
        shutil.copy(twin.root / file, workspace.root / file)
        return keep(texts, documents)

    monkeypatch.setattr(KeptTexts, "keep_together", meanwhile)
    new = {path: fresh(workspace, path) for path in PATHS}
    save(Store(workspace), {path: [Change(None, one)] for path, one in new.items()})
    assert standing(workspace) == {
        path: {one, theirs} if path == "a/1.txt" else {one} for path, one in new.items()
    }
    assert left(workspace) == []


def test_what_stands_under_an_old_name_comes_along(workspace: Workspace) -> None:
    store = Store(workspace)
    there = {path: fresh(workspace, path) for path in PATHS}
    save(store, {path: [Change(None, one)] for path, one in there.items()})
    (workspace.root / "a/1.txt").rename(workspace.root / "a/new.txt")
    noted = {path: replace(one, note="seen") for path, one in there.items()}
    names = {path: "a/new.txt" if path == "a/1.txt" else path for path in PATHS}
    save(store, {names[path]: [Change(there[path], noted[path])] for path in PATHS})
    for path in PATHS:
        (found,) = Store(workspace).read(AUTHOR, names[path]).annotations
        assert (found.id, found.note) == (there[path].id, "seen")
    assert Store(workspace).read(AUTHOR, "a/1.txt").annotations == ()
