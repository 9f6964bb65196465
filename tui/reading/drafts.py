"""The note that is being written outlasts the program: kept meanwhile, offered the next time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from tui.visible import visible

if TYPE_CHECKING:
    from annotations.drafts import Draft, Subject
    from annotations.model import PlacedAnnotation
    from tui.reading.draft_writer import DraftWriter
    from tui.reading.screen import ReadingScreen


class Writing:
    """One note while it is written: what of it is to be kept, and until when."""

    def __init__(self, drafts: Drafts, subject: Subject, left: Iterable[Draft]) -> None:
        from annotations.drafts import draft_name

        self.subject = subject
        self._drafts = drafts
        self._name = draft_name()
        self._left = list(left)
        self._written = False

    @property
    def words(self) -> str | None:
        """What was written the last time and neither kept nor given up."""
        return self._left[0].words if self._left else None

    def write(self, words: str) -> None:
        """Keeps the note as far as it is written."""
        self._written = True
        self._drafts.write(self._name, self.subject, words)

    def end(self) -> None:
        """Forgets the note: it is on disk where it belongs, or was given up."""
        self._drafts.forget([one.name for one in self._left])
        if self._written:
            self._drafts.forget([self._name])


class Drafts:
    """The notes that are being written, or were when the program was killed."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._left: list[Draft] = []
        self._kept: list[Writing] = []  # to be forgotten when they are on disk

    @cached_property
    def _writer(self) -> DraftWriter:
        from tui.reading.draft_writer import DraftWriter

        return DraftWriter(self._reading.session.workspace.root)

    def begin(self, subject: Subject) -> Writing:
        """A note is opened; what was written of it before comes with it."""
        left = [one for one in self._left if self._now(one).is_that_of(subject)]
        return Writing(self, subject, left)

    def write(self, name: str, subject: Subject, words: str) -> None:
        """Has a note kept as far as it is written."""
        from annotations.drafts import Draft

        self._writer.write(Draft(name, self._reading.session.author, subject, words))

    def forget(self, names: list[str]) -> None:
        """Removes drafts."""
        self._left = [one for one in self._left if one.name not in names]
        for name in names:
            self._writer.remove(name)

    def keep(self, writing: Writing) -> None:
        """The note was kept: its draft stays until that is on disk."""
        self._kept.append(writing)
        self.saved(writing.subject.document)

    def saved(self, path: str) -> None:
        """Something of a document was saved, perhaps a note whose draft is not needed any more."""
        if self._kept and not self._reading.desk.pending(path):
            done = [one for one in self._kept if one.subject.document == path]
            self._kept = [one for one in self._kept if one not in done]
            for one in done:
                one.end()

    # The next time

    def offer(self, found: Iterable[Draft]) -> None:
        """Takes what was being written when the program was killed, and says so."""
        for draft in found:
            if self._stands(draft):
                self._writer.remove(draft.name)
            else:
                self._left.append(draft)
        if (newest := self.newest) is not None:
            self._say(newest)

    @property
    def newest(self) -> Subject | None:
        """What the note is on that was written last, of those that were left."""
        return self._now(self._left[0]) if self._left else None

    def _say(self, subject: Subject) -> None:
        reading = self._reading
        view = reading.pane.view
        span = view.focus_span() if view else None
        here = (
            view is not None
            and span is not None
            and subject.start is not None
            and subject._replace(annotation="").is_that_of(
                subject._replace(document=view.document.path, start=span.start, end=span.end)
            )
        )
        place = "here" if here else f"in {visible(subject.document)}"
        key = reading.keys.named("note.edit" if here and not subject.reply_to else "note.resume")
        words = f"A note was being written {place}"
        reading.say(f"{words}: {visible(key)} goes on with it" if key else words, "warning")

    def _now(self, draft: Draft) -> Subject:
        """What a draft is on, in today's text."""
        known = self._reading.session.documents.known(draft.subject.document)
        return draft.subject.found_in(known.text) if known is not None else draft.subject

    def _stands(self, draft: Draft) -> bool:
        """Whether a draft is what stands in an annotation already: it was kept after all."""
        subject, session = self._now(draft), self._reading.session
        return any(
            placed.annotation.note.strip() == draft.words.strip()
            and session.own(placed)
            and subject.is_that_of(subject_of(placed))
            for placed in session.everything()
        )


def subject_of(placed: PlacedAnnotation) -> Subject:
    """What the note of an annotation is on."""
    from annotations.drafts import Subject

    one = placed.annotation
    return Subject(placed.document, placed.start, placed.end, one.exact, one.id, one.reply_to or "")
