"""Documents that were renamed or moved inside the workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotations.collection import collect
from annotations.model import Anchor, Change, PlacedAnnotation, mark
from annotations.reseating import kept
from annotations.store import Store
from documents.document import Document
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]

CALL = (
    "The envoy spoke for an hour, and nobody else was in the room with him that day.\n\n"
    "A spokesman confirmed the call. He gave no details of what the two had said.\n\n"
    "The minister denied it in the evening. He had never met the envoy, he told reporters.\n"
)
OTHER = (
    "Bread rose in price again. Bakers blame the flour, and millers the weather of the spring.\n"
)
CLAIM = "He gave no details of what the two had said."


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    made = make_workspace({"call.txt": CALL, "bread.txt": OTHER})
    annotate(made, "call.txt", CLAIM)
    return made


def annotate(workspace: Workspace, path: str, quote: str) -> str:
    document = workspace.read(path)
    start = document.text.index(quote)
    one = mark(document.text, start, start + len(quote))
    Store(workspace).apply("mk", document, [Change(None, one)])
    return one.id


def move(workspace: Workspace, old: str, new: str, text: str | None = None) -> None:
    (workspace.root / new).parent.mkdir(exist_ok=True)
    (workspace.root / old).rename(workspace.root / new)
    if text is not None:
        (workspace.root / new).write_text(text, encoding="utf-8")


def found(workspace: Workspace, *paths: str) -> tuple[list[PlacedAnnotation], list[str]]:
    collected = collect(workspace, Store(workspace), paths or None)
    return collected.annotations, collected.problems


def test_a_document_that_moved_keeps_its_annotations(workspace: Workspace) -> None:
    move(workspace, "call.txt", "reports/talk.txt")
    (one,), (problem,) = found(workspace)
    assert (one.document, one.anchor) == ("reports/talk.txt", Anchor.EXACT)
    assert one.start == CALL.index(CLAIM)
    assert "call.txt" in problem
    assert "reports/talk.txt" in problem


def test_they_are_there_when_only_the_new_document_is_asked_for(workspace: Workspace) -> None:
    move(workspace, "call.txt", "talk.txt")
    (one,), problems = found(workspace, "talk.txt")
    assert (one.document, one.anchor) == ("talk.txt", Anchor.EXACT)
    assert problems == []
    assert found(workspace, "bread.txt") == ([], [])


def test_a_document_that_changed_too_is_offered(workspace: Workspace) -> None:
    move(workspace, "call.txt", "talk.txt", CALL.replace("for an hour", "for two hours"))
    (one,), (problem,) = found(workspace)
    assert (one.document, one.anchor) == ("talk.txt", Anchor.REVIEW)
    assert one.start is not None
    assert "offered" in problem


def test_of_two_that_are_alike_none_is_offered(workspace: Workspace) -> None:
    later = CALL.replace("for an hour", "for two hours")
    move(workspace, "call.txt", "talk.txt", later)
    (workspace.root / "again.txt").write_text(later.replace("evening", "morning"))
    (one,), _ = found(workspace)
    assert (one.document, one.anchor, one.start) == ("call.txt", Anchor.ORPHAN, None)


def test_of_two_copies_none_is_taken(workspace: Workspace) -> None:
    move(workspace, "call.txt", "talk.txt")
    (workspace.root / "again.txt").write_text(CALL)
    (one,), _ = found(workspace)
    assert one.anchor is Anchor.ORPHAN


def test_another_text_does_not_take_the_place_of_one_that_is_gone(workspace: Workspace) -> None:
    (workspace.root / "call.txt").unlink()
    (one,), (problem,) = found(workspace)
    assert (one.document, one.anchor) == ("call.txt", Anchor.ORPHAN)
    assert "call.txt" in problem


def test_a_copy_of_a_document_that_is_still_there_takes_nothing_from_it(
    workspace: Workspace,
) -> None:
    (workspace.root / "copy.txt").write_text(CALL)
    (one,), problems = found(workspace)
    assert (one.document, one.anchor, problems) == ("call.txt", Anchor.EXACT, [])
    assert found(workspace, "copy.txt") == ([], [])


def test_what_was_marked_under_the_new_name_stands_beside_it(workspace: Workspace) -> None:
    move(workspace, "call.txt", "talk.txt")
    new = annotate(workspace, "talk.txt", "The minister denied it")
    annotations, _ = found(workspace)
    assert [one.document for one in annotations] == ["talk.txt", "talk.txt"]
    assert annotations[-1].annotation.id == new


def the_one(workspace: Workspace) -> PlacedAnnotation:
    (one,), _ = found(workspace)
    return one


def in_file(workspace: Workspace, path: str) -> list[str]:
    """What stands in the file of a document's name, whether or not that is there."""
    return [each.exact for each in Store(workspace).read("mk", path).annotations]


