"""The store against a plain dict, with somebody editing the file in between."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotations.model import Annotation, Change, mark
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace

PATH = "a.txt"
TEXT = "".join(f"Sentence number {n} of the text stands here.\n\n" for n in range(40))

notes = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
tags = st.lists(st.sampled_from(["claim", "quote", "odd tag"]), unique=True).map(tuple)
pick = st.integers(0, 10**6)


class StoreAgainstDict(RuleBasedStateMachine):
    """Two programs and an editor change one reader's file; the dict says what must be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / PATH).write_text(TEXT, encoding="utf-8", newline="")
        workspace = Workspace(self.folder, Settings(keep_texts="off"))
        self.stores = [Store(workspace), Store(workspace)]
        self.document = workspace.read(PATH)
        self.file = self.folder / "annotations/mk/a.txt.toml"
        self.model: dict[str, Annotation] = {}
        self.comments: list[str] = []

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def first(self) -> None:
        self.add(0, "first", (), 0)

    def save(self, which: int, *changes: Change) -> None:
        self.stores[which].apply("mk", self.document, changes)
        for change in changes:
            self.model.pop(change.annotation_id, None)
            if change.after:
                self.model[change.annotation_id] = change.after

    def some(self, number: int) -> Annotation | None:
        return list(self.model.values())[number % len(self.model)] if self.model else None

    @rule(start=st.integers(0, len(TEXT) - 60), note=notes, tagged=tags, which=st.integers(0, 1))
    def add(self, start: int, note: str, tagged: tuple[str, ...], which: int) -> None:
        annotation = mark(TEXT, start, start + 50, note=note, tags=tagged)
        self.save(which, Change(None, annotation))

    @rule(starts=st.lists(st.integers(0, len(TEXT) - 60), max_size=5), which=st.integers(0, 1))
    def add_several(self, starts: list[int], which: int) -> None:
        self.save(which, *[Change(None, mark(TEXT, at, at + 9)) for at in starts])

    @rule(number=pick, note=notes, tagged=tags, which=st.integers(0, 1))
    def edit(self, number: int, note: str, tagged: tuple[str, ...], which: int) -> None:
        if one := self.some(number):
            self.save(which, Change(one, replace(one, note=note, tags=tagged)))

    @rule(number=pick, which=st.integers(0, 1))
    def delete(self, number: int, which: int) -> None:
        if one := self.some(number):
            self.save(which, Change(one, None))

    @rule(number=pick)
    def comment_by_hand(self, number: int) -> None:
        """Somebody writes a comment above a table, or at the end of the file."""
        lines = self.file.read_text(encoding="utf-8").split("\n")
        headers = [n for n, line in enumerate(lines) if line.startswith("[")]
        comment = f"# comment {len(self.comments)}"
        lines.insert([*headers, len(lines)][number % (len(headers) + 1)], comment)
        self.comments.append(comment)
        self.file.write_text("\n".join(lines), encoding="utf-8", newline="")

    @rule(number=pick)
    def delete_by_hand(self, number: int) -> None:
        if not (one := self.some(number)):
            return
        text = self.file.read_text(encoding="utf-8")
        start = text.index(f"[annotation.{one.id}]")
        stop = text.find("\n\n", start)
        cut = text[start:] if stop < 0 else text[start : stop + 2]
        if "#" in cut or one.exact != TEXT[one.start : one.end]:
            return
        self.file.write_text(text.replace(cut, ""), encoding="utf-8", newline="")
        del self.model[one.id]

    @rule(number=pick)
    def add_an_unknown_key_by_hand(self, number: int) -> None:
        if one := self.some(number):
            header = f"[annotation.{one.id}]\n"
            text = self.file.read_text(encoding="utf-8")
            if "mood" not in one.extra:
                text = text.replace(header, header + "mood = 'good'\n")
                self.file.write_text(text, encoding="utf-8", newline="")
                self.model[one.id] = replace(one, extra={**one.extra, "mood": "good"})

    @invariant()
    def the_file_says_what_it_should(self) -> None:
        for store in [*self.stores, Store(self.stores[0].workspace)]:
            read = store.read("mk", PATH)
            assert {one.id: one for one in read.annotations} == self.model
            assert read.problems == ()

    @invariant()
    def no_comment_is_lost(self) -> None:
        if self.file.exists():
            lines = self.file.read_text(encoding="utf-8").splitlines()
            assert set(self.comments) <= set(lines)


StoreAgainstDict.TestCase.settings = settings(
    max_examples=30, stateful_step_count=20, deadline=None
)
TestStore = StoreAgainstDict.TestCase
