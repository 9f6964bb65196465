"""Reading annotations and documents from disk beside the screen, and whenever they change there."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from annotations.presence import may_have_drafts
from documents.document import Document, Stamp
from documents.errors import CannotOpen
from tui.collector import COLLECTOR
from tui.reading.pane_row import shows
from tui.reading.unseen import Unseen
from tui.session import Session
from tui.turns import Turns
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.anchoring.revision import Revision
    from tui.arrivals import Loaded
    from tui.reading.conflict_news import ConflictNews
    from tui.reading.news import ChangeNews
    from tui.reading.renames import Renames
    from tui.reading.screen import ReadingScreen
    from tui.reading.stray_copies import StrayCopies
    from tui.saving import SaveReport

OnScreen = Callable[..., None]

_UNSEEN_EVERY = 4
"""Looks at what is in sight for one at what is not."""
_PATIENCE = 5.0
"""Seconds that are waited for the screen to take a text, which may have closed meanwhile."""


class Loader:
    """Loads in threads of its own; what was loaded is taken over in the screen's thread."""

    def __init__(self, session: Session, reading: ReadingScreen, on_screen: OnScreen) -> None:
        self._session = session
        self._reading = reading
        self._on_screen = on_screen
        self._began = time.time_ns()
        self._files: dict[str, object] = {}  # the annotation files in sight, as last seen
        self._texts: dict[str, Stamp] = {}  # documents that changed, as they were when read again
        self._missed: set[str] = set()  # loaded while they were being changed here: to load again
        self._told: set[str] = set()
        self._completing: set[str] = set()  # documents whose rest is being read
        self._news: ChangeNews | None = None
        self._conflicts: ConflictNews | None = None
        self._renames: Renames | None = None
        self.complete = False
        self._unseen = Unseen(session)
        self._looks = 0
        self._looking = False  # at what no pane shows

    def begin(self) -> None:
        """Loads what is in sight, then everything."""
        beginnings, paths = self._in_part(), self._in_sight()
        self._in_thread(self._complete_and_load_all, beginnings, paths)

    def complete_texts(self) -> None:
        """Reads the rest of what is in sight, where only the beginning of a text is."""
        paths = self._in_part()
        if paths:
            self._in_thread(self._complete_and_load, paths)

    def load(self, paths: list[str], *, tell: bool = False) -> None:
        """Reads the annotations of documents again; ``tell`` says what others have changed."""
        work = self._load_changed if tell and self.complete else self._load
        self._in_thread(work, self._renames.with_new(paths) if self._renames else paths)

    def saved(self, reports: Iterable[SaveReport]) -> None:
        """Hears of saves: what now stands on disk may be more than what stands here."""
        unsaved = self._reading.desk.unsaved_paths()
        other: list[str] = []
        missed: list[str] = []
        for report in reports:
            if report.path in unsaved:
                continue
            self._files.update(self._session.doings.written(report.path))
            if report.file and not self._session.agrees(report.file):
                other.append(report.path)
            elif report.path in self._missed:  # what was read meanwhile may be another program's
                missed.append(report.path)
        if other:
            self.load(other)
        if missed:
            self.load(missed, tell=True)

    def look(self) -> None:
        """Reads again what another program has changed of what is in sight."""
        paths = self._in_sight()
        files, texts = self._session.file_states(paths), self._session.documents.states(paths)
        back = self._session.absent.back(texts)
        changed = [one for one in paths if one in back or self._has_changed(one, texts.get(one))]
        if changed:
            self._in_thread(self._reread, changed)
        elif self.complete and files != self._files:
            self._in_thread(self._load_changed, paths)
        if self.complete and (self._renames or len(texts) < len(paths)):
            self._look_for(paths, texts)
        if self.complete and (folders := self._strays.look(paths)):
            self._in_thread(self._strays.read, folders)
        if self.complete:  # until then what is on disk is not what is known here
            self._files = files
        self._texts.update({path: texts[path] for path in changed})
        self._looks += 1
        if self.complete and not self._looking and self._looks % _UNSEEN_EVERY == 0:
            self._look_at_others(paths)

    def _look_at_others(self, paths: Collection[str]) -> None:
        """Reads again what has changed of what is not in sight: not while we write it ourselves."""
        if not self._reading.desk.save_state.files:
            self._looking = True
            marked = dict.fromkeys([*self._session.annotated(), *self._session.absent.names])
            others = [path for path in marked if path not in paths]
            self._in_thread(self._look_elsewhere, others)

    def _look_for(self, paths: list[str], there: Collection[str]) -> None:
        """Looks for documents in sight that are not where they were."""
        if self._renames is None:
            from tui.reading.renames import Renames

            self._renames = Renames(self._reading, self._on_screen, self.load, self._began)
        if due := self._renames.due(paths, there):
            self._in_thread(self._renames.look_for, due)

    @cached_property
    def _strays(self) -> StrayCopies:
        from tui.reading.stray_copies import StrayCopies

        def tell(lines: list[str]) -> None:
            self._on_screen(self._tell_of_strays, lines)

        return StrayCopies(self._session, self._told, tell)

    def _tell_of_strays(self, lines: list[str]) -> None:
        self._told.update(lines)
        self._reading.say(self._reading.bars.beside(*lines), "warning")

    def _tell_of_changes(self, paths: Iterable[str]) -> None:
        """Says what became of the marks in documents that were just placed on their texts."""
        if not self._session.has_store:
            return
        if self._news is None:
            from tui.reading.news import ChangeNews

            self._news = ChangeNews(self._reading)
        self._news.tell(paths)

    def _tell_of_conflicts(self, paths: Iterable[str], *, quiet: bool) -> bool:
        """Says which annotations were edited twice at once, unless they are only learnt of now."""
        if self._conflicts is None:
            from tui.reading.conflict_news import ConflictNews

            self._conflicts = ConflictNews(self._reading)
        return self._conflicts.tell(paths, quiet=quiet)

    def _has_changed(self, path: str, today: Stamp | None) -> bool:
        """Whether a document is another on disk than here; not where it is known to be unreadable.

        A file that is away may come back at any time, and is then looked at as it was known here.
        """
        known = self._session.documents.at(path).stamp
        return None not in (known, today) and today not in (known, self._texts.get(path))

    def _in_sight(self) -> list[str]:
        shown = [pane.document.path for pane in self._reading.panes if pane.document is not None]
        return [path for path in dict.fromkeys(shown) if self._session.documents.saveable(path)]

    def _in_part(self) -> list[str]:
        """The documents in sight whose rest is to be read, and is not being read yet."""
        documents = [pane.document for pane in self._reading.panes]
        paths = {one.path for one in documents if one is not None and not one.complete}
        unreadable = {path for path in paths if self._reading.editing.refuses(path)}
        fresh = sorted(paths - self._completing - unreadable)
        self._completing.update(fresh)
        return fresh

    # In a thread

    def _in_thread(self, work: Callable[..., None], *paths: list[str]) -> None:
        def guarded() -> None:
            try:
                with COLLECTOR.resting():
                    work(*paths)
            except Exception as error:  # told, and nothing else ends with it
                problem = f"annotations could not be read: {error or type(error).__name__}"
                self._on_screen(self._failed, problem)

        threading.Thread(target=guarded, name="load", daemon=True).start()

    def _complete_and_load(self, paths: list[str]) -> None:
        self._complete(paths)
        self._load(paths)

    def _complete(self, paths: Iterable[str]) -> None:
        """Reads whole texts, and waits until the screen has taken them."""
        for path in paths:
            taken = threading.Event()
            try:
                whole = self._session.documents.read(path, Turns().pass_on)
            except CannotOpen as error:
                self._on_screen(self._unreadable, path, error.reason)
                continue
            self._on_screen(self._completed, whole, taken)
            taken.wait(_PATIENCE)
            _ = whole.digest  # made here, so that the first mark finds it made

    def _complete_and_load_all(self, beginnings: list[str], paths: list[str]) -> None:
        self._complete(beginnings)
        for document in self._session.documents.misread(paths, Turns().pass_on):
            self._on_screen(self._reading.row.reread, document)
        self._files = self._session.file_states(paths)
        self._load(paths)
        if self._session.has_store:
            self._unseen.learn({path for _, path in self._session.store.records()}, Turns().pass_on)
        self._load(None)
        if self._session.has_store:
            self._session.store.sweep(self._session.author)
            self._on_screen(self._session.take_history, self._session.kept_history())
        self._find_drafts()
        gc.freeze()  # what was loaded stays: no collection has to look at it

    def _find_drafts(self) -> None:
        if not may_have_drafts(self._session.workspace.root):
            return
        from annotations.drafts import left_drafts

        found = left_drafts(self._session.workspace.root, self._session.author)
        if found:
            self._on_screen(self._reading.dialogs.drafts.offer, found)

    def _load(self, paths: Iterable[str] | None) -> None:
        self._on_screen(self._loaded, self._session.load(paths, Turns().pass_on))

    def _load_changed(self, paths: list[str]) -> None:
        self._on_screen(self._annotated_elsewhere, self._session.load(paths, Turns().pass_on))

    def _look_elsewhere(self, paths: list[str]) -> None:
        """Loads what changed of documents that no pane shows: they are counted all the same."""
        try:
            changed = self._unseen.changed(paths, Turns().pass_on)
            if changed:
                self._load(changed)
        finally:
            self._looking = False

    def _reread(self, paths: list[str]) -> None:
        from tui.reading.selections import revision_of

        for path in paths:
            with suppress(CannotOpen):
                document = self._session.documents.read(path, Turns().pass_on)
                _ = document.digest  # made here, so that the screen finds it made
                revision = revision_of(self._reading, document, Turns().pass_on)
                self._on_screen(self._changed_on_disk, document, revision)
        self._load(paths)

    # In the screen's thread

    def _changed_on_disk(self, document: Document, revision: Revision | None = None) -> None:
        from tui.reading.matches import Matches
        from tui.reading.selections import Selections

        before = self._session.documents.at(document.path)
        self._reading.editing.accept(document.path)
        selected = Selections(self._reading.row, document.path)
        matches = Matches(self._reading.row, document.path)
        self._reading.row.reread(document)
        more = selected.put_back(document, revision)
        matches.put_back(document)
        self._reading.searches.files_changed(fresh=True)
        shown = document.path in self._in_sight()
        if shown and (before.stamp is None or before.stamp != document.stamp):  # or the encoding
            words = "has changed on disk; this is how it reads now"
            words = f"{visible(document.path)} {words}{more and f'; {more}'}"
            self._reading.say(self._reading.bars.beside(words))

    def _annotated_elsewhere(self, loaded: Loaded) -> None:
        """Takes over annotations that another program has changed, and says how many those are."""
        from annotations.differences import differences

        paths = {*(loaded.paths or ()), *loaded.arrived}
        broken = {key[1:] for key in {**self._session.unread, **loaded.unread}}
        before = self._session.said(paths)
        told = self._loaded(loaded)
        after, written = self._session.said(paths), self._reading.dialogs.written_on
        known, now = (
            {k: v for k, v in said.items() if k not in broken} for said in (before, after)
        )
        if not told and (words := str(differences(known, now, self._session.deleted))):
            edited = {one.note for one in before.values() if one.id == written} != {
                one.note for one in after.values() if one.id == written
            }
            mine = "; among them the note you are writing: both are kept" if edited else ""
            words = f"Changed by another program: {words}{mine}"
            self._reading.say(self._reading.bars.beside(words))

    def _unreadable(self, path: str, reason: str) -> None:
        self._completing.discard(path)
        self._reading.editing.refuse(path, reason)
        problem = f"Only the beginning of {visible(path)} can be read: {reason}"
        self._reading.say(self._reading.bars.beside(problem), "error")

    def _completed(self, whole: Document, taken: threading.Event) -> None:
        self._completing.discard(whole.path)
        self._reading.editing.accept(whole.path)
        shown = [pane.document for pane in self._reading.panes if shows(pane, whole.path)]
        if all(one is None or whole.text.startswith(one.text) for one in shown):
            self._reading.row.complete(whole)
            self._reading.finding.text_completed(whole)
        else:
            self._changed_on_disk(whole)
        taken.set()

    def _told_before(self, loaded: Loaded) -> list[str]:
        """What was told already of documents that were renamed, maybe on another day."""
        told = self._reading.desk.positions.renamed
        if not (told or loaded.found_again):
            return []
        from tui.reading.renames import told_before

        return told_before(told, loaded.found_again, all_known=loaded.paths is None)

    def _failed(self, problem: str) -> None:
        self.complete = True
        self._reading.editing.loaded([problem])

    def _loaded(self, loaded: Loaded) -> bool:
        """Takes over what was loaded; whether it is told of edits made twice at once."""
        known, unread = self.complete, self._session.unread
        if known and loaded.paths:
            from tui.reading.gone import let_go

            let_go(self._reading, loaded.paths)
        adopted = self._session.adopt(loaded, self._reading.desk.pending)
        self._missed = (self._missed - adopted.taken | adopted.missed) - adopted.overtaken
        self.complete = self.complete or loaded.paths is None
        again = self._told_before(loaded)
        apart = {*self._told, *loaded.unread.values(), *loaded.gone.values(), *again}
        news = [problem for problem in loaded.problems if problem not in apart]
        self._told.update(news)
        self._reading.editing.loaded(news)
        self._tell_of_changes(adopted.taken)
        if adopted.outdated:
            self._in_thread(self._reread, sorted(adopted.outdated))
        if adopted.overtaken:  # no other save will have them read again
            self.load(sorted(adopted.overtaken), tell=known)
        told = self._tell_of_conflicts(adopted.taken, quiet=not known)
        if self._session.unread == unread:
            return told
        from tui.reading.unread_files import tell

        return tell(self._reading, unread) or told