def test_what_is_edited_under_the_new_name_goes_along(workspace: Workspace) -> None:
    annotate(workspace, "call.txt", "The minister denied it")
    move(workspace, "call.txt", "reports/talk.txt")
    one = next(one for one in found(workspace)[0] if one.annotation.exact == CLAIM)
    change = Change(one.annotation, replace(one.annotation, note="seen"))
    file = Store(workspace).apply("mk", workspace.read("reports/talk.txt"), [change])
    assert [(each.document, each.annotation.note) for each in found(workspace)[0]] == [
        ("reports/talk.txt", "seen"),
        ("reports/talk.txt", ""),
    ]
    assert in_file(workspace, "reports/talk.txt") == [CLAIM]
    assert in_file(workspace, "call.txt") == ["The minister denied it"]
    (remark,) = file.conflicts
    assert "call.txt is gone" in remark


def test_what_another_program_wrote_under_the_old_name_is_not_lost(workspace: Workspace) -> None:
    one = the_one(workspace).annotation
    tagged = Change(one, replace(one, tags=("claim",)))
    Store(workspace).apply("mk", workspace.read("call.txt"), [tagged])
    move(workspace, "call.txt", "talk.txt")
    noted = Change(one, replace(one, note="seen"))
    Store(workspace).apply("mk", workspace.read("talk.txt"), [noted])
    there = the_one(workspace).annotation
    assert (there.note, there.tags) == ("seen", ("claim",))


def test_a_document_that_was_only_away_has_its_annotations_when_it_is_back(
    workspace: Workspace,
) -> None:
    (workspace.root / "copy.txt").write_text(CALL)
    move(workspace, "call.txt", "call.txt.away")
    new = annotate(workspace, "copy.txt", "The minister denied it")
    move(workspace, "call.txt.away", "call.txt")
    annotations, problems = found(workspace)
    assert [(one.document, one.annotation.exact) for one in annotations] == [
        ("call.txt", CLAIM),
        ("copy.txt", "The minister denied it"),
    ]
    assert annotations[-1].annotation.id == new
    assert problems == []


@pytest.mark.parametrize("text", ["", "\n" * 100, "Page left blank.\n"])
def test_of_texts_that_say_nothing_none_is_taken_for_another(
    make_workspace: MakeWorkspace, text: str
) -> None:
    workspace = make_workspace({"a.txt": text, "b.txt": text})
    note = replace(mark("x", 0, 1), start=None, end=None, exact="", note="about a")
    Store(workspace).apply("mk", workspace.read("a.txt"), [Change(None, note)])
    (workspace.root / "a.txt").unlink()
    (one,), _ = found(workspace)
    assert (one.document, one.anchor) == ("a.txt", Anchor.ORPHAN)
    assert found(workspace, "b.txt") == ([], [])
    Store(workspace).apply("mk", workspace.read("b.txt"), [Change(note, None)])
    about = Store(workspace).read("mk", "a.txt").annotations
    assert [one.note for one in about] == ["about a"]


def test_what_is_deleted_under_the_new_name_stays_deleted(workspace: Workspace) -> None:
    move(workspace, "call.txt", "talk.txt")
    change = Change(the_one(workspace).annotation, None)
    Store(workspace).apply("mk", workspace.read("talk.txt"), [change])
    assert found(workspace) == ([], [])


def test_another_reader_who_saves_leaves_ones_own_file_alone(workspace: Workspace) -> None:
    move(workspace, "call.txt", "talk.txt")
    document = workspace.read("talk.txt")
    Store(workspace).apply("ann", document, [Change(None, mark(document.text, 0, 3))])
    assert (workspace.root / "annotations/mk/call.txt.toml").exists()
    assert {one.author for one in found(workspace)[0]} == {"ann", "mk"}


def at(workspace: Workspace, path: str, quote: str, minute: int) -> None:
    """Marks a quote, that many minutes past noon."""
    document = workspace.read(path)
    start = document.text.index(quote)
    moment = datetime(2026, 1, 5, 12, minute, tzinfo=UTC)
    one = replace(mark(document.text, start, start + len(quote)), created=moment, modified=moment)
    Store(workspace).apply("mk", document, [Change(None, one)])


CHANGED = CALL.replace("for an hour", "for two hours")


