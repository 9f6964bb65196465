"""Saving beside the screen: nothing is lost, nothing is said to be saved that is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.annotation_file import AnnotationFile
from annotations.model import Anchor, Annotation, Change, mark
from annotations.steps import Step, at_once
from annotations.store import Store
from documents.document import Document
from documents.errors import CannotOpen
from documents.settings import Settings
from documents.workspace import Workspace
from tui import save_order
from tui.save_batches import joined
from tui.saving import BackgroundSaver, SaveReport
from tui.session import Session

TEXT = "".join(f"Sentence number {n} of the text stands here.\n\n" for n in range(20))
AUTHOR = "mk"
LONG = 60.0
"""Seconds to wait at most: for a machine under load, never for its own sake."""

DAMAGED = "[document\n"


class Desk:
    """A workspace with two documents, a saver at work in it, and what the saver said."""

    def __init__(self, root: Path, store: Store | None = None) -> None:
        for path in ("a.txt", "b.txt"):
            (root / path).write_text(TEXT, encoding="utf-8", newline="")
        self.workspace = Workspace(root, Settings(keep_texts="off"))
        self.store = store or Store(self.workspace)
        self.reports: list[SaveReport] = []
        self.saver = BackgroundSaver(lambda: self.store, AUTHOR, self.reports.append)

    def document(self, path: str = "a.txt") -> Document:
        return self.workspace.read(path)

    def submit(self, *changes: Change, path: str = "a.txt") -> None:
        self.saver.submit(self.document(path), list(changes))

    def file(self, path: str = "a.txt") -> Path:
        return self.workspace.root / "annotations" / AUTHOR / f"{path}.toml"

    def damage(self, path: str = "a.txt") -> None:
        """Leaves a file that no save may touch."""
        self.file(path).parent.mkdir(parents=True, exist_ok=True)
        self.file(path).write_text(DAMAGED, encoding="utf-8")

    def on_disk(self, path: str = "a.txt") -> set[Annotation]:
        return set(Store(self.workspace).read(AUTHOR, path).annotations)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.saver.close(LONG)


def fresh(start: int = 0) -> Annotation:
    return mark(TEXT, start, start + 9, tags=("claim",))


def add(annotation: Annotation) -> Change:
    return Change(None, annotation)


def noted(annotation: Annotation, note: str) -> Change:
    return Change(annotation, replace(annotation, note=note))


def test_before_anything_is_saved_nothing_is_said_to_be(desk: Desk) -> None:
    state = desk.saver.state
    assert (state.unsaved, state.failure, state.saved_at) == (0, "", None)
    assert desk.saver.flush(LONG) == state
    assert not (desk.workspace.root / "annotations").exists()


def test_what_was_saved_is_on_disk_and_said_to_be(desk: Desk) -> None:
    one = fresh()
    desk.submit(add(one))
    state = desk.saver.flush(LONG)
    assert (state.unsaved, state.failure) == (0, "")
    assert state.saved_at is not None
    assert desk.on_disk() == {one}


def test_a_save_reports_what_now_stands_in_the_file(desk: Desk) -> None:
    one = fresh()
    desk.submit(add(one))
    desk.saver.close(LONG)
    (report,) = desk.reports
    assert report.path == "a.txt"
    assert report.file is not None
    assert report.file.annotations == (one,)
    assert report.state == desk.saver.state


def test_documents_are_saved_each_in_its_own_file(desk: Desk) -> None:
    one, other = fresh(), fresh(40)
    desk.submit(add(one))
    desk.submit(add(other), path="b.txt")
    desk.saver.flush(LONG)
    assert desk.on_disk("a.txt") == {one}
    assert desk.on_disk("b.txt") == {other}


def test_closing_saves_what_is_left(desk: Desk) -> None:
    several = [fresh(start) for start in range(0, 300, 20)]
    for one in several:
        desk.submit(add(one))
    assert desk.saver.close(LONG).unsaved == 0
    assert desk.on_disk() == set(several)


def test_a_failure_is_told_and_loses_nothing(desk: Desk) -> None:
    desk.damage()
    one = fresh()
    desk.submit(add(one))
    state = desk.saver.flush(LONG)
    assert state.unsaved == 1
    assert "a.txt.toml" in state.failure
    assert state.saved_at is None
    assert desk.file().read_text(encoding="utf-8") == DAMAGED
    assert desk.reports[-1].file is None
    desk.file().unlink()
    desk.saver.retry()
    state = desk.saver.flush(LONG)
    assert (state.unsaved, state.failure) == (0, "")
    assert desk.on_disk() == {one}


def test_changes_made_after_a_failure_are_saved_with_those_before(desk: Desk) -> None:
    desk.damage()
    one, other = fresh(), fresh(40)
    desk.submit(add(one))
    assert desk.saver.flush(LONG).unsaved == 1
    desk.file().unlink()
    desk.submit(noted(one, "why?"))
    desk.submit(add(other))
    assert desk.saver.flush(LONG).unsaved == 0
    assert desk.on_disk() == {replace(one, note="why?"), other}


def test_closing_says_what_could_not_be_saved(desk: Desk) -> None:
    desk.damage()
    desk.submit(add(fresh()), add(fresh(40)))
    state = desk.saver.close(LONG)
    assert state.unsaved == 2
    assert state.failure


def test_a_folder_that_is_a_file_is_a_failure_and_no_end(desk: Desk) -> None:
    (desk.workspace.root / "annotations").write_text("in the way")
    desk.submit(add(fresh()))
    state = desk.saver.flush(LONG)
    assert state.unsaved == 1
    assert state.failure
    (desk.workspace.root / "annotations").unlink()
    assert desk.saver.flush(LONG).unsaved == 0


def test_retrying_without_anything_to_save_does_nothing(desk: Desk) -> None:
    desk.saver.retry()
    assert desk.saver.flush(LONG).saved_at is None
    assert desk.reports == []


class InterruptedStore(Store):
    """A store to which something happens before each save."""

    def before(self, changes: Sequence[Change]) -> None:
        """What happens; ``changes`` are to be saved."""

    def apply(
        self,
        author: str,
        document: Document,
        changes: Sequence[Change],
        step: Step = at_once,
    ) -> AnnotationFile:
        self.before(changes)
        return super().apply(author, document, changes, step)


class SlowStore(InterruptedStore):
    """A store whose first save waits until it is let go, as on a slow disk."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.begun, self.let_go = threading.Event(), threading.Event()
        self.saves: list[list[Change]] = []

    def before(self, changes: Sequence[Change]) -> None:
        self.saves.append(list(changes))
        self.begun.set()
        assert self.let_go.wait(LONG)


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[tuple[Desk, SlowStore]]:
    desk = Desk(tmp_path)
    store = SlowStore(desk.workspace)
    desk.store = store
    yield desk, store
    store.let_go.set()
    desk.saver.close(LONG)


