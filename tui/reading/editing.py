"""Changing annotations from the reading screen: at once on the screen, then on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.pane.chosen import current
from tui.reading import bars
from tui.reading.status import MANY_FILES

if TYPE_CHECKING:
    from annotations.history import Step
    from annotations.model import Change, PlacedAnnotation
    from documents.document import Document
    from tui.actions import Context
    from tui.reading.link_making import LinkMaking
    from tui.reading.screen import ReadingScreen
    from tui.saving import SaveReport
    from tui.tagging import DroppedDecisions


class Standing(NamedTuple):
    """The annotations on the selection or the sentence, which of them the keys act on, those
    of the document as a whole, and those whose passage stood here before it was lost.
    """

    here: Sequence[PlacedAnnotation] = ()
    current: PlacedAnnotation | None = None
    whole: Sequence[PlacedAnnotation] = ()
    gone: Sequence[PlacedAnnotation] = ()


class Editing:
    """What the reader does to annotations, and what becomes of it."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._failure = ""  # why the last save failed, if it did
        self._many = False  # whether many files are being written
        self._refused: dict[str, str] = {}  # documents whose whole cannot be read, and why
        self.reviewed = ""  # the claim that was selected last in the review
        self.restored: frozenset[str] = frozenset()  # while a step is taken back: its annotations

    @cached_property
    def linking(self) -> LinkMaking:
        """The link that is being made."""
        from tui.reading.link_making import LinkMaking

        return LinkMaking(self._reading)

    @cached_property
    def dropped(self) -> DroppedDecisions:
        """The decisions on claims that went with their tags."""
        from tui.tagging import DroppedDecisions

        return DroppedDecisions(self._reading.session.palette.open_status)

    def allowed(self, document: Document) -> bool:
        """Whether marks on a document can be kept; says so where they cannot."""
        if self.cut_off():
            return False
        if (reason := self._refused.get(document.path)) and not document.complete:
            self._reading.say(f"Marks here could not be saved: {reason}", "warning")
            return False
        if self._reading.session.documents.saveable(document.path):
            return True
        self._reading.say("What came by standard input has no file to keep marks for", "warning")
        return False

    def cut_off(self) -> bool:
        """Whether the passage here may go on in text that is still being read; says so then."""
        view = self._reading.pane.view
        span = view.focus_span() if view else None
        if view is None or span is None or view.document.complete:
            return False
        if self.refuses(view.document.path) or view.document.text[span.end :].strip():
            return False
        words = "The rest of this text is still being read; try again in a moment"
        self._reading.say(words, "warning")
        return True

    def refuse(self, path: str, reason: str) -> None:
        """Takes no marks on a document of which only the beginning can be read."""
        self._refused[path] = reason

    def refuses(self, path: str) -> bool:
        """Whether only the beginning of a document can be read, as far as is known."""
        return path in self._refused

    def accept(self, path: str) -> None:
        """Takes marks on a document again, once it could be read."""
        self._refused.pop(path, None)

    @property
    def context(self) -> Context:
        """Where keys of the text go: to a selection or not, and whether a mark is being moved."""
        view = self._reading.pane.view
        selecting = view is not None and view.selection is not None
        if getattr(self._reading.panel, "moving", False):
            return "placing" if selecting else "moving"
        return "selecting" if selecting else "reading"

    def here(self) -> list[PlacedAnnotation]:
        """The annotations on the selection, or else on the current sentence."""
        pane = self._reading.pane
        span = pane.view.focus_span() if pane.view else None
        return pane.marks.overlapping(*span) if span else []

    def current(self) -> PlacedAnnotation | None:
        """Which of the annotations here the keys act on."""
        return self.standing().current

    def standing(self) -> Standing:
        """The annotations here, and which of them the keys act on."""
        here, pane = self.here(), self._reading.pane
        if (one := self._resized()) is not None:
            return Standing([one], one, pane.marks.whole)
        now = current(here, pane.view, self._reading.session.author)
        span = pane.view.focus_span() if pane.view else None
        gone = pane.marks.gone(*span) if span else ()
        return Standing(here, now, pane.marks.whole, gone)

    def _resized(self) -> PlacedAnnotation | None:
        """The annotation of which it is being chosen what it marks, if one is."""
        view, session = self._reading.pane.view, self._reading.session
        of = view.selection.of if view is not None and view.selection is not None else ""
        return session.find(session.author, of) if of else None

    def edit(self, description: str, document: Document, change: Change) -> None:
        """Changes an annotation, on the screen now and on disk as soon as can be.

        ``document`` is the text that the change was made on, which may have been read again since.
        """
        self.edit_in(description, [(document, change)])

    def edit_in(self, description: str, edits: Sequence[tuple[Document, Change]]) -> None:
        """Changes annotations of several documents in one step."""
        from annotations.decisions import with_decision

        author = self._reading.session.author
        decided = [(document, with_decision(change, author)) for document, change in edits]
        changes = [(document.path, change) for document, change in decided]
        self._reading.session.carry_out(description, changes)
        self._reading.desk.save_together([(document, [change]) for document, change in decided])
        self._show(changes)

    def _show(self, changes: Sequence[tuple[str, Change]]) -> None:
        self._reading.show_marks(self._reading.session.company.reach(changes))
        if self._reading.bars.announcing and not self._reading.session.waiting():
            self._reading.bars.heard()

    async def undo(self) -> Step | None:
        """Takes the last change back. Raises StepRefused, and CannotOpen as ``redo`` does."""
        texts = await self._texts_ahead(undoing=True)
        return self._stepped(self._reading.session.undo(texts), texts)

    async def redo(self) -> Step | None:
        """Does again what was taken back. Raises StepRefused.

        Raises CannotOpen where a document of the step has no text to save on; nothing is done then,
        and the step can still be taken when the document is back.
        """
        texts = await self._texts_ahead(undoing=False)
        return self._stepped(self._reading.session.redo(texts), texts)

    async def _texts_ahead(self, *, undoing: bool) -> Mapping[str, Document]:
        """The texts that the next step is to be saved on. Raises CannotOpen."""
        from tui.reading.many_changes import texts_for
        from tui.step_texts import today

        history = self._reading.session.history
        while (step := history.ahead(undoing=undoing)) is not None:
            session = self._reading.session
            texts = await texts_for(session, {path for path, _ in today(session, step).changes})
            if history.ahead(undoing=undoing) is step:  # else another was taken meanwhile
                return texts
        return {}

    def _stepped(self, step: Step | None, texts: Mapping[str, Document]) -> Step | None:
        if step is not None:
            self.restored = frozenset(change.annotation_id for _, change in step.changes)
            from annotations.applying import by_document

            many = by_document(step.changes)
            self._reading.desk.save_together(
                (document, many.get(path, [])) for path, document in sorted(texts.items())
            )
            self._show(step.changes)
            self.restored = frozenset()
        return step

    def saved(self, reports: Sequence[SaveReport]) -> None:
        """Hears what saves came to, the last one last."""
        for report in reports:
            self._tell(report)
            self._reading.dialogs.drafts.saved(report.path)
        self._tell_the_end(reports)
        self._reading.refresh_status()
        self._reading.set_timer(bars.SAVED_SECONDS + 0.1, self._reading.refresh_status)

    def _tell(self, report: SaveReport) -> None:
        """Says what the reader has to know of a save."""
        told, self._failure = self._failure, report.state.failure
        if self._failure and not (self._failure == told and self._reading.bars.speaking):
            said = self._reading.bars.beside(f"{self._failure}; it is tried again by itself")
            self._reading.say(said, "error")
        elif report.file is not None and report.file.conflicts:
            said = self._reading.bars.beside(report.file.conflicts[0])
            self._reading.say(said, "warning")
        elif told and report.file is not None and not report.state.unsaved:
            self._reading.say(self._reading.bars.beside("All is saved now"), "success")

    def _tell_the_end(self, reports: Sequence[SaveReport]) -> None:
        """Says when many files were written: what began it was told long ago."""
        state = reports[-1].state
        self._many = self._many or state.files + len(reports) >= MANY_FILES
        if self._many and not state.unsaved:
            self._many = False
            self._reading.say(self._reading.bars.beside("All is saved now"), "success")

    def loaded(self, problems: Sequence[str]) -> None:
        """Shows annotations that were read from disk, and says what is newly wrong with any."""
        self._reading.show_marks()
        if problems:
            more = f" (and {len(problems) - 1} more: sidelight check)" if len(problems) > 1 else ""
            self._reading.say(self._reading.bars.beside(f"{problems[0]}{more}"), "warning")