def test_what_was_marked_under_the_new_name_cuts_nothing_off(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"call.txt": CALL, "bread.txt": OTHER})
    at(workspace, "call.txt", CLAIM, 1)
    move(workspace, "call.txt", "talk.txt")
    at(workspace, "talk.txt", "The minister denied it", 2)
    (workspace.root / "talk.txt").write_text(CHANGED)
    for paths in ((), ("call.txt",)):
        annotations, (problem,) = found(workspace, *paths)
        assert [(one.document, one.anchor, one.annotation.exact) for one in annotations] == [
            ("talk.txt", Anchor.REVIEW, CLAIM),
            ("talk.txt", Anchor.SHIFTED, "The minister denied it"),
        ]
        assert "offered" in problem


def offered(make_workspace: MakeWorkspace) -> tuple[Workspace, Document, Change]:
    """Two marks offered in what their document became, and the change that keeps the first."""
    workspace = make_workspace({"call.txt": CALL, "bread.txt": OTHER})
    at(workspace, "call.txt", CLAIM, 1)
    at(workspace, "call.txt", "The minister denied it", 2)
    move(workspace, "call.txt", "talk.txt", CHANGED)
    document = workspace.read("talk.txt")
    first, _ = found(workspace)[0]
    digest = Store(workspace).read("mk", "call.txt").digest
    return workspace, document, kept(first, document, digest)


def test_one_that_is_kept_where_it_is_offered_leaves_the_others_there(
    make_workspace: MakeWorkspace,
) -> None:
    workspace, document, settled = offered(make_workspace)
    Store(workspace).apply("mk", document, [settled])
    assert [(one.document, one.anchor) for one in found(workspace)[0]] == [
        ("talk.txt", Anchor.EXACT),
        ("talk.txt", Anchor.REVIEW),
    ]


def test_what_is_taken_back_where_it_is_offered_leaves_the_others_there(
    make_workspace: MakeWorkspace,
) -> None:
    workspace, document, settled = offered(make_workspace)
    for change in (settled, settled.inverse(), settled, settled.inverse()):
        Store(workspace).apply("mk", document, [change])
    assert [(one.document, one.anchor) for one in found(workspace)[0]] == [
        ("talk.txt", Anchor.REVIEW),
        ("talk.txt", Anchor.REVIEW),
    ]


def test_what_went_along_with_the_very_text_does_not_pass_for_a_mark_beside_it(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({"call.txt": CALL, "bread.txt": OTHER})
    at(workspace, "call.txt", CLAIM, 1)
    at(workspace, "call.txt", "The minister denied it", 2)
    move(workspace, "call.txt", "talk.txt")
    one = found(workspace)[0][0].annotation
    tagged = Change(one, replace(one, tags=("claim",)))
    document = workspace.read("talk.txt")
    for change in (tagged, tagged.inverse()):
        Store(workspace).apply("mk", document, [change])
    (workspace.root / "talk.txt").write_text(CHANGED)
    annotate(workspace, "talk.txt", "A spokesman confirmed the call.")  # and all there count in it
    assert in_file(workspace, "call.txt") == ["The minister denied it"]
    assert [(one.document, one.anchor) for one in found(workspace)[0]] == [
        ("talk.txt", Anchor.EXACT),
        ("talk.txt", Anchor.EXACT),
        ("talk.txt", Anchor.REVIEW),
    ]


def test_a_document_that_was_marked_beside_it_is_never_offered(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({"call.txt": CALL, "later.txt": CHANGED})
    at(workspace, "later.txt", "The minister denied it", 1)
    at(workspace, "call.txt", CLAIM, 2)
    (workspace.root / "call.txt").unlink()
    assert [(one.document, one.anchor) for one in found(workspace)[0]] == [
        ("call.txt", Anchor.ORPHAN),
        ("later.txt", Anchor.EXACT),
    ]


def test_what_came_to_one_of_two_copies_is_taken_for_neither(workspace: Workspace) -> None:
    move(workspace, "call.txt", "talk.txt")
    (workspace.root / "again.txt").write_text(CALL)
    assert found(workspace, "talk.txt") == ([], [])


def test_where_the_old_name_is_asked_for_all_that_stands_under_the_new_one_comes(
    workspace: Workspace,
) -> None:
    move(workspace, "call.txt", "talk.txt")
    annotate(workspace, "talk.txt", "The minister denied it")
    assert found(workspace, "call.txt")[0] == found(workspace)[0]
    assert len(found(workspace, "call.txt")[0]) == 2