def test_what_is_being_saved_is_not_yet_saved(slow: tuple[Desk, SlowStore]) -> None:
    desk, store = slow
    desk.submit(add(fresh()))
    assert store.begun.wait(LONG)
    assert desk.saver.state.unsaved == 1
    store.let_go.set()
    assert desk.saver.flush(LONG).unsaved == 0


def test_changes_made_during_a_save_go_together_into_the_next(
    slow: tuple[Desk, SlowStore],
) -> None:
    desk, store = slow
    one, other = fresh(), fresh(40)
    desk.submit(add(one))
    assert store.begun.wait(LONG)
    desk.submit(add(other))
    desk.submit(noted(other, "first"))
    desk.submit(noted(replace(other, note="first"), "second"))
    desk.submit(noted(one, "why?"))
    store.let_go.set()
    assert desk.saver.flush(LONG).unsaved == 0
    assert store.saves == [
        [add(one)],
        [add(replace(other, note="second")), noted(one, "why?")],
    ]
    assert desk.on_disk() == {replace(one, note="why?"), replace(other, note="second")}


def test_what_was_added_and_deleted_again_is_never_written(slow: tuple[Desk, SlowStore]) -> None:
    desk, store = slow
    one, passing = fresh(), fresh(40)
    desk.submit(add(one))
    assert store.begun.wait(LONG)
    desk.submit(add(passing))
    desk.submit(noted(passing, "typo"))
    desk.submit(Change(replace(passing, note="typo"), None))
    store.let_go.set()
    assert desk.saver.flush(LONG).unsaved == 0
    assert store.saves == [[add(one)]]
    assert desk.on_disk() == {one}


def test_what_was_added_and_deleted_during_a_save_that_fails_is_no_trouble(
    slow: tuple[Desk, SlowStore],
) -> None:
    desk, store = slow
    one, passing = fresh(), fresh(40)
    desk.damage()
    desk.submit(add(one))
    assert store.begun.wait(LONG)
    desk.submit(add(passing))
    desk.submit(Change(passing, None))
    store.let_go.set()
    assert desk.saver.flush(LONG).failure
    desk.file().unlink()
    assert desk.saver.flush(LONG).unsaved == 0
    assert desk.on_disk() == {one}


