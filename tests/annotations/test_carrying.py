"""A mark that its reader moves to another document is on disk at every moment, and seen once."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from dying import Died, dying, refusing, unwritable
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.collection import collect
from annotations.errors import SaveFailed
from annotations.model import Annotation, Change, PlacedAnnotation, mark
from annotations.reseating import carried
from annotations.store import Store
from documents.settings import Settings
from documents.spans import Span
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]

WORDS = "The envoy spoke for an hour"
TEXTS = {
    "call.txt": "Nobody else was in the room. A spokesman confirmed it.\n",
    "talk.txt": f"On the first day. {WORDS}, and nobody else was in the room.\n",
    "more.txt": f"{WORDS}. That was all.\n",
}
BEFORE = f"{WORDS}. {TEXTS['call.txt']}"
JOURNAL = "annotations/mk/.sidelight-moving"
WRITES = 4
"""The journal, the new file, the old one, and the journal again, which goes."""


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    """One mark on words of ``call.txt`` that were then cut out, and stand in ``talk.txt``."""
    made = make_workspace({**TEXTS, "call.txt": BEFORE, "sidelight.toml": ""})
    one = mark(BEFORE, 0, len(WORDS), tags=("claim",))
    Store(made).apply("mk", made.read("call.txt"), [Change(None, one)])
    (made.root / "call.txt").write_text(TEXTS["call.txt"])
    return made


def found(workspace: Workspace) -> list[PlacedAnnotation]:
    return collect(workspace, Store(workspace)).annotations


def documents(workspace: Workspace) -> list[str]:
    return [one.document for one in found(workspace)]


def carry(workspace: Workspace, to: str = "talk.txt") -> None:
    """Moves the mark, wherever it is, as the screen does: into the new file, out of the old."""
    (placed,) = found(workspace)
    document = workspace.read(to)
    start = document.text.index(WORDS) if WORDS in document.text else 0
    gone, come = carried(placed, document, Span(start, start + len(WORDS)), "")
    bring(Store(workspace), workspace, (to, come), (placed.document, gone))


def bring(
    store: Store, workspace: Workspace, come: tuple[str, Change], gone: tuple[str, Change]
) -> None:
    """Saves both sides of a move, the new one first."""
    (new, added), (old, taken_out) = come, gone
    assert taken_out.before is not None
    store.carry("mk", workspace.read(new), [added], {old: [taken_out.before]})
    store.apply("mk", workspace.read(old), [taken_out])


def on_file(workspace: Workspace, path: str) -> tuple[Annotation, ...]:
    return Store(workspace).read("mk", path).annotations


def test_it_is_in_the_new_file_alone(workspace: Workspace) -> None:
    carry(workspace)
    (one,) = found(workspace)
    assert (one.document, one.annotation.exact) == ("talk.txt", WORDS)
    assert (one.annotation.tags, on_file(workspace, "call.txt")) == (("claim",), ())
    assert not (workspace.root / JOURNAL).exists()


@pytest.mark.parametrize("step", range(1, WRITES + 1))
def test_a_machine_that_dies_leaves_it_once(workspace: Workspace, step: int) -> None:
    with dying(step), pytest.raises(Died):
        carry(workspace)
    expected = ["talk.txt" if step > 2 else "call.txt"]
    assert documents(workspace) == expected
    Store(workspace).sweep("mk")
    assert not (workspace.root / JOURNAL).exists()
    assert documents(workspace) == expected


def test_as_many_writes_as_the_test_thinks(workspace: Workspace) -> None:
    with dying(WRITES + 1):
        carry(workspace)
    assert documents(workspace) == ["talk.txt"]


@pytest.mark.parametrize("step", range(1, WRITES + 1))
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("once", [True, False])
def test_a_disk_that_refuses_a_write_leaves_it_once(
    workspace: Workspace, step: int, number: int, once: bool
) -> None:
    with refusing(step, number, once=once), suppress(SaveFailed):
        carry(workspace)
    assert documents(workspace) == ["talk.txt" if step > 2 else "call.txt"]
    (one,) = found(workspace)
    if one.document == "call.txt":
        carry(workspace)
    Store(workspace).sweep("mk")
    assert documents(workspace) == ["talk.txt"]
    assert on_file(workspace, "call.txt") == ()


def test_where_the_old_file_cannot_be_written_the_new_one_is_saved(workspace: Workspace) -> None:
    with unwritable("call.txt.toml"), pytest.raises(SaveFailed, match=r"call\.txt\.toml"):
        carry(workspace)
    (one,) = found(workspace)
    change = Change(one.annotation, replace(one.annotation, note="seen"))
    with unwritable("call.txt.toml"):
        Store(workspace).apply("mk", workspace.read("talk.txt"), [change])
    assert [(one.document, one.annotation.note) for one in found(workspace)] == [
        ("talk.txt", "seen")
    ]


def test_it_moves_on_and_back_while_the_first_move_has_not_ended(workspace: Workspace) -> None:
    with dying(3), suppress(Died):
        carry(workspace)
    carry(workspace, "more.txt")
    assert documents(workspace) == ["more.txt"]
    with dying(3), suppress(Died):
        carry(workspace)
    carry(workspace, "call.txt")
    assert documents(workspace) == ["call.txt"]
    assert on_file(workspace, "talk.txt") == on_file(workspace, "more.txt") == ()


def test_an_edit_in_the_old_file_meanwhile_comes_along_and_not_its_place(
    workspace: Workspace,
) -> None:
    with dying(3), suppress(Died):
        carry(workspace)
    (before,) = found(workspace)
    old = workspace.root / "annotations/mk/call.txt.toml"
    words = old.read_text().replace("exact =", 'status = "open"\nexact =')
    old.write_text(words.replace("start = 0", "start = 3"))
    Store(workspace).sweep("mk")
    (one,) = found(workspace)
    assert (one.document, one.annotation.status) == ("talk.txt", "open")
    assert (one.start, one.end, one.anchor) == (before.start, before.end, before.anchor)


def test_another_mark_of_that_id_there_is_no_arrival(workspace: Workspace) -> None:
    (placed,) = found(workspace)
    other = replace(mark(TEXTS["talk.txt"], 0, 16), id=placed.annotation.id)
    Store(workspace).apply("mk", workspace.read("talk.txt"), [Change(None, other)])
    span = Span(18, 18 + len(WORDS))
    gone, come = carried(placed, workspace.read("talk.txt"), span, "")
    with dying(1), suppress(Died):
        bring(Store(workspace), workspace, ("talk.txt", come), ("call.txt", gone))
    assert sorted(documents(workspace)) == ["call.txt", "talk.txt"]
    bring(Store(workspace), workspace, ("talk.txt", come), ("call.txt", gone))
    assert sorted(one.annotation.exact for one in found(workspace)) == [other.exact, WORDS]


def test_it_leaves_the_file_of_the_name_its_document_had(workspace: Workspace) -> None:
    (workspace.root / "call.txt").write_text(BEFORE)
    (workspace.root / "call.txt").rename(workspace.root / "renamed.txt")
    assert documents(workspace) == ["renamed.txt"]
    with dying(3), suppress(Died):
        carry(workspace)
    assert documents(workspace) == ["talk.txt"]
    Store(workspace).sweep("mk")
    assert on_file(workspace, "call.txt") == ()


STEPS = st.lists(st.tuples(st.sampled_from(sorted(TEXTS)), st.integers(1, 6), st.booleans()))


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_wherever_it_goes_it_is_there_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, bool]]
) -> None:
    root: Path = tmp_path_factory.mktemp("workspace")
    for path in TEXTS:
        (root / path).write_text(f"{WORDS}. {TEXTS[path]}")
    workspace = Workspace(root, Settings(keep_texts="off"))
    one = mark(workspace.read("call.txt").text, 0, len(WORDS))
    Store(workspace).apply("mk", workspace.read("call.txt"), [Change(None, one)])
    there = "call.txt"
    for to, step, dies in steps:
        if to == there:
            continue
        possible = {there, to}
        with suppress(Died, SaveFailed), dying(step) if dies else refusing(step):
            carry(workspace, to)
            possible = {to}
        (seen,) = found(workspace)
        assert (seen.annotation.id, seen.annotation.exact) == (one.id, WORDS)
        assert seen.document in possible
        there = seen.document
    Store(workspace).sweep("mk")
    assert documents(workspace) == [there]
    assert not list(root.rglob(".sidelight-*"))
