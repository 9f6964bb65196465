"""Annotations that go along with their document, and machines that die at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from dying import Died, dying
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.collection import collect
from annotations.errors import UnreadableAnnotations
from annotations.model import Anchor, Annotation, Change, PlacedAnnotation, mark
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]

TEXT = "The envoy spoke for an hour, and nobody else was in the room. A spokesman confirmed it.\n"
FIRST, SECOND = "The envoy spoke for an hour", "A spokesman confirmed it."
JOURNAL = "annotations/mk/.sidelight-moving"


def add(workspace: Workspace, path: str, quote: str) -> Annotation:
    document = workspace.read(path)
    start = document.text.index(quote)
    one = mark(document.text, start, start + len(quote))
    Store(workspace).apply("mk", document, [Change(None, one)])
    return one


def found(workspace: Workspace) -> list[PlacedAnnotation]:
    return collect(workspace, Store(workspace)).annotations


def note(workspace: Workspace, one: PlacedAnnotation, text: str) -> None:
    change = Change(one.annotation, replace(one.annotation, note=text))
    Store(workspace).apply("mk", workspace.read(one.document), [change])


def notes(workspace: Workspace) -> list[tuple[str, str]]:
    return [(one.document, one.annotation.note) for one in found(workspace)]


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    """One annotation of ``call.txt``, which then is named ``talk.txt``."""
    made = make_workspace({"call.txt": TEXT, "sidelight.toml": ""})
    add(made, "call.txt", FIRST)
    (made.root / "call.txt").rename(made.root / "talk.txt")
    return made


WRITES = 4
"""The journal, the new file, the old one, and the journal again, which goes."""


@pytest.mark.parametrize("step", range(1, WRITES + 1))
@pytest.mark.parametrize("back", [False, True], ids=["gone", "back"])
def test_a_machine_that_dies_leaves_it_once(workspace: Workspace, step: int, back: bool) -> None:
    (one,) = found(workspace)
    with dying(step), pytest.raises(Died):
        note(workspace, one, "seen")
    if back:  # as when another branch is checked out
        shutil.copy(workspace.root / "talk.txt", workspace.root / "call.txt")
    arrived = step > 2
    expected = "talk.txt" if arrived or not back else "call.txt", "seen" if arrived else ""
    assert notes(workspace) == [expected]
    Store(workspace).sweep("mk")
    assert not (workspace.root / JOURNAL).exists()
    assert notes(workspace) == [expected]


def test_as_many_writes_as_the_test_thinks(workspace: Workspace) -> None:
    (one,) = found(workspace)
    with dying(WRITES + 1):
        note(workspace, one, "seen")
    assert not (workspace.root / JOURNAL).exists()


def test_the_next_save_ends_the_move(workspace: Workspace) -> None:
    (one,) = found(workspace)
    with dying(3), suppress(Died):
        note(workspace, one, "seen")
    add(workspace, "talk.txt", SECOND)
    assert Store(workspace).read("mk", "call.txt").annotations == ()
    assert not (workspace.root / JOURNAL).exists()


def test_what_is_deleted_after_that_stays_deleted(workspace: Workspace) -> None:
    (one,) = found(workspace)
    with dying(3), suppress(Died):
        note(workspace, one, "seen")
    (one,) = found(workspace)
    Store(workspace).apply("mk", workspace.read("talk.txt"), [Change(one.annotation, None)])
    assert found(workspace) == []


def test_an_edit_under_the_old_name_meanwhile_is_brought_along(workspace: Workspace) -> None:
    (one,) = found(workspace)
    with dying(3), suppress(Died):
        note(workspace, one, "seen")
    old = workspace.root / "annotations/mk/call.txt.toml"
    old.write_text(old.read_text().replace("exact =", 'status = "open"\nexact ='))
    Store(workspace).sweep("mk")
    (one,) = found(workspace)
    assert (one.document, one.annotation.note, one.annotation.status) == (
        "talk.txt",
        "seen",
        "open",
    )


def test_another_author_does_not_end_it(workspace: Workspace) -> None:
    (one,) = found(workspace)
    with dying(3), suppress(Died):
        note(workspace, one, "seen")
    old = workspace.root / "annotations/mk/call.txt.toml"
    before = old.read_bytes()
    Store(workspace).apply(
        "ann", workspace.read("talk.txt"), [Change(None, mark(TEXT, 0, len(FIRST)))]
    )
    assert old.read_bytes() == before
    assert notes(workspace).count(("talk.txt", "seen")) == 1


def test_a_journal_that_cannot_be_understood_is_dropped(workspace: Workspace) -> None:
    (workspace.root / JOURNAL).write_text('{"format": 1, "moves": [{"old": "../x"}]}')
    (one,) = found(workspace)
    note(workspace, one, "seen")
    assert notes(workspace) == [("talk.txt", "seen")]
    assert not (workspace.root / JOURNAL).exists()


def test_it_goes_back_where_the_document_goes_back(workspace: Workspace) -> None:
    (one,) = found(workspace)
    note(workspace, one, "seen")
    (workspace.root / "talk.txt").rename(workspace.root / "call.txt")
    (one,) = found(workspace)
    note(workspace, one, "seen again")
    assert Store(workspace).read("mk", "talk.txt").annotations == ()
    shutil.copy(workspace.root / "call.txt", workspace.root / "talk.txt")
    assert notes(workspace) == [("call.txt", "seen again")]


def test_one_that_was_only_offered_goes_along_when_it_is_edited(workspace: Workspace) -> None:
    (workspace.root / "talk.txt").write_text(TEXT.replace("an hour", "two hours"))
    (one,) = found(workspace)
    assert one.anchor is Anchor.REVIEW
    note(workspace, one, "seen")
    assert Store(workspace).read("mk", "call.txt").annotations == ()
    (workspace.root / "call.txt").write_text(TEXT)
    assert notes(workspace) == [("talk.txt", "seen")]


def test_it_is_not_saved_where_it_cannot_be_seen_whether_it_moves(workspace: Workspace) -> None:
    (one,) = found(workspace)
    old = workspace.root / "annotations/mk/call.txt.toml"
    whole = old.read_bytes()
    old.write_bytes(b"<<<<<<< ours\n" + whole)
    with pytest.raises(UnreadableAnnotations, match=r"call\.txt\.toml"):
        note(workspace, one, "seen")
    old.write_bytes(whole)
    note(workspace, one, "seen")
    assert notes(workspace) == [("talk.txt", "seen")]


NAMES = ("a.txt", "b.txt", "c.txt")


class World:
    """A document under changing names, its annotations, and what was said to be saved of them."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.saved: dict[str, list[str]] = {}
        self.notes = 0
        for quote in (FIRST, SECOND):
            one = add(workspace, NAMES[0], quote)
            self.saved[one.id] = []

    def rename(self, name: str) -> None:
        there = [each for each in NAMES if (self.workspace.root / each).exists()]
        (self.workspace.root / there[0]).replace(self.workspace.root / name)

    def copy(self, name: str) -> None:
        there = [each for each in NAMES if (self.workspace.root / each).exists()]
        if name not in there:
            shutil.copy(self.workspace.root / there[0], self.workspace.root / name)

    def edit(self, number: int, step: int) -> None:
        """Notes something, and dies at a step of the save, if there is such a step."""
        one = found(self.workspace)[number]
        if one.start is None:
            return
        self.notes += 1
        words = f"note {self.notes}"
        identifier = one.annotation.id
        text = f"{one.annotation.note} {words}".strip()
        with suppress(Died), dying(step):
            note(self.workspace, one, text)
            self.saved[identifier].append(words)

    def check(self) -> None:
        seen = found(self.workspace)
        assert sorted(one.annotation.id for one in seen) == sorted(self.saved)
        for one in seen:
            there = one.annotation.note
            assert all(words in there for words in self.saved[one.annotation.id])


STEPS = st.one_of(
    st.tuples(st.just("rename"), st.sampled_from(NAMES)),
    st.tuples(st.just("copy"), st.sampled_from(NAMES)),
    st.tuples(st.just("edit"), st.integers(0, 1), st.integers(1, 9)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=8))
def test_whatever_happens_each_is_there_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, ...]]
) -> None:
    root: Path = tmp_path_factory.mktemp("workspace")
    (root / NAMES[0]).write_text(TEXT)
    world = World(Workspace(root, Settings()))
    for name, *arguments in steps:
        getattr(world, name)(*arguments)
        world.check()
    Store(world.workspace).sweep("mk")
    world.check()
    assert not list(root.rglob(".sidelight-*"))
