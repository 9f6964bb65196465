from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.merging import SEPARATOR
from annotations.model import Anchor, Annotation, Change, mark, now
from annotations.store import Store
from documents.document import Document
from documents.settings import Settings
from documents.workspace import Workspace

PATH = "reports/call.txt"
TEXT = "One sentence here. Another sentence there.\n\nA third one, of course, stands here.\n"
FILE = "annotations/mk/reports/call.txt.toml"
MakeWorkspace = Callable[..., Workspace]


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    return make_workspace({PATH: TEXT})


def files(root: Path) -> set[str]:
    return {str(file.relative_to(root)) for file in root.rglob("*") if file.is_file()}


def rewrite(workspace: Workspace, text: str) -> Document:
    workspace.file(PATH).write_bytes(text.encode("utf-8"))
    return workspace.read(PATH)


def add(store: Store, document: Document, quote: str, note: str = "") -> Annotation:
    start = document.text.index(quote)
    annotation = mark(document.text, start, start + len(quote), note=note)
    store.apply("mk", document, [Change(None, annotation)])
    return annotation


def only(store: Store) -> Annotation:
    [annotation] = store.read("mk", PATH).annotations
    return annotation


def test_opening_writes_nothing(workspace: Workspace, own_folders: Path) -> None:
    store = Store(workspace)
    assert store.read("mk", PATH).annotations == ()
    assert list(store.records()) == []
    assert store.authors() == []
    assert store.kept_text("0" * 64) is None
    assert files(workspace.root) == {PATH}


def test_a_save_writes_what_the_design_names_and_nothing_else(
    workspace: Workspace, document: Document
) -> None:
    add(Store(workspace), document, "Another sentence")
    assert files(workspace.root) == {
        PATH,
        FILE,
        "annotations/.sidelight",
        "annotations/.gitattributes",
        f"annotations/.texts/{document.digest}.txt",
    }
    assert (workspace.root / "annotations/.sidelight").read_text() == "schema = 1\n"
    attributes = (workspace.root / "annotations/.gitattributes").read_text().splitlines()
    assert ".texts/* -text" in attributes


def test_what_was_saved_is_read_by_another_store(workspace: Workspace, document: Document) -> None:
    annotation = mark(TEXT, 0, 18, tags=("claim",), note="n\n'''", status="open")
    saved = Store(workspace).apply("mk", document, [Change(None, annotation)])
    read = Store(workspace).read("mk", PATH)
    assert read == saved
    assert read.annotations == (annotation,)
    assert (read.digest, read.length) == (document.digest, len(TEXT))
    assert (read.reader, read.encoding) == (document.reader, document.encoding)


def test_readers_never_share_a_file(workspace: Workspace, document: Document) -> None:
    store = Store(workspace)
    for author in ("mk", "ann"):
        store.apply(author, document, [Change(None, mark(TEXT, 0, 3, note=author))])
    assert store.authors() == ["ann", "mk"]
    assert list(store.records()) == [("ann", PATH), ("mk", PATH)]
    assert [one.note for one in store.read("ann", PATH).annotations] == ["ann"]


@pytest.mark.parametrize(
    "path", ["a b/ü — 100%.txt", "folder.toml/x", "x" * 300, "d" * 300 + "/" + "f" * 300]
)
def test_documents_of_any_name_are_found_again(make_workspace: MakeWorkspace, path: str) -> None:
    workspace = make_workspace({"a.txt": "x"})
    document = Document(path, TEXT)
    store = Store(workspace)
    store.apply("mk", document, [Change(None, mark(TEXT, 0, 3))])
    assert list(store.records()) == [("mk", path)]
    assert len(store.read("mk", path).annotations) == 1


def test_a_name_that_is_not_utf8_is_found_again(make_workspace: MakeWorkspace) -> None:
    store = Store(make_workspace({"a.txt": "x"}))
    for path in ("caf\udce9.txt", "caf\udce9" * 80):
        store.apply("mk", Document(path, TEXT), [Change(None, mark(TEXT, 0, 3))])
        assert ("mk", path) in set(store.records())


@pytest.mark.parametrize(
    ("author", "path"),
    [("../x", "a"), ("", "a"), (".texts", "a"), ("a/b", "a"), ("mk", "../a"), ("mk", "/a")],
)
def test_no_name_leads_out_of_the_annotations(workspace: Workspace, author: str, path: str) -> None:
    with pytest.raises(ValueError, match="is not the"):
        Store(workspace).read(author, path)
    with pytest.raises(ValueError, match="is not the"):
        Store(workspace).apply(author, Document(path, TEXT), [Change(None, mark(TEXT, 0, 3))])