def test_the_documents_changed_first_is_saved_first(slow: tuple[Desk, SlowStore]) -> None:
    desk, store = slow
    desk.submit(add(fresh()))
    assert store.begun.wait(LONG)
    desk.submit(add(fresh(20)), path="b.txt")
    desk.submit(add(fresh(40)))
    store.let_go.set()
    desk.saver.close(LONG)
    assert [report.path for report in desk.reports] == ["a.txt", "b.txt", "a.txt"]


def test_two_changes_to_one_annotation_are_one() -> None:
    one = fresh()
    first, second = noted(one, "a"), noted(replace(one, note="a"), "b")
    assert joined(None, first) == first
    assert joined(first, second) == noted(one, "b")


edits = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "delete", "damage", "repair", "flush"]), st.integers(0, 99)
    ),
    max_size=14,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=edits)
def test_whatever_fails_on_the_way_in_the_end_the_file_holds_all(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    model: dict[str, Annotation] = {}
    sound: bytes | None = None
    damaged = False
    for step, number in steps:
        some = list(model.values())[number % len(model)] if model else None
        if step == "add":
            one = fresh(number)
            model[one.id] = one
            desk.submit(add(one))
        elif step == "edit" and some is not None:
            model[some.id] = replace(some, note=str(number))
            desk.submit(noted(some, str(number)))
        elif step == "delete" and some is not None:
            del model[some.id]
            desk.submit(Change(some, None))
        elif step == "damage" and not damaged:
            desk.saver.flush(LONG)
            sound = desk.file().read_bytes() if desk.file().exists() else None
            desk.damage()
            damaged = True
        elif step == "repair" and damaged:
            _repair(desk, sound)
            damaged = False
        elif step == "flush":
            desk.saver.flush(LONG)
    if damaged:
        _repair(desk, sound)
    assert desk.saver.flush(LONG).unsaved == 0
    desk.saver.close(LONG)
    assert desk.on_disk() == set(model.values())


def _repair(desk: Desk, sound: bytes | None) -> None:
    """Brings back the sound file, once no save is at work that would write it as well."""
    desk.saver.flush(LONG)
    if sound is None:
        desk.file().unlink()
    else:
        desk.file().write_bytes(sound)


def test_a_document_that_cannot_be_saved_holds_back_no_other(desk: Desk) -> None:
    one = fresh(40)
    desk.damage("a.txt")
    desk.submit(add(fresh()))
    desk.submit(add(one), path="b.txt")
    state = desk.saver.flush(LONG)
    assert state.unsaved == 1
    assert "a.txt.toml" in state.failure
    assert desk.on_disk("b.txt") == {one}
    assert desk.saver.pending("a.txt")
    assert not desk.saver.pending("b.txt")


def test_an_error_that_nobody_foresaw_is_told_and_saving_goes_on(tmp_path: Path) -> None:
    class Stumbling(InterruptedStore):
        stumbles = True

        def before(self, changes: Sequence[Change]) -> None:
            if self.stumbles:
                raise RuntimeError("a loose stone")

    for path in ("a.txt", "b.txt"):
        (tmp_path / path).write_text(TEXT, encoding="utf-8", newline="")
    store = Stumbling(Workspace(tmp_path, Settings(keep_texts="off")))
    desk = Desk(tmp_path, store)
    one = fresh()
    desk.submit(add(one))
    state = desk.saver.flush(LONG)
    assert (state.unsaved, state.failure) == (1, "could not save: a loose stone")
    store.stumbles = False
    assert desk.saver.close(LONG).unsaved == 0
    assert desk.on_disk() == {one}


def over(desk: Desk) -> BackgroundSaver:
    """A saver that reads whole texts as the application does."""
    session = Session(desk.workspace, AUTHOR)
    return BackgroundSaver(lambda: desk.store, AUTHOR, desk.reports.append, session.documents.whole)


def rewrite(desk: Desk, text: str) -> Document:
    """The document as it is once another program has written it anew."""
    (desk.workspace.root / "a.txt").write_text(text, encoding="utf-8", newline="")
    return desk.document()


def test_a_mark_on_a_beginning_that_changed_since_is_found_by_its_quote(desk: Desk) -> None:
    begun = Document("a.txt", TEXT[: len(TEXT) // 2], share=0.5)
    one = mark(begun.text, 100, 140, tags=("claim",))
    saver, news = over(desk), "News first.\n\n"
    today = rewrite(desk, news + TEXT)
    other = mark(today.text, 200, 230, tags=("claim",))
    saver.submit(begun, [add(one)])
    saver.submit(today, [add(other)])
    assert saver.close(LONG).unsaved == 0
    moved = next(each for each in desk.on_disk() if each.id == one.id)
    assert moved.start == 100 + len(news)
    assert moved.exact == one.exact == today.text[moved.start : moved.end]
    assert other in desk.on_disk()


def test_a_mark_whose_words_are_gone_keeps_its_quote_and_asks_for_review(desk: Desk) -> None:
    begun = Document("a.txt", TEXT[: len(TEXT) // 2], share=0.5)
    one = mark(begun.text, 100, 140, tags=("claim",))
    saver = over(desk)
    today = rewrite(desk, "Nothing of what stood here is left.\n" * 9)
    other = mark(today.text, 36, 60, tags=("claim",))
    saver.submit(begun, [add(one)])
    saver.submit(today, [add(other)])
    assert saver.close(LONG).unsaved == 0
    kept = next(each for each in desk.on_disk() if each.id == one.id)
    assert kept.exact == one.exact
    assert kept.anchor in (Anchor.REVIEW, Anchor.ORPHAN)
    assert other in desk.on_disk()


def test_a_beginning_that_cannot_be_completed_holds_up_no_mark_on_another_text(
    desk: Desk,
) -> None:
    def whole(document: Document) -> Document:
        if document.complete:
            return document
        raise CannotOpen(document.path, "it is no text further on")

    saver = BackgroundSaver(lambda: desk.store, AUTHOR, desk.reports.append, whole)
    one, other = fresh(), fresh(40)
    begun = Document("a.txt", TEXT[:100], share=0.1)
    saver.submit(begun, [add(one)])
    saver.flush(LONG)
    saver.submit(desk.document(), [add(other), noted(one, "why?")])
    state = saver.close(LONG)
    assert state.unsaved == 1  # the note goes with the mark that it is on
    assert "it is no text further on" in state.failure
    assert desk.on_disk() == {other}


def test_what_was_marked_on_a_text_is_saved_with_that_text(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.workspace = Workspace(tmp_path, Settings(keep_texts="workspace"))
    desk.store = Store(desk.workspace)
    saver, old = over(desk), desk.document()
    today = rewrite(desk, "News first.\n\n" + TEXT)
    one, other = fresh(), mark(today.text, 200, 230, tags=("claim",))
    saver.submit(old, [add(one)])
    assert saver.flush(LONG).unsaved == 0
    assert desk.store.read(AUTHOR, "a.txt").digest == old.digest
    assert desk.store.kept_text(old.digest) == TEXT
    saver.submit(today, [add(other)])
    assert saver.close(LONG).unsaved == 0
    placed = {each.exact: today.text[each.start : each.end] for each in desk.on_disk()}
    assert placed == {one.exact: one.exact, other.exact: other.exact}


def test_what_was_taken_back_before_it_was_saved_is_nothing_to_save(desk: Desk) -> None:
    one, other = fresh(), fresh(40)
    desk.damage()
    desk.submit(add(one))
    desk.submit(add(other))
    desk.saver.flush(LONG)
    desk.submit(add(other).inverse())
    assert desk.saver.flush(LONG).unsaved == 1
    [(_, changes)] = desk.saver.unsaved()
    assert changes == [add(one)]
    desk.submit(add(one).inverse())
    state = desk.saver.flush(LONG)
    assert (state.unsaved, state.failure) == (0, "")


def moved(desk: Desk, one: Annotation, *, back: bool = False) -> None:
    """Moves a mark from ``a.txt`` to ``b.txt``, or back."""
    new, old = ("a.txt", "b.txt") if back else ("b.txt", "a.txt")
    edits = [(desk.document(new), [add(one)]), (desk.document(old), [Change(one, None)])]
    desk.saver.submit_together(sorted(edits, key=lambda edit: edit[0].path))


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
def test_a_mark_stays_where_it_was_until_it_is_saved_where_it_goes(desk: Desk, back: bool) -> None:
    old, new = ("b.txt", "a.txt") if back else ("a.txt", "b.txt")
    one, other = fresh(), fresh(40)
    desk.submit(add(one), path=old)
    desk.saver.flush(LONG)
    desk.damage(new)
    moved(desk, one, back=back)
    desk.submit(add(other), path=old)
    assert desk.saver.flush(LONG).unsaved == 2
    assert desk.on_disk(old) == {one, other}
    desk.file(new).unlink()
    assert desk.saver.flush(LONG).unsaved == 0
    assert (desk.on_disk(old), desk.on_disk(new)) == ({other}, {one})


def test_what_is_not_saved_where_the_program_ends_stands_where_it_was(desk: Desk) -> None:
    one = fresh()
    desk.submit(add(one))
    desk.saver.flush(LONG)
    desk.damage("b.txt")
    moved(desk, one)
    assert desk.saver.close(LONG).unsaved == 2
    assert desk.on_disk() == {one}


def test_a_move_taken_back_before_it_was_saved_leaves_nothing_to_save(desk: Desk) -> None:
    one = fresh()
    desk.submit(add(one))
    desk.saver.flush(LONG)
    desk.damage("b.txt")
    moved(desk, one)
    desk.saver.flush(LONG)
    moved(desk, one, back=True)
    assert desk.saver.flush(LONG).unsaved == 0
    assert desk.on_disk() == {one}


def test_two_marks_that_change_places_do_not_wait_for_each_other(desk: Desk) -> None:
    one, other = fresh(), fresh(40)
    desk.submit(add(one))
    desk.submit(add(other), path="b.txt")
    desk.saver.flush(LONG)
    desk.saver.submit_together(
        [
            (desk.document("a.txt"), [Change(one, None), add(other)]),
            (desk.document("b.txt"), [Change(other, None), add(one)]),
        ]
    )
    assert desk.saver.flush(LONG).unsaved == 0
    assert (desk.on_disk("a.txt"), desk.on_disk("b.txt")) == ({other}, {one})


def test_while_the_old_file_cannot_be_written_the_new_one_is_saved_on(desk: Desk) -> None:
    one = fresh()
    desk.submit(add(one))
    desk.saver.flush(LONG)
    whole = desk.file().read_bytes()
    desk.damage()
    moved(desk, one)
    desk.submit(noted(one, "seen"), path="b.txt")
    state = desk.saver.flush(LONG)
    assert (state.unsaved, desk.on_disk("b.txt")) == (1, {replace(one, note="seen")})
    desk.file().write_bytes(whole)
    assert desk.saver.flush(LONG).unsaved == 0
    assert desk.on_disk() == set()


def test_the_steps_for_undo_are_kept_before_several_documents_are_saved(desk: Desk) -> None:
    done: list[str] = []

    def keep(meanwhile: bool) -> None:
        done.append("steps meanwhile" if meanwhile else "steps")

    def store() -> Store:
        return desk.store

    saver = BackgroundSaver(store, AUTHOR, desk.reports.append, keep=keep, wrote=done.append)
    saver.submit_together([(desk.document(path), [add(fresh())]) for path in ("a.txt", "b.txt")])
    saver.close(LONG)
    assert done == ["steps meanwhile", "a.txt", "b.txt", "steps"]


def test_they_are_kept_before_also_where_the_documents_are_too_large_to_be_saved_together(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_order, "_MOST_TEXT", 1)
    test_the_steps_for_undo_are_kept_before_several_documents_are_saved(desk)


def test_what_cannot_be_saved_together_is_saved_one_by_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Store, "apply_together", broken)
    one, other = fresh(), fresh(40)
    desk.saver.submit_together(
        [(desk.document("a.txt"), [add(one)]), (desk.document("b.txt"), [add(other)])]
    )
    assert desk.saver.flush(LONG).unsaved == 0
    assert (desk.on_disk("a.txt"), desk.on_disk("b.txt")) == ({one}, {other})


def test_what_fails_beside_a_save_does_not_end_saving(desk: Desk) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    saver = BackgroundSaver(
        lambda: desk.store, AUTHOR, desk.reports.append, keep=broken, wrote=broken
    )
    for _ in range(2):
        saver.submit_together(
            [(desk.document(path), [add(fresh())]) for path in ("a.txt", "b.txt")]
        )
        assert saver.flush(LONG).unsaved == 0
    assert saver.close(LONG).failure == ""
    assert [len(desk.on_disk(path)) for path in ("a.txt", "b.txt")] == [2, 2]


def test_of_several_documents_saved_together_one_can_fail(desk: Desk) -> None:
    desk.damage("a.txt")
    one = fresh()
    desk.saver.submit_together(
        [(desk.document("a.txt"), [add(fresh())]), (desk.document("b.txt"), [add(one)])]
    )
    state = desk.saver.flush(LONG)
    assert (state.unsaved, state.files) == (1, 0)
    assert "a.txt.toml" in state.failure
    assert desk.on_disk("b.txt") == {one}
