"""Tagging all hits of a search at once, or those that are selected."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.handlers.searching import search_panel
from tui.keys import Command
from tui.numbers import counted
from tui.reading.confirming import confirm
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import Annotation
    from annotations.tagging_passages import Passage, Tagging
    from search_index.hits import SentenceHits
    from tui.reading.screen import ReadingScreen


@handles("results.tag")
async def ask_tag(reading: ReadingScreen, command: Command) -> None:
    """Asks which tag to put on the selected hits, or on all that are listed."""
    from annotations.tag_use import tags_in_use
    from tui.panels.tags import TagPanel

    panel = search_panel(reading)
    passages = _passages(panel.found.to_work_on()) if panel is not None else []
    if not passages:
        reading.say("There is no hit with a place in a text to tag")
        return
    session = reading.session
    tag_panel = TagPanel(
        reading.painter,
        session.palette,
        tags_in_use(session.everything(), session.palette),
        title=f"Tag {_counted(passages)}",
        on=lambda: (),
        choose=lambda name: reading.call_next(_confirm, reading, passages, name),
        leave=reading.dialogs.leave,
        aside=lambda name: "asks before it does" if name else "",
    )
    await reading.dialogs.show(tag_panel)


def _passages(found: Sequence[SentenceHits]) -> list[Passage]:
    """The sentences of the hits, each once."""
    from annotations.tagging_passages import Passage

    return list(
        dict.fromkeys(
            Passage(one.document, *one.sentence, one.text) for one in found if one.sentence
        )
    )


def _counted(passages: Sequence[Passage]) -> str:
    documents = len({one.document for one in passages})
    return f"{counted(len(passages), 'sentence')} in {counted(documents, 'document')}"


async def _confirm(reading: ReadingScreen, passages: Sequence[Passage], name: str) -> None:
    """Says how many will be tagged, and tags them once that was confirmed."""
    tagging = await _tagging(reading, passages, name)
    number = len(tagging.changes)
    if not number:
        reading.say(f"Nothing to tag: {tagging.rest()}")
        return

    def put() -> None:
        reading.call_next(_carry_out, reading, passages, name)

    rest = f"; {tagging.rest()}" if tagging.rest() else ""
    words = f"Tag {counted(number, 'sentence')} {visible(name)}{rest}?"
    await confirm(reading, words, put, "Nothing tagged")


async def _tagging(reading: ReadingScreen, passages: Sequence[Passage], name: str) -> Tagging:
    """The changes, on the texts as they are now; those of documents not open are read for it."""
    from annotations.tagging_passages import tag_passages
    from tui.reading.many_changes import readable_texts

    session = reading.session
    texts, _problems = await asyncio.to_thread(
        readable_texts, session, {one.document for one in passages}
    )
    texts = {path: text for path, text in texts.items() if session.documents.saveable(path)}
    own = _Own(reading)
    return tag_passages(passages, texts, own.on, name, session.palette)


class _Own:
    """The reader's annotations by the passage they mark."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._session = reading.session
        self._by_document: dict[str, dict[tuple[int, int], Annotation]] = {}

    def on(self, passage: Passage) -> Annotation | None:
        """The one that marks just this passage; None where there is none."""
        there = self._by_document.get(passage.document)
        if there is None:
            there = self._by_document[passage.document] = {
                (one.start, one.end): one.annotation
                for one in self._session.annotations(passage.document)
                if self._session.own(one) and one.start is not None and one.end is not None
            }
        return there.get((passage.start, passage.end))


async def _carry_out(reading: ReadingScreen, passages: Sequence[Passage], name: str) -> None:
    from tui.reading.many_changes import change_many

    tagging = await _tagging(reading, passages, name)
    number, problems = await change_many(reading, f"tag {name}", tagging.changes)
    if (panel := search_panel(reading)) is not None:
        panel.found.chosen = set()
        panel.found.refresh()
    undo = visible(reading.keys.named("undo") or "undo")
    said = f"Tagged {visible(name)}: {counted(number, 'sentence')}; {undo} takes it back"
    reading.say([said, *problems], "warning" if problems else "success")
