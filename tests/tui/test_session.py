"""Annotations in memory: every step can be taken back, and what is loaded undoes no edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotations.model import Annotation, Change
from annotations.store import Store
from documents.document import Document
from documents.settings import Settings
from documents.workspace import Workspace
from tui.session import Session, edited

TEXT = "The call was short. It was long overdue. Nobody knows why.\n"
PATHS = ["a.txt", "b.txt"]
pick = st.integers(0, 10**6)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for path in PATHS:
        (tmp_path / path).write_text(TEXT, encoding="utf-8", newline="")
    return Workspace(tmp_path, Settings(keep_texts="off"))


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return Session(workspace, "mk")


def nothing_pending(path: str) -> bool:
    """Everything is on disk."""
    return False


def add(session: Session, path: str = "a.txt", **content: object) -> Annotation:
    fresh = session.new(session.documents.at(path), 4, 8, **content)
    session.carry_out("tag", [(path, Change(None, fresh))])
    return fresh


def on(session: Session, path: str = "a.txt") -> list[Annotation]:
    return [placed.annotation for placed in session.marks(path)]


def test_an_annotation_quotes_its_span(session: Session) -> None:
    fresh = add(session, tags=("claim",), status="open")
    assert (fresh.exact, fresh.prefix, fresh.tags) == ("call", "The ", ("claim",))
    assert on(session) == [fresh]
    assert session.annotated() == {"a.txt": 1}


def test_an_edit_is_of_this_moment(session: Session) -> None:
    fresh = add(session)
    after = edited(fresh, note="why?")
    assert (after.note, after.id, after.created) == ("why?", fresh.id, fresh.created)
    assert after.modified >= fresh.modified


def test_everything_is_told_by_document_and_place(session: Session) -> None:
    late = add(session, "b.txt")
    document = session.documents.at("a.txt")
    second, first = session.new(document, 20, 25), session.new(document, 0, 3)
    session.carry_out("two", [("a.txt", Change(None, second)), ("a.txt", Change(None, first))])
    assert [placed.annotation for placed in session.everything()] == [first, second, late]


def test_a_step_over_two_documents_is_taken_back_as_one(session: Session) -> None:
    document = session.documents.at("a.txt")
    one, other = session.new(document, 0, 3), session.new(document, 4, 8)
    session.carry_out("both", [("a.txt", Change(None, one)), ("b.txt", Change(None, other))])
    step = session.undo()
    assert step is not None
    assert step.description == "both"
    assert session.annotated() == {}
    session.redo()
    assert session.annotated() == {"a.txt": 1, "b.txt": 1}


def test_of_an_undo_that_was_cut_off_the_rest_can_be_taken_back(
    workspace: Workspace, session: Session
) -> None:
    made = [(path, Change(None, session.new(session.documents.at(path), 0, 3))) for path in PATHS]
    session.carry_out("both", made)
    for path, change in made:
        Store(workspace).apply("mk", session.documents.at(path), [change])
    session.keep_history(meanwhile=False)
    undone = session.undo()
    assert undone is not None
    session.keep_history(meanwhile=True)
    path, change = undone.changes[0]
    Store(workspace).apply("mk", session.documents.at(path), [change])
    again = Session(workspace, "mk")  # the first was killed before the other was saved
    again.adopt(again.load(), nothing_pending)
    step = again.undo()
    assert step is not None
    assert [one for one, _ in step.changes] == [one for one in PATHS if one != path]
    assert again.annotated() == {}
    assert again.redo() is not None


def test_of_a_step_that_was_cut_off_what_was_saved_is_taken_back_and_told(
    workspace: Workspace, session: Session
) -> None:
    made = [(path, Change(None, session.new(session.documents.at(path), 0, 3))) for path in PATHS]
    session.carry_out("both", made)
    session.keep_history(meanwhile=True)
    Store(workspace).apply("mk", session.documents.at("a.txt"), [made[0][1]])
    again = Session(workspace, "mk")  # the first was killed before the other was saved
    again.adopt(again.load(), nothing_pending)
    step = again.undo()
    assert step is not None
    assert (step.extent, step.changes[0][0]) == ((1, 1), "a.txt")
    assert again.annotated() == {}
    redone = again.redo()
    assert redone is not None
    assert redone.extent == (2, 2)
    assert again.annotated() == {"a.txt": 1, "b.txt": 1}


def test_a_step_follows_a_document_that_got_another_name(
    workspace: Workspace, session: Session
) -> None:
    (workspace.root / "b.txt").unlink()  # else nobody could tell which of the two it became
    document = session.documents.at("a.txt")
    fresh = session.new(document, 0, 3)
    session.carry_out("mark", [("a.txt", Change(None, fresh))])
    Store(workspace).apply("mk", document, [Change(None, fresh)])
    (workspace.root / "a.txt").rename(workspace.root / "z.txt")
    session.adopt(session.load(), nothing_pending)
    assert on(session, "z.txt") == [fresh]
    step = session.undo()
    assert step is not None
    assert [path for path, _ in step.changes] == ["z.txt"]
    assert on(session, "z.txt") == []


def test_everyones_annotations_are_read_and_ones_own_can_be_told(
    workspace: Workspace, session: Session
) -> None:
    document = workspace.read("a.txt")
    for author in ("mk", "ab"):
        mine = session.new(document, 0, 3)
        Store(workspace).apply(author, document, [Change(None, mine)])
    session.adopt(session.load(), nothing_pending)
    assert sorted(placed.author for placed in session.marks("a.txt")) == ["ab", "mk"]
    assert [session.own(placed) for placed in session.everything()].count(True) == 1
    for placed in session.everything():
        assert session.find(placed.author, placed.annotation.id) == placed
    assert session.find("mk", "nosuchid") is None


def test_what_is_loaded_late_undoes_no_edit_made_meanwhile(
    workspace: Workspace, session: Session
) -> None:
    loaded = session.load()
    fresh = add(session)
    assert session.adopt(loaded, nothing_pending).missed == {"a.txt"} | (
        session.annotated().keys() - {"a.txt"}
    )
    assert on(session) == [fresh]
    assert session.adopt(session.load(), nothing_pending).taken >= {"a.txt"}
    assert on(session) == []  # it was never saved: what stands on disk is what counts


def test_what_is_not_on_disk_yet_is_not_replaced_by_what_is(session: Session) -> None:
    fresh = add(session)
    adopted = session.adopt(session.load(), lambda path: path == "a.txt")
    assert adopted.missed == {"a.txt"}
    assert on(session) == [fresh]


def test_what_was_read_before_a_save_is_stale_when_that_save_is_over(
    workspace: Workspace, session: Session
) -> None:
    fresh = add(session)
    loaded = session.load(["a.txt"])
    Store(workspace).apply("mk", session.documents.at("a.txt"), [Change(None, fresh)])
    session.wrote("a.txt")
    assert session.adopt(loaded, nothing_pending).missed == {"a.txt"}
    assert on(session) == [fresh]
    assert session.adopt(session.load(["a.txt"]), nothing_pending).taken == {"a.txt"}
    assert on(session) == [fresh]


def test_a_load_of_some_documents_leaves_the_others_as_they_are(session: Session) -> None:
    kept = add(session, "b.txt")
    session.adopt(session.load(["a.txt"]), nothing_pending)
    assert on(session, "b.txt") == [kept]
    session.adopt(session.load(["b.txt"]), nothing_pending)
    assert on(session, "b.txt") == []


def test_marks_placed_on_another_text_than_the_open_one_are_not_taken_over(
    workspace: Workspace, session: Session
) -> None:
    document = session.documents.at("a.txt")
    Store(workspace).apply("ab", document, [Change(None, session.new(document, 0, 3))])
    (workspace.root / "a.txt").write_text("New: " + document.text, encoding="utf-8")
    adopted = session.adopt(session.load(["a.txt"]), nothing_pending)
    assert adopted.outdated == {"a.txt"}
    assert on(session) == []
    session.documents.replace(session.documents.read("a.txt"))
    assert session.adopt(session.load(["a.txt"]), nothing_pending).taken == {"a.txt"}
    (placed,) = session.marks("a.txt")
    assert (placed.start, placed.end) == (5, 8)


def test_whether_the_file_says_the_same_can_be_told(workspace: Workspace, session: Session) -> None:
    document = session.documents.at("a.txt")
    fresh = add(session)
    file = Store(workspace).apply("mk", document, [Change(None, fresh)])
    assert session.agrees(file)
    add(session)
    assert not session.agrees(file)


def test_damaged_annotations_are_a_problem_told_and_no_end(
    workspace: Workspace, session: Session
) -> None:
    document = workspace.read("a.txt")
    Store(workspace).apply("mk", document, [Change(None, session.new(document, 0, 3))])
    (workspace.root / "annotations/mk/b.txt.toml").write_text("[document\n", encoding="utf-8")
    loaded = session.load()
    session.adopt(loaded, nothing_pending)
    assert len(on(session)) == 1
    assert len(loaded.problems) == 1
    assert "b.txt.toml" in loaded.problems[0]


def test_documents_annotated_in_another_encoding_are_read_in_it(workspace: Workspace) -> None:
    (workspace.root / "a.txt").write_bytes("Größe\n".encode())
    marked = workspace.read("a.txt", "cp1252")
    fresh = Session(workspace, "mk").new(marked, 0, 5)
    Store(workspace).apply("mk", marked, [Change(None, fresh)])
    session = Session(workspace, "mk")
    assert session.documents.at("a.txt").text == "Größe\n"
    session.documents.at("b.txt")
    (again,) = session.documents.misread(["a.txt", "b.txt"])
    session.documents.replace(again)
    assert session.documents.at("a.txt").text == "GrÃ¶ÃŸe\n"
    assert Session(workspace, "mk", encoding="utf-8").documents.misread(["a.txt"]) == []


class SessionAgainstLists(RuleBasedStateMachine):
    """Edits, undo and redo, beside a list of the states there were."""

    def __init__(self) -> None:
        super().__init__()
        workspace = Workspace(Path(__file__).parent, Settings())
        documents = [Document(path, TEXT) for path in PATHS]
        self.session = Session(workspace, "mk", extra=documents)
        self.state: dict[str, dict[str, Annotation]] = {path: {} for path in PATHS}
        self.past: list[dict[str, dict[str, Annotation]]] = []
        self.future: list[dict[str, dict[str, Annotation]]] = []

    def step(self, *changes: tuple[str, Change]) -> None:
        self.session.carry_out("step", list(changes))
        self.past.append({path: dict(marks) for path, marks in self.state.items()})
        self.future.clear()
        for path, change in changes:
            self.state[path].pop(change.annotation_id, None)
            if change.after is not None:
                self.state[path][change.annotation_id] = change.after

    def some(self, path: str, number: int) -> Annotation | None:
        marks = list(self.state[path].values())
        return marks[number % len(marks)] if marks else None

    @rule(path=st.sampled_from(PATHS), start=st.integers(0, 40), length=st.integers(1, 10))
    def add(self, path: str, start: int, length: int) -> None:
        document = self.session.documents.at(path)
        self.step((path, Change(None, self.session.new(document, start, start + length))))

    @rule(path=st.sampled_from(PATHS), number=pick, note=st.text(max_size=5))
    def edit(self, path: str, number: int, note: str) -> None:
        if (before := self.some(path, number)) is not None:
            self.step((path, Change(before, edited(before, note=note))))

    @rule(path=st.sampled_from(PATHS), number=pick)
    def delete(self, path: str, number: int) -> None:
        if (before := self.some(path, number)) is not None:
            self.step((path, Change(before, None)))

    @rule()
    def delete_everything(self) -> None:
        changes = [
            (path, Change(one, None))
            for path, marks in self.state.items()
            for one in marks.values()
        ]
        if changes:
            self.step(*changes)

    @rule()
    def undo(self) -> None:
        step = self.session.undo()
        assert (step is not None) == bool(self.past)
        if self.past:
            self.future.append(self.state)
            self.state = self.past.pop()

    @rule()
    def redo(self) -> None:
        step = self.session.redo()
        assert (step is not None) == bool(self.future)
        if self.future:
            self.past.append(self.state)
            self.state = self.future.pop()

    @invariant()
    def the_session_holds_what_the_model_holds(self) -> None:
        for path, marks in self.state.items():
            assert {
                placed.annotation.id: placed.annotation for placed in self.session.marks(path)
            } == marks
        held = {path: len(marks) for path, marks in self.state.items() if marks}
        assert self.session.annotated() == held


SessionAgainstLists.TestCase.settings = settings(max_examples=50, stateful_step_count=20)
TestUndoAndRedo = SessionAgainstLists.TestCase
