"""The real application without a terminal: keys go in, and what stands on the screen comes out.

Every wait is for something that can be seen or is on disk, and has an end: nothing sleeps.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomli
from textual.app import App
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from annotations.model import Change, mark
from annotations.store import Store
from documents.workspace import Workspace, open_workspace
from tui.app import SidelightApp
from tui.config import Config
from tui.pane.pane import Pane
from tui.panels.search import SearchPanel
from tui.reading.screen import ReadingScreen
from tui.session import Session

AUTHOR = "mk"
_TURNS = 1000
"""How often a condition is looked at before it is given up: far more than any takes."""

Condition = str | Callable[[], object]


@dataclass
class Reader:
    """Somebody reading: what they see, what they press, what is on their disk."""

    root: Path
    app: SidelightApp
    pilot: Pilot[int]

    @property
    def reading(self) -> ReadingScreen:
        return self.app.reading

    @property
    def pane(self) -> Pane:
        return self.reading.pane

    @property
    def screen(self) -> list[str]:
        """The rows of the screen, without the space at their ends."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    @property
    def sentence(self) -> str:
        """The sentence at the cursor."""
        view = self.pane.view
        assert view is not None
        assert view.cursor is not None
        return view.document.text[slice(*view.cursor)]

    @property
    def selected(self) -> str:
        """What is selected."""
        view = self.pane.view
        assert view is not None
        assert view.selection is not None
        return view.document.text[slice(*view.selection.span)]

    @property
    def typing(self) -> bool:
        """Whether keys go to a line or a note."""
        return isinstance(self.app.focused, Input | TextArea)

    def sees(self, words: str) -> bool:
        return any(words in row for row in self.screen)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, words: str) -> None:
        await self.pilot.press(*("space" if letter == " " else letter for letter in words))

    async def enter(self, words: str, *keys: str) -> None:
        """Presses keys, the last of which opens a line or a note, and enters words there."""
        await self.press(*keys)
        await self.until_typing()
        await self.type(words)
        await self.press("enter")

    async def type_ahead(self, *keys: str, turns: int = 0) -> None:
        """Types without waiting for what becomes of any key; see ``type_ahead``."""
        await type_ahead(self.app, *keys, turns=turns)

    def paste(self, words: str) -> None:
        """Puts words into what is typed into, all at once."""
        assert self.app.focused is not None
        self.app.focused.post_message(Paste(words))

    async def until(self, condition: Condition) -> None:
        """Waits until words stand on the screen, or something is so."""
        for _ in range(_TURNS):
            if self.sees(condition) if isinstance(condition, str) else condition():
                return
            if self.app.return_code:
                raise AssertionError("the application has failed")
            await self.pilot.pause()
        raise AssertionError("\n".join([f"in vain: {condition}", *self.screen]))

    async def until_typing(self) -> None:
        """Waits until there is something to type into."""
        await self.until(lambda: self.typing)

    async def search(self, words: str) -> SearchPanel:
        """Types a query, and waits for its own answer: one to a part of it may look the same."""
        await self.press("ctrl+f")
        await self.until_typing()
        await self.type(words)
        panel = self.reading.panel
        assert isinstance(panel, SearchPanel)
        await self.until(lambda: panel.line.value.endswith(words) and panel.answered)
        return panel

    async def go(self, words: str, *, pane: int | None = None) -> None:
        """Goes to the sentence with these words, by the number of the sentence."""
        if pane is not None:
            self.reading.activate(self.reading.panes[pane])
        document = self.pane.document
        assert document is not None
        at = document.text.index(words)
        sentences = enumerate(document.segmentation.sentences(), start=1)
        number = next(number for number, span in sentences if span.contains(at))
        await self.press(*str(number), "G")
        await self.until(lambda: words in self.sentence)

    def marks(self, document: str = "call.txt", author: str = AUTHOR) -> list[dict[str, Any]]:
        """The annotations that stand in a reader's file."""
        file = self.root / "annotations" / author / f"{document}.toml"
        if not file.exists():
            return []
        tables = tomli.loads(file.read_text(encoding="utf-8")).get("annotation", {})
        return sorted(tables.values(), key=lambda table: int(table["start"]))

    async def saved(self) -> None:
        """Waits until everything is on disk."""
        await self.until(lambda: not self.reading.desk.save_state.unsaved)


async def type_ahead(app: App[Any], *keys: str, turns: int = 0) -> None:
    """Types the next key whenever everything at work has had so many turns to do something."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(turns):
            await asyncio.sleep(0)


def add_as(author: str, seeds: Path, words: str, *tags: str) -> str:
    """Another reader marks these words of call.txt as an open claim; gives the id."""
    workspace = open_workspace([seeds]).workspace
    document = workspace.read("call.txt")
    at = document.text.index(words)
    theirs = replace(mark(document.text, at, at + len(words), tags=tags), status="open")
    Store(workspace).apply(author, document, [Change(None, theirs)])
    return theirs.id


def application(
    root: Path,
    named: Sequence[str] = (),
    *,
    config: Config | None = None,
    indexed: bool = False,
) -> SidelightApp:
    """The application as ``sidelight`` starts it; without the index unless it matters."""
    opened = open_workspace([root])
    workspace = opened.workspace
    if not indexed:
        documents = frozenset(opened.selected)
        workspace = Workspace(workspace.root, workspace.settings, only=documents)
    session = Session(workspace, AUTHOR)
    return SidelightApp(session, list(named), opened.selected, config or Config())


@asynccontextmanager
async def reading(
    root: Path, *named: str, size: tuple[int, int] = (120, 40), **options: Any
) -> AsyncIterator[Reader]:
    """A reader at a screen of that size, once the annotations are there."""
    app = application(root, named, **options)
    try:
        async with app.run_test(size=size) as pilot:
            reader = Reader(root, app, pilot)
            await reader.until(lambda: reader.reading.loaded)
            yield reader
            await asyncio.to_thread(reader.reading.desk.flush)
    finally:
        app.background.close()


async def proposed_elsewhere(seeds: Path) -> None:
    """Marks a heading as a claim, and changes the text so that its place is only proposed."""
    add_as(AUTHOR, seeds, "A question of harbours", "claim")
    text = (seeds / "call.txt").read_text(encoding="utf-8")
    text = text.replace("A question of harbours", "A question of airfields in the desert")
    text = text.replace("Behind the courtesies lie a port and a runway. ", "")
    async with reading(seeds, "call.txt") as reader:
        await reader.saved()
    (seeds / "call.txt").write_text(text, encoding="utf-8")