def test_saving_the_same_change_again_does_no_harm(
    workspace: Workspace, document: Document
) -> None:
    store, annotation = Store(workspace), mark(TEXT, 0, 18, note="n")
    for change in (Change(None, annotation), Change(annotation, None)):
        store.apply("mk", document, [change])
        first = (workspace.root / FILE).read_bytes()
        store.apply("mk", document, [change])
        assert (workspace.root / FILE).read_bytes() == first


def test_undoing_gives_the_same_bytes(workspace: Workspace, document: Document) -> None:
    store = Store(workspace)
    one = add(store, document, "Another sentence", note="first")
    before = (workspace.root / FILE).read_bytes()
    later = one.modified + timedelta(seconds=1)
    for change in (
        Change(one, replace(one, note="second", tags=("claim",), status="open", modified=later)),
        Change(None, mark(TEXT, 50, 60)),
    ):
        store.apply("mk", document, [change])
        store.apply("mk", document, [change.inverse()])
        assert (workspace.root / FILE).read_bytes() == before
    store.apply("mk", document, [Change(one, None)])
    store.apply("mk", document, [Change(None, one)])
    assert (workspace.root / FILE).read_bytes() == before


def test_another_programs_edits_are_merged(workspace: Workspace, document: Document) -> None:
    ours, theirs = Store(workspace), Store(workspace)
    one = add(ours, document, "Another sentence", note="base")
    theirs.apply("mk", document, [Change(one, replace(one, status="open"))])
    add(theirs, document, "A third one")
    file = ours.apply("mk", document, [Change(one, replace(one, note="mine"))])
    assert file == replace(Store(workspace).read("mk", PATH), conflicts=())
    merged = next(each for each in file.annotations if each.id == one.id)
    assert (merged.note, merged.status) == ("mine", "open")
    assert len(file.annotations) == 2


