"""Two programs with what they last saw, an editor, and a branch in version control change one file.

The model says in a few lines what must come of it: each field as the last who changed it left it,
tags one by one; where two changed a field, both are there. Nothing else may be lost, or come back.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotations.conflicts import Choice, choices, settled
from annotations.merging import SEPARATOR, joined_notes
from annotations.model import Annotation, Change, mark, now
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace

PATH = "a.txt"
TEXT = "".join(f"Sentence number {n} of the text stands here.\n\n" for n in range(40))
FILE = "annotations/mk/a.txt.toml"

notes = st.sampled_from(["", "one", "two", "three\nlines", "four"])
statuses = st.sampled_from(["", "open", "supported", "refuted"])
tags = st.lists(st.sampled_from(["claim", "quote", "odd tag"]), unique=True).map(tuple)
pick = st.integers(0, 10**6)
which = st.integers(0, 1)
starts = st.integers(0, len(TEXT) - 60)


@dataclass(frozen=True)
class Entry:
    """What an annotation must say."""

    tags: frozenset[str]
    note: frozenset[str]  # its parts
    status: str
    waiting: frozenset[tuple[str, str]]


def entry(one: Annotation) -> Entry:
    parts = frozenset(part for part in one.note.split(SEPARATOR) if part)
    waiting = frozenset((each.field, str(dict(each.values)[each.field])) for each in one.conflicts)
    return Entry(frozenset(one.tags), parts, one.status, waiting)


def merged(before: Annotation, after: Annotation, there: Annotation) -> Entry:
    """What must come of an edit where ``there`` stands now."""
    b, a, t = entry(before), entry(after), entry(there)
    waiting = (t.waiting | (a.waiting - b.waiting)) - (b.waiting - a.waiting)
    note, status = there.note, there.status
    if after.note != before.note:
        apart = there.note not in (before.note, after.note)
        joined = joined_notes(after.note, there.note)
        note = joined if apart and joined != before.note else after.note
        waiting |= {("note", there.note)} if apart and there.note else set()
    if after.status != before.status:
        apart = there.status not in (before.status, after.status)
        status = after.status
        waiting |= {("status", there.status)} if apart else set()
    told = frozenset(part for part in note.split(SEPARATOR) if part)
    waiting -= {("note", note), ("status", status)}
    return Entry((t.tags | (a.tags - b.tags)) - (b.tags - a.tags), told, status, waiting)


class StoreAgainstModel(RuleBasedStateMachine):
    """The model's entries by id; ``there`` is what stands in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.workspace = self.made("here")
        self.stores = [Store(self.workspace), Store(self.workspace)]
        self.seen: list[dict[str, Annotation]] = [{}, {}]
        self.document = self.workspace.read(PATH)
        self.file = self.workspace.root / FILE
        self.model: dict[str, Entry] = {}
        self.branch: Store | None = None
        self.fork = b""
        self.forked: dict[str, Annotation] = {}
        self.comments: list[str] = []

    def made(self, name: str) -> Workspace:
        root = self.folder / name
        root.mkdir()
        (root / PATH).write_text(TEXT, encoding="utf-8", newline="")
        return Workspace(root, Settings(keep_texts="off"))

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def there(self) -> dict[str, Annotation]:
        read = Store(self.workspace).read("mk", PATH)
        return {one.id: one for one in read.annotations}

    def save(self, number: int, change: Change) -> None:
        saved = self.stores[number].apply("mk", self.document, [change])
        self.seen[number] = {one.id: one for one in saved.annotations}

    def known(self, number: int, chosen: int) -> Annotation | None:
        """One of those that a program has in sight, however long ago it looked."""
        seen = list(self.seen[number].values())
        return seen[chosen % len(seen)] if seen else None

    def fresh(self, start: int, note: str) -> Annotation:
        moment = now() - timedelta(days=3)
        return mark(TEXT, start, start + 50, note=note, tags=("claim",), moment=moment)

    @initialize()
    def first(self) -> None:
        for start in (0, 60, 500):
            self.add(0, start, "first")
        self.look(1)

    @rule(number=which)
    def look(self, number: int) -> None:
        read = self.stores[number].read("mk", PATH)
        self.seen[number] = {one.id: one for one in read.annotations}

    @rule(number=which, start=starts, note=notes)
    def add(self, number: int, start: int, note: str) -> None:
        one = self.fresh(start, note)
        self.save(number, Change(None, one))
        self.model[one.id] = entry(one)

    @rule(number=which, chosen=pick, note=st.none() | notes, tagged=st.none() | tags)
    def edit(
        self, number: int, chosen: int, note: str | None, tagged: tuple[str, ...] | None
    ) -> None:
        if one := self.known(number, chosen):
            edited = replace(
                one,
                note=one.note if note is None else note,
                tags=one.tags if tagged is None else tagged,
            )
            self.carry_out(number, Change(one, edited))

    @rule(number=which, chosen=pick, status=statuses)
    def decide(self, number: int, chosen: int, status: str) -> None:
        if one := self.known(number, chosen):
            later = one.modified + timedelta(seconds=1)
            self.carry_out(number, Change(one, replace(one, status=status, modified=later)))

    @rule(number=which, chosen=pick, answer=pick)
    def settle(self, number: int, chosen: int, answer: int) -> None:
        """The reader answers the question that a conflict asks."""
        waiting = [one for one in self.seen[number].values() if one.conflicts]
        if waiting:
            one = waiting[chosen % len(waiting)]
            conflict = one.conflicts[0]
            offered = choices(conflict)
            choice: Choice = offered[answer % len(offered)]
            self.carry_out(number, Change(one, settled(one, conflict, choice)))

    def carry_out(self, number: int, change: Change) -> None:
        before, after = change.before, change.after
        assert before is not None
        assert after is not None
        if entry(before) == entry(after):
            return
        there = self.there.get(before.id)
        self.model[before.id] = merged(before, after, there) if there else entry(after)
        self.save(number, change)

    @rule(number=which, chosen=pick)
    def delete(self, number: int, chosen: int) -> None:
        one = self.known(number, chosen)
        if one is None:
            return
        there = self.there.get(one.id)
        if there and (entry(there), there.history) == (entry(one), one.history):
            del self.model[one.id]
        self.save(number, Change(one, None))

    # Other hands

    @rule(chosen=pick)
    def comment_by_hand(self, chosen: int) -> None:
        lines = self.file.read_text(encoding="utf-8").split("\n")
        headers = [n for n, line in enumerate(lines) if line.startswith("[")]
        comment = f"# comment {len(self.comments)}"
        lines.insert(headers[chosen % len(headers)], comment)
        self.comments.append(comment)
        self.file.write_text("\n".join(lines), encoding="utf-8", newline="")

    @rule(chosen=pick, status=st.sampled_from(["disputed", "unverifiable"]))
    def decide_by_hand(self, chosen: int, status: str) -> None:
        able = [one for one in self.there.values() if one.status]
        if not able:
            return
        one = able[chosen % len(able)]
        text = self.file.read_text(encoding="utf-8")
        start = text.index(f"[annotation.{one.id}]")
        at = text.index(f'\nstatus = "{one.status}"\n', start)
        rest = text[at:].replace(f'"{one.status}"', f'"{status}"', 1)
        self.file.write_text(text[:at] + rest, encoding="utf-8", newline="")
        self.model[one.id] = replace(self.model[one.id], status=status)

    @rule(number=which)
    def empty_by_accident(self, number: int) -> None:
        """An editor fails in the middle of a save, while a program has the file in sight."""
        self.look(number)
        if self.model:
            self.file.write_bytes(b"")
            self.add(number, 100, "after it was emptied")

    # A branch

    @precondition(lambda self: self.branch is None and shutil.which("git") is not None)
    @rule()
    def begin_branch(self) -> None:
        workspace = self.made(f"branch {len(list(self.folder.iterdir()))}")
        shutil.copytree(self.workspace.root / "annotations", workspace.root / "annotations")
        self.branch, self.fork, self.forked = Store(workspace), self.file.read_bytes(), self.there

    @precondition(lambda self: self.branch is not None)
    @rule(chosen=pick, what=st.integers(0, 2), note=notes, start=starts)
    def change_on_branch(self, chosen: int, what: int, note: str, start: int) -> None:
        assert self.branch is not None
        ours = self.branch.read("mk", PATH).annotations
        one = ours[chosen % len(ours)] if ours else None
        change = Change(None, self.fresh(start, note))
        if one and what:
            change = Change(one, replace(one, note=note) if what == 1 else None)
        self.branch.apply("mk", self.document, [change])

    @precondition(lambda self: self.branch is not None)
    @rule()
    def merge_branch(self) -> None:
        """Version control merges line by line, where it can; else it gives the merge up."""
        assert self.branch is not None
        theirs = self.branch.workspace.root / FILE
        base = self.folder / "base.toml"
        base.write_bytes(self.fork)
        command = ["git", "merge-file", "-p", "-q", str(self.file), str(base), str(theirs)]
        done = subprocess.run(command, capture_output=True, check=False)
        there = {one.id: one for one in self.branch.read("mk", PATH).annotations}
        self.branch = None
        if done.returncode != 0:
            return
        now_here = self.there
        for identifier in {*there, *self.forked}:
            self.join(identifier, there.get(identifier), now_here.get(identifier))
        self.file.write_bytes(done.stdout)

    def join(self, identifier: str, theirs: Annotation | None, ours: Annotation | None) -> None:
        base = self.forked.get(identifier)
        if theirs == base:
            return
        if theirs is None:
            self.model.pop(identifier, None)
        elif base is None or ours is None:
            self.model[identifier] = entry(theirs)
        else:
            self.model[identifier] = merged(base, theirs, ours)

    # What must hold

    @invariant()
    def the_file_says_what_it_should(self) -> None:
        for store in (*self.stores, Store(self.workspace)):
            read = store.read("mk", PATH)
            assert {one.id: entry(one) for one in read.annotations} == self.model
            assert read.problems == ()

    @invariant()
    def no_comment_is_lost(self) -> None:
        assert set(self.comments) <= set(self.file.read_text(encoding="utf-8").splitlines())


StoreAgainstModel.TestCase.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None
)
TestStoreMerging = StoreAgainstModel.TestCase
