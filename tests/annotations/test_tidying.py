"""A kept text goes when no annotation needs it, and never while that is in doubt."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import turn
from annotations.annotation_file import AnnotationFile
from annotations.locking import locked
from annotations.model import Annotation, Change, mark, now
from annotations.store import Store
from annotations.tidying import CannotTidy, digests_needed, tidy
from documents.document import Document
from documents.settings import Settings
from documents.workspace import Workspace

PATH = "reports/call.txt"
TEXT = "One sentence here. Another sentence there.\n"
FILE = "annotations/mk/reports/call.txt.toml"
TEXTS = "annotations/.texts"
LEFTOVER = ".sidelight-1-00ff.tmp"
MakeWorkspace = Callable[..., Workspace]


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    """Two readers have marked a text; another text is kept that nobody needs."""
    return prepared(make_workspace({PATH: TEXT}))


def prepared(workspace: Workspace) -> Workspace:
    for author in ("mk", "ann"):
        add(workspace, author, workspace.read(PATH))
    unmark(workspace, "mk", Document("b.txt", "Nobody needs this."))
    return workspace


def add(workspace: Workspace, author: str, document: Document) -> Annotation:
    annotation = mark(document.text, 0, 3)
    Store(workspace).apply(author, document, [Change(None, annotation)])
    return annotation


def unmark(workspace: Workspace, author: str, document: Document) -> None:
    """Adds an annotation and deletes it again, which leaves its text behind."""
    annotation = add(workspace, author, document)
    Store(workspace).apply(author, document, [Change(annotation, None)])


def rewrite(workspace: Workspace, text: str) -> Document:
    workspace.file(PATH).write_text(text, encoding="utf-8")
    return workspace.read(PATH)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def kept(workspace: Workspace) -> set[str]:
    return {file.name for file in (workspace.root / TEXTS).iterdir()}


def files(folder: Path) -> Mapping[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def refusal(workspace: Workspace) -> str:
    """Why nothing could be tidied; holds tidying to having changed nothing."""
    before = files(workspace.root.parent)
    for dry_run in (True, False):
        with pytest.raises(CannotTidy) as raised:
            tidy(Store(workspace), dry_run=dry_run)
    assert files(workspace.root.parent) == before
    assert all(reason.isprintable() for reason in raised.value.reasons)
    return str(raised.value)


# --- what is needed -------------------------------------------------------------------------------


def test_what_nobody_needs_goes_and_the_rest_stays(workspace: Workspace) -> None:
    done = tidy(Store(workspace))
    assert [(text.digest, text.size) for text in done.texts] == [(digest("Nobody needs this."), 18)]
    assert (done.needed, done.leftovers, done.problems) == (1, 0, ())
    assert kept(workspace) == {f"{digest(TEXT)}.txt"}
    assert Store(workspace).kept_text(digest(TEXT)) == TEXT


def test_the_last_annotation_of_any_author_keeps_a_text(workspace: Workspace) -> None:
    document = workspace.read(PATH)
    for author, needed in (("mk", 1), ("ann", 0)):
        store = Store(workspace)
        [annotation] = store.read(author, PATH).annotations
        store.apply(author, document, [Change(annotation, None)])
        assert tidy(store).needed == needed


def test_a_text_that_marks_stayed_behind_in_is_needed(workspace: Workspace) -> None:
    today = rewrite(workspace, "All is new in this one.")
    for author in ("mk", "ann"):
        add(workspace, author, today)
    assert all(any(one.text for one in found(workspace, author)) for author in ("mk", "ann"))
    assert tidy(Store(workspace)).needed == 2
    assert kept(workspace) == {f"{digest(TEXT)}.txt", f"{today.digest}.txt"}


def found(workspace: Workspace, author: str) -> tuple[Annotation, ...]:
    return Store(workspace).read(author, PATH).annotations


def test_annotations_of_a_document_that_is_gone_need_their_text(workspace: Workspace) -> None:
    workspace.file(PATH).unlink()
    assert tidy(Store(workspace)).needed == 1


DIGESTS = st.sampled_from([character * 64 for character in "0123456789abcdef"])
ANNOTATIONS = st.builds(
    Annotation,
    id=st.just("a"),
    start=st.none(),
    end=st.none(),
    created=st.just(now()),
    modified=st.just(now()),
    text=st.none() | DIGESTS | DIGESTS.map(str.upper),
    extra=st.just({}) | DIGESTS.map(lambda each: {"before": each}),
)
FILES = st.builds(
    AnnotationFile,
    author=st.just("mk"),
    path=st.just("a.txt"),
    digest=DIGESTS,
    annotations=st.lists(ANNOTATIONS, max_size=3).map(tuple),
)


@given(st.lists(FILES))
def test_needed_is_what_any_annotation_names_and_nothing_else(files: list[AnnotationFile]) -> None:
    needed = set()
    for file in files:
        for annotation in file.annotations:
            needed.add(file.digest)
            needed.add((annotation.text or file.digest).lower())
            needed.update(str(value) for value in annotation.extra.values())
    assert digests_needed(files) == needed


# --- while it is in doubt -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        b"x = ",
        b"schema = 9\n",
        b"\xff",
        b"<<<<<<< ours\nschema = 1\n",
        b"schema = 1\n[annotation.a]\nstart = 'soon'\n",
    ],
)
def test_nothing_goes_while_a_file_cannot_be_read(workspace: Workspace, damage: bytes) -> None:
    (workspace.root / FILE).write_bytes(damage)
    assert FILE in refusal(workspace)


@pytest.mark.parametrize(
    "name",
    ["call.txt.sync-conflict-20261121-190000-ABCDEFG.toml", "call%2z.toml"],
)
def test_nothing_goes_while_a_copy_or_a_stray_lies_about(workspace: Workspace, name: str) -> None:
    file = workspace.root / FILE
    shutil.copy(file, file.with_name(name))
    assert name in refusal(workspace)


def test_every_reason_is_told(workspace: Workspace) -> None:
    (workspace.root / FILE).write_bytes(b"x = ")
    (workspace.root / "annotations/ann/reports/call.txt.toml").write_bytes(b"x = ")
    with pytest.raises(CannotTidy) as raised:
        tidy(Store(workspace))
    assert len(raised.value.reasons) == 2


@pytest.mark.parametrize("link", ["annotations/ann", "annotations/mk/reports", FILE])
def test_nothing_goes_while_a_link_leads_out(
    workspace: Workspace, tmp_path: Path, link: str
) -> None:
    (workspace.root / link).rename(tmp_path / "elsewhere")
    (workspace.root / link).symlink_to(tmp_path / "elsewhere")
    assert link in refusal(workspace)


@pytest.mark.parametrize("target", ["nowhere", "loop"])
@pytest.mark.parametrize("link", ["annotations/loop", "annotations/mk/reports/loop"])
def test_nothing_goes_while_a_link_leads_nowhere(
    workspace: Workspace, link: str, target: str
) -> None:
    (workspace.root / link).symlink_to(target)
    assert link in refusal(workspace)


def test_a_folder_linked_inside_is_read_by_nobody_and_so_is_in_doubt(workspace: Workspace) -> None:
    folder = workspace.root / "annotations/mk/reports"
    folder.rename(workspace.root / "moved")
    folder.symlink_to(workspace.root / "moved")
    assert len(found(workspace, "mk")) == 1
    assert "annotations/mk/reports" in refusal(workspace)


def test_an_author_linked_inside_is_read(workspace: Workspace) -> None:
    folder = workspace.root / "annotations/ann"
    shutil.rmtree(workspace.root / "annotations/mk")
    folder.rename(workspace.root / "moved")
    folder.symlink_to(workspace.root / "moved")
    done = tidy(Store(workspace))
    assert (len(done.texts), done.needed) == (1, 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may look everywhere")
def test_nothing_goes_while_a_folder_cannot_be_looked_into(workspace: Workspace) -> None:
    folder = workspace.root / "annotations/ann/reports"
    folder.chmod(0)
    try:
        with pytest.raises(CannotTidy, match="annotations/ann/reports"):
            tidy(Store(workspace))
    finally:
        folder.chmod(0o700)
    assert len(kept(workspace)) == 2


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("link", ["annotations", TEXTS])
def test_nothing_goes_through_a_link(
    workspace: Workspace, tmp_path: Path, link: str, inside: bool
) -> None:
    target = (workspace.root if inside else tmp_path) / "elsewhere"
    (workspace.root / link).rename(target)
    (workspace.root / link).symlink_to(target)
    assert link in refusal(workspace)


def test_a_newer_programs_annotations_are_left_alone(workspace: Workspace) -> None:
    (workspace.root / "annotations/.sidelight").write_text("schema = 2\n")
    with pytest.raises(CannotTidy, match="update Sidelight"):
        tidy(Store(workspace))
    assert len(kept(workspace)) == 2


def test_texts_whose_annotations_are_not_there_stay(make_workspace: MakeWorkspace) -> None:
    workspace = prepared(make_workspace({PATH: TEXT}, Settings(keep_texts="private")))
    shutil.rmtree(workspace.root / "annotations")
    assert "annotations/.sidelight" in refusal(workspace)


# --- beside other programs ------------------------------------------------------------------------


def test_nothing_goes_while_another_program_holds_the_lock(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "_PATIENCE", 0.0)
    with (
        locked(workspace.root / "annotations/.sidelight", 1),
        pytest.raises(CannotTidy, match="another program is saving"),
    ):
        tidy(Store(workspace))
    assert len(kept(workspace)) == 2


WRITER = """
import sys
from pathlib import Path
from annotations.model import Change, mark
from annotations.store import Store
from documents.document import Document
from documents.settings import Settings
from documents.workspace import Workspace

