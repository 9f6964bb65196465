from __future__ import annotations

from collections.abc import Callable

from annotations.collection import collect
from annotations.model import Anchor, Annotation, Change, mark, now
from annotations.store import Store
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]
TEXT = "One sentence here. Another sentence there.\n"


def annotate(workspace: Workspace, author: str, path: str, *quotes: str) -> list[str]:
    document = workspace.read(path)
    ids = []
    for quote in quotes:
        start = document.text.index(quote)
        annotation = mark(document.text, start, start + len(quote))
        Store(workspace).apply(author, document, [Change(None, annotation)])
        ids.append(annotation.id)
    return ids


def test_everyones_annotations_come_in_the_order_of_documents_and_texts(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({"part 10.txt": TEXT, "part 9.txt": TEXT, "other.txt": TEXT})
    [late] = annotate(workspace, "ann", "part 10.txt", "One")
    [second, first] = annotate(workspace, "mk", "part 9.txt", "Another", "One")
    [between] = annotate(workspace, "ann", "part 9.txt", "here")
    collected = collect(workspace, Store(workspace))
    assert [one.annotation.id for one in collected.annotations] == [first, between, second, late]
    assert [one.author for one in collected.annotations] == ["mk", "ann", "mk", "ann"]
    assert collected.problems == []


def test_only_the_documents_asked_for_are_looked_at(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": TEXT, "b.txt": TEXT})
    annotate(workspace, "mk", "a.txt", "One")
    [wanted] = annotate(workspace, "mk", "b.txt", "One")
    some = collect(workspace, Store(workspace), ["b.txt", "no such.txt"])
    assert [one.annotation.id for one in some.annotations] == [wanted]
    only = Workspace(workspace.root, workspace.settings, frozenset(["b.txt"]))
    assert [one.annotation.id for one in collect(only, Store(only)).annotations] == [wanted]


def test_what_is_wrong_is_told_and_hides_nothing_else(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT})
    for path in ("a.txt", "b.txt", "c.txt"):
        annotate(workspace, "mk", path, "One")
    annotate(workspace, "ann", "a.txt", "Another")
    folder = workspace.root / "annotations/mk"
    (folder / "a.txt.toml").write_text("x = \n")
    (folder / "b.txt.toml").open("a").write("\n[annotation.bad]\nstart = 1\n")
    (workspace.root / "c.txt").unlink()
    collected = collect(workspace, Store(workspace))
    assert [(one.document, one.author, one.anchor) for one in collected.annotations] == [
        ("a.txt", "ann", Anchor.EXACT),
        ("b.txt", "mk", Anchor.EXACT),
        ("c.txt", "mk", Anchor.ORPHAN),
    ]
    damaged, odd, gone = collected.problems
    assert damaged.startswith("annotations/mk/a.txt.toml:1:")
    assert "annotation bad" in odd
    assert "c.txt" in gone


def test_what_lost_its_place_comes_after_and_notes_on_the_whole_last(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    document = workspace.read("a.txt")
    whole = Annotation(id="w", start=None, end=None, created=now(), modified=now())
    Store(workspace).apply("mk", document, [Change(None, whole)])
    [gone, kept] = annotate(workspace, "mk", "a.txt", "One sentence", "Another sentence there.")
    (workspace.root / "a.txt").write_text("Another sentence there.\n")
    collected = collect(workspace, Store(workspace))
    assert [(one.annotation.id, one.anchor) for one in collected.annotations] == [
        (kept, Anchor.SHIFTED),
        (gone, Anchor.ORPHAN),
        ("w", Anchor.EXACT),
    ]


def test_the_encoding_on_record_is_the_one_to_read_with(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": ""})
    (workspace.root / "a.txt").write_bytes("Привіт, світе. Ще речення.".encode("cp1251"))
    document = workspace.read("a.txt", "cp1251")
    start = document.text.index("Ще")
    Store(workspace).apply("mk", document, [Change(None, mark(document.text, start, start + 2))])
    [one] = collect(workspace, Store(workspace)).annotations
    assert (one.anchor, one.start) == (Anchor.EXACT, start)


def test_a_workspace_without_annotations_has_none(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    collected = collect(workspace, Store(workspace))
    assert (collected.annotations, collected.problems) == ([], [])


def test_a_file_name_that_can_be_no_documents_is_told_and_hides_nothing_else(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    [wanted] = annotate(workspace, "mk", "a.txt", "One")
    (workspace.root / "annotations/mk/x%00y.txt.toml").write_text("schema = 1\n")
    collected = collect(workspace, Store(workspace))
    assert [one.annotation.id for one in collected.annotations] == [wanted]
    [problem] = collected.problems
    assert "annotations/mk/x%00y.txt.toml" in problem
    some = collect(workspace, Store(workspace), ["a.txt"])
    assert [one.annotation.id for one in some.annotations] == [wanted]
