"""Tagging all hits of a search at once, or those that are selected."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.handlers.searching import search_panel
from tui.keys import Command
from tui.numbers import counted
from tui.reading.all_hits import AllHits, Tagged, passages_of
from tui.reading.confirming import confirm
from tui.turns import Turns
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import Annotation
    from annotations.tagging_passages import Passage, Tagging
    from documents.document import Document
    from tui.reading.screen import ReadingScreen


@handles("results.tag")
async def ask_tag(reading: ReadingScreen, command: Command) -> None:
    """Asks which tag to put on the selected hits, or on all there are, listed or not."""
    panel = search_panel(reading)
    results = panel.found.results if panel is not None else None
    if panel is None or results is None:
        reading.say("There is no hit to tag")
    elif panel.found.chosen or results.total == len(results.hits):
        await _ask_tag(reading, Tagged(passages_of(panel.found.to_work_on())))
    else:
        AllHits(reading, panel, partial(_ask_tag, reading)).ask()


async def _ask_tag(reading: ReadingScreen, tagged: Tagged) -> bool:
    """Asks for the tag; whether there is anything to put one on."""
    from annotations.tag_use import tags_in_use
    from tui.panels.tags import TagPanel

    if not tagged.passages:
        reading.say("There is no hit with a place in a text to tag")
        return False
    session = reading.session
    tag_panel = TagPanel(
        reading.painter,
        session.palette,
        tags_in_use(session.everything(), session.palette),
        title=f"Tag {_counted(tagged.passages)}",
        on=lambda: (),
        choose=lambda name: reading.call_next(_confirm, reading, tagged, name),
        leave=reading.dialogs.leave,
        aside=lambda name: "asks before it does" if name else "",
    )
    await reading.dialogs.show(tag_panel)
    return True


def _counted(passages: Sequence[Passage]) -> str:
    documents = len({one.document for one in passages})
    return f"{counted(len(passages), 'sentence')} in {counted(documents, 'document')}"


async def _confirm(reading: ReadingScreen, tagged: Tagged, name: str) -> None:
    """Says how many will be tagged, and tags them once that was confirmed."""
    tagging, texts = await _tagging(reading, tagged, name, {})
    number = len(tagging.changes)
    if not number:
        reading.say(f"Nothing to tag: {tagging.rest()}")
        return

    def put() -> None:
        reading.call_next(_carry_out, reading, tagged, name, texts)

    rest = "; ".join(part for part in ("", tagged.bound, tagging.rest()) if part)
    rest = f" ({rest})" if rest else ""
    words = f"Tag {counted(number, 'sentence')} {visible(name)}{rest}?"
    await confirm(reading, words, put, "Nothing tagged")


async def _tagging(
    reading: ReadingScreen, tagged: Tagged, name: str, before: Mapping[str, Document]
) -> tuple[Tagging, dict[str, Document]]:
    """The changes, on the texts as they are now; those of documents not open are read for it.

    But not again where they are as they were ``before``.
    """
    from annotations.tagging_passages import tag_passages
    from tui.reading.many_changes import readable_texts

    session, paths = reading.session, {one.document for one in tagged.passages}
    own, step = _Own(reading, paths), Turns().pass_on

    def work() -> tuple[Tagging, dict[str, Document]]:
        texts, _problems = readable_texts(session, paths, step, before)
        texts = {path: text for path, text in texts.items() if session.documents.saveable(path)}
        changes = tag_passages(tagged.passages, texts, own.on, name, session.palette, step)
        return changes, texts

    return await asyncio.to_thread(work)


class _Own:
    """The reader's annotations by the passage they mark."""

    def __init__(self, reading: ReadingScreen, paths: Iterable[str]) -> None:
        session = reading.session
        self._by_passage: dict[tuple[str, int, int], Annotation] = {
            (path, one.start, one.end): one.annotation
            for path in paths
            for one in session.annotations(path)
            if session.own(one) and one.start is not None and one.end is not None
        }

    def on(self, passage: Passage) -> Annotation | None:
        """The one that marks just this passage; None where there is none."""
        return self._by_passage.get((passage.document, passage.start, passage.end))


async def _carry_out(
    reading: ReadingScreen, tagged: Tagged, name: str, before: Mapping[str, Document]
) -> None:
    from tui.reading.many_changes import change_many

    tagging, texts = await _tagging(reading, tagged, name, before)
    number, problems = await change_many(reading, f"tag {name}", tagging.changes, texts)
    if (panel := search_panel(reading)) is not None:
        panel.found.end_selection()
    documents = counted(len({path for path, _ in tagging.changes}), "document")
    undo = visible(reading.keys.named("undo") or "undo")
    said = f"Tagged {visible(name)}: {counted(number, 'sentence')} in {documents}"
    said = f"{said}; {undo} takes it back"
    reading.say([said, *problems], "warning" if problems else "success")