store = Store(Workspace(Path(sys.argv[1]), Settings()))
for n in range(60):
    document = Document(f"{n}.txt", f"This is text {n}.")
    annotation = mark(document.text, 0, 4)
    store.apply("mk", document, [Change(None, annotation)])
    if n % 2:
        store.apply("mk", document, [Change(annotation, None)])
"""


def test_a_text_that_is_being_kept_for_a_save_is_not_taken_away(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({PATH: TEXT})
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(workspace.root)])
    while process.poll() is None:
        tidy(Store(workspace))
    assert process.returncode == 0
    tidy(Store(workspace))
    assert kept(workspace) == {f"{digest(f'This is text {n}.')}.txt" for n in range(0, 60, 2)}


# --- what else there is ---------------------------------------------------------------------------


def test_where_there_is_nothing_nothing_is_written(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({PATH: TEXT})
    done = tidy(Store(workspace))
    assert (done.texts, done.leftovers, done.needed) == ((), 0, 0)
    assert list(workspace.root.iterdir()) == [workspace.root / "reports"]


def test_a_dry_run_tells_what_would_go_and_writes_nothing(workspace: Workspace) -> None:
    (workspace.root / "annotations/mk" / LEFTOVER).touch()
    before = files(workspace.root)
    promised = tidy(Store(workspace), dry_run=True)
    assert files(workspace.root) == before
    assert tidy(Store(workspace)) == promised
    assert (len(promised.texts), promised.leftovers) == (1, 1)
    assert len(kept(workspace)) == 1


def test_what_killed_writers_left_goes(make_workspace: MakeWorkspace, own_folders: Path) -> None:
    workspace = prepared(make_workspace({PATH: TEXT}, Settings(keep_texts="private")))
    (workspace.root / TEXTS).mkdir()
    [private] = {file.parent for file in own_folders.rglob("*.txt")}
    here = [workspace.root / name for name in ("annotations", "annotations/mk/reports", TEXTS)]
    for folder in [*here, private]:
        (folder / LEFTOVER).touch()
        (folder / "mine.tmp").touch()
    assert tidy(Store(workspace)).leftovers == 4
    left = [*workspace.root.rglob("*.tmp"), *own_folders.rglob("*.tmp")]
    assert {file.name for file in left} == {"mine.tmp"}
    assert len(left) == 4


def test_what_is_no_kept_text_stays(workspace: Workspace, tmp_path: Path) -> None:
    texts = workspace.root / TEXTS
    (tmp_path / "mine").write_text("mine")
    (texts / f"{'0' * 64}.txt").symlink_to(tmp_path / "mine")
    (texts / f"{'1' * 64}.txt").mkdir()
    for name in ("read me.txt", f"{'2' * 64}.md", f"{'A' * 64}.txt", f"{'3' * 63}.txt"):
        (texts / name).touch()
    assert len(tidy(Store(workspace)).texts) == 1
    assert len(kept(workspace)) == 7


def test_private_texts_go_and_those_of_another_workspace_stay(
    make_workspace: MakeWorkspace, own_folders: Path, tmp_path: Path
) -> None:
    settings = Settings(keep_texts="private")
    workspace = prepared(make_workspace({PATH: TEXT}, settings))
    other = tmp_path / "other"
    other.mkdir()
    unmark(Workspace(other, settings), "mk", Document("b.txt", "Nobody needs this."))
    [text] = tidy(Store(workspace)).texts
    assert text.file.is_relative_to(own_folders)
    stayed = [file.stem for file in own_folders.rglob("*.txt")]
    assert sorted(stayed) == sorted([digest(TEXT), digest("Nobody needs this.")])


def test_texts_kept_under_other_settings_are_found(workspace: Workspace) -> None:
    later = Workspace(workspace.root, Settings(keep_texts="off"))
    assert len(tidy(Store(later)).texts) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may remove everything")
def test_what_cannot_be_removed_is_told(workspace: Workspace) -> None:
    texts = workspace.root / TEXTS
    texts.chmod(0o500)
    try:
        done = tidy(Store(workspace))
    finally:
        texts.chmod(0o700)
    assert done.texts == ()
    [problem] = done.problems
    assert digest("Nobody needs this.") in problem


def test_a_text_that_went_is_kept_again_when_it_is_needed_again(workspace: Workspace) -> None:
    document = Document("b.txt", "Nobody needs this.")
    store = Store(workspace)
    first = mark(document.text, 0, 6)
    store.apply("mk", document, [Change(None, first)])
    store.apply("mk", document, [Change(first, None)])
    tidy(Store(workspace))
    assert store.kept_text(document.digest) is None
    store.apply("mk", document, [Change(None, replace(first, note="after all"))])
    assert store.kept_text(document.digest) == document.text