def test_an_editors_edit_of_the_same_note_is_not_lost(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    one = add(store, document, "Another sentence", note="base")
    file = workspace.root / FILE
    file.write_text("# hello\n" + file.read_text().replace('"base"', '"by hand"  # why'))
    saved = store.apply("mk", document, [Change(one, replace(one, note="mine"))])
    assert only(store).note == "mine" + SEPARATOR + "by hand"
    assert saved.conflicts
    assert file.read_text().startswith("# hello\n")
    assert "# why" in file.read_text()


def test_an_id_that_is_taken_by_another_passage_gives_way(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    one = add(store, document, "Another sentence", note="one")
    other = replace(mark(TEXT, 0, 3, note="other"), id=one.id)
    file = store.apply("mk", document, [Change(None, other)])
    assert sorted(each.note for each in file.annotations) == ["one", "other"]


def test_what_a_file_cannot_hold_is_replaced_not_refused(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    annotation = mark(TEXT, 0, 3, note="caf\udce9 \x00\r\n", tags=("\ud800",))
    store.apply("mk", document, [Change(None, annotation)])
    assert (only(store).note, only(store).tags) == ("caf\ufffd \x00\r\n", ("\ufffd",))


# --- the document changes -------------------------------------------------------------------------


def test_a_save_moves_the_others_along_with_the_text(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    first = add(store, document, "Another sentence")
    today = rewrite(workspace, "New. " + TEXT)
    add(store, today, "A third one")
    file = store.read("mk", PATH)
    assert (file.digest, file.length) == (today.digest, len(today.text))
    for each in file.annotations:
        assert each.start is not None
        assert today.text[each.start : each.end] == each.exact
        assert (each.text, each.anchor) == (None, None)
    moved = next(each for each in file.annotations if each.id == first.id)
    assert moved.prefix == today.text[: moved.start][-32:]


def test_what_cannot_move_stays_in_its_old_text(workspace: Workspace, document: Document) -> None:
    store = Store(workspace)
    lost = add(store, document, "Another sentence there.", note="keep")
    today = rewrite(workspace, "One sentence here.\n\nA third one, of course, stands here.\n")
    add(store, today, "A third one")
    file = store.read("mk", PATH)
    kept = next(each for each in file.annotations if each.id == lost.id)
    assert (kept.text, kept.anchor) == (document.digest, Anchor.ORPHAN)
    assert (kept.start, kept.end, kept.exact, kept.note) == (
        lost.start,
        lost.end,
        lost.exact,
        "keep",
    )
    assert store.kept_text(document.digest) == TEXT

    again = rewrite(workspace, TEXT + "More.\n")  # the sentence comes back
    add(store, again, "More")
    back = next(each for each in store.read("mk", PATH).annotations if each.id == lost.id)
    assert (back.text, back.anchor, back.start) == (None, None, lost.start)


def test_reading_alone_never_moves_anything(workspace: Workspace, document: Document) -> None:
    store = Store(workspace)
    add(store, document, "Another sentence")
    before = (workspace.root / FILE).read_bytes()
    rewrite(workspace, "New. " + TEXT)
    Store(workspace).read("mk", PATH)
    assert (workspace.root / FILE).read_bytes() == before


def test_a_note_on_a_moved_passage_does_not_move_it_back(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    old = add(store, document, "Another sentence")
    today = rewrite(workspace, "New. " + TEXT)
    add(store, today, "A third one")
    store.apply("mk", today, [Change(old, replace(old, note="late"))])
    one = next(each for each in store.read("mk", PATH).annotations if each.id == old.id)
    assert (one.note, today.text[one.start : one.end]) == ("late", one.exact)


def test_bringing_back_what_was_deleted_before_the_text_changed_finds_its_place(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    old = add(store, document, "Another sentence")
    store.apply("mk", document, [Change(old, None)])
    today = rewrite(workspace, "New. " + TEXT)
    store.apply("mk", today, [Change(None, old)])
    assert today.text[only(store).start : only(store).end] == old.exact


def test_a_program_that_still_shows_the_old_text_does_not_turn_the_file_back(
    workspace: Workspace, document: Document
) -> None:
    late, store = Store(workspace), Store(workspace)
    add(store, document, "Another sentence")
    today = rewrite(workspace, "New. " + TEXT)
    add(store, today, "A third one")
    added = add(late, document, "One sentence")
    file = store.read("mk", PATH)
    assert file.digest == today.digest
    one = next(each for each in file.annotations if each.id == added.id)
    assert (one.text, one.start) == (document.digest, 0)
    assert late.kept_text(document.digest) == TEXT


def test_an_annotation_of_the_whole_document_is_kept(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    whole = Annotation(id="w", start=None, end=None, note="n", created=now(), modified=now())
    store.apply("mk", document, [Change(None, whole)])
    today = rewrite(workspace, "All new.")
    store.apply("mk", today, [Change(whole, replace(whole, note="m"))])
    assert only(store) == replace(whole, note="m")


# --- what is damaged, in the way, or not to be written --------------------------------------------


@pytest.mark.parametrize("damage", [b"x = ", b"schema = 9\n", b"\xff", b"annotation = 1"])
def test_a_file_that_cannot_be_read_is_left_as_it_is(
    workspace: Workspace, document: Document, damage: bytes
) -> None:
    store = Store(workspace)
    add(store, document, "Another sentence")
    file = workspace.root / FILE
    file.write_bytes(damage)
    with pytest.raises(UnreadableAnnotations, match=FILE):
        store.read("mk", PATH)
    with pytest.raises(UnreadableAnnotations, match=FILE):
        add(store, document, "A third one")
    assert file.read_bytes() == damage


def test_an_empty_file_is_an_empty_file(workspace: Workspace, document: Document) -> None:
    file = workspace.root / FILE
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    store = Store(workspace)
    assert store.read("mk", PATH).annotations == ()
    add(store, document, "Another sentence")
    assert only(store).exact == "Another sentence"


def test_a_layout_that_cannot_be_kept_is_refused(workspace: Workspace, document: Document) -> None:
    file = workspace.root / FILE
    file.parent.mkdir(parents=True)
    file.write_text("# mine\nannotation = { a = { note = 'x' } }\n")
    with pytest.raises(SaveFailed, match="comments") as raised:
        add(Store(workspace), document, "Another sentence")
    assert raised.value.mend
    assert file.read_text().startswith("# mine\n")


def test_a_folder_kept_by_a_newer_program_is_not_written_to(
    workspace: Workspace, document: Document
) -> None:
    (workspace.root / "annotations").mkdir()
    (workspace.root / "annotations/.sidelight").write_text("schema = 2\n")
    with pytest.raises(SaveFailed, match="newer Sidelight"):
        add(Store(workspace), document, "Another sentence")
    assert files(workspace.root) == {PATH, "annotations/.sidelight"}


@pytest.mark.parametrize("link", ["annotations", "annotations/mk", FILE, "annotations/.sidelight"])
def test_no_link_leads_out_of_the_workspace(
    workspace: Workspace, document: Document, tmp_path: Path, link: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    if link in (FILE, "annotations/.sidelight"):
        elsewhere.write_text("schema = 1\n")
    else:
        elsewhere.mkdir()
    place = workspace.root / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(elsewhere)
    store = Store(workspace)
    with pytest.raises((SaveFailed, UnreadableAnnotations)):
        add(store, document, "Another sentence")
    assert list(store.records()) in ([], [("mk", PATH)])
    assert elsewhere.is_file() or list(elsewhere.iterdir()) == []
    assert elsewhere.is_dir() or elsewhere.read_text() == "schema = 1\n"


def test_a_link_inside_the_workspace_is_followed_and_stays(
    workspace: Workspace, document: Document
) -> None:
    add(Store(workspace), document, "Another sentence")
    file, moved = workspace.root / FILE, workspace.root / "moved.toml"
    file.rename(moved)
    file.symlink_to(moved)
    add(store := Store(workspace), document, "A third one")
    assert file.is_symlink()
    assert len(store.read("mk", PATH).annotations) == 2


def test_a_file_where_the_folder_should_be_is_told(
    workspace: Workspace, document: Document
) -> None:
    (workspace.root / "annotations").write_text("mine")
    with pytest.raises(SaveFailed) as raised:
        add(Store(workspace), document, "Another sentence")
    assert raised.value.file == FILE
    assert str(raised.value).startswith(f"could not save {FILE}: ")
    assert (workspace.root / "annotations").read_text() == "mine"


def test_leftovers_and_copies_are_told_apart_from_annotations(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    add(store, document, "Another sentence")
    file = workspace.root / FILE
    folder = file.parent
    shutil.copy(file, folder / "call.txt.sync-conflict-20261121-190000-ABCDEFG.toml")
    shutil.copy(file, folder / "call.txt (Ann's conflicted copy 2026-11-21).toml")
    shutil.copy(file, folder / "call%2z.toml")
    (folder / ".sidelight-1-00ff.tmp").touch()
    messages = store.strays()
    assert len(messages) == 3
    assert sum("sync tool" in message for message in messages) == 2
    add(Store(workspace), document, "A third one")
    assert not (folder / ".sidelight-1-00ff.tmp").exists()


# --- kept texts -----------------------------------------------------------------------------------


def private_texts(folder: Path) -> list[Path]:
    return list(folder.rglob("*.txt"))


def test_texts_that_must_not_be_passed_on_are_kept_privately(
    make_workspace: MakeWorkspace, own_folders: Path
) -> None:
    workspace = make_workspace({PATH: TEXT}, Settings(keep_texts="private"))
    document = workspace.read(PATH)
    store = Store(workspace)
    add(store, document, "Another sentence")
    assert store.kept_text(document.digest) == TEXT
    assert not (workspace.root / "annotations/.texts").exists()
    [file] = private_texts(own_folders)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_texts_are_not_kept_where_that_is_off(
    make_workspace: MakeWorkspace, own_folders: Path
) -> None:
    workspace = make_workspace({PATH: TEXT}, Settings(keep_texts="off"))
    store = Store(workspace)
    add(store, workspace.read(PATH), "Another sentence")
    assert not (workspace.root / "annotations/.texts").exists()
    assert private_texts(own_folders) == []


def test_very_long_texts_are_kept_privately(
    make_workspace: MakeWorkspace, own_folders: Path
) -> None:
    workspace = make_workspace({PATH: TEXT})
    document = Document(PATH, TEXT + "x" * (32 * 1024 * 1024))
    store = Store(workspace)
    add(store, document, "Another sentence")
    assert not (workspace.root / "annotations/.texts").exists()
    assert store.kept_text(document.digest) == document.text


def test_newlines_and_odd_characters_of_a_kept_text_stay(
    make_workspace: MakeWorkspace,
) -> None:
    text = "\ufeffOne.\r\nTwo.\rThree\x00\x85\u2028."
    workspace = make_workspace({PATH: ""})
    document = Document(PATH, text)
    store = Store(workspace)
    add(store, document, "Two.")
    assert store.kept_text(document.digest) == text


def test_a_damaged_kept_text_is_not_trusted_and_mended(
    workspace: Workspace, document: Document
) -> None:
    add(Store(workspace), document, "Another sentence")
    file = workspace.root / f"annotations/.texts/{document.digest}.txt"
    file.write_text(TEXT.replace("\n", "\r\n"))
    store = Store(workspace)
    assert store.kept_text(document.digest) is None
    add(store, document, "A third one")
    assert store.kept_text(document.digest) == TEXT


@pytest.mark.parametrize("digest", ["", "../../secret", "ab", "A" * 64])
def test_only_a_digest_names_a_kept_text(workspace: Workspace, digest: str) -> None:
    assert Store(workspace).kept_text(digest) is None


def test_files_keep_their_mode(workspace: Workspace, document: Document) -> None:
    store = Store(workspace)
    add(store, document, "Another sentence")
    (workspace.root / FILE).chmod(0o600)
    add(store, document, "A third one")
    assert (workspace.root / FILE).stat().st_mode & 0o777 == 0o600
