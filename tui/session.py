"""The workspace as the reader has it open: documents, and annotations as they are now."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from annotations import steps
from annotations.palette import Palette
from annotations.presence import may_have_annotations
from documents.document import Document
from documents.workspace import Workspace
from tui.absent import Absent
from tui.company import Company
from tui.doings import Doings
from tui.open_documents import OpenDocuments

if TYPE_CHECKING:
    from annotations.annotation_file import AnnotationFile
    from annotations.attention import Tally
    from annotations.collection import Collected
    from annotations.history import History, Lookup, Step
    from annotations.model import Annotation, Change, PlacedAnnotation
    from annotations.store import Store
    from tui.arrivals import Arrived, Loaded
    from tui.pane.marks import Marks
    from tui.placements import Placements


class Adopted(NamedTuple):
    """The documents whose loaded annotations were taken over, and those whose were not.

    ``missed`` ones are to be loaded again when all is saved; those of them that were ``overtaken``
    by a save that is over, at once; ``outdated`` ones when the document has been read again.
    """

    taken: set[str]
    missed: set[str]
    overtaken: set[str]
    outdated: set[str]


class Session:
    """Documents and annotations in memory, changed at once; saving them is another's work.

    ``author`` is whose annotations are made and changed; other people's are shown and left alone.
    """

    def __init__(
        self,
        workspace: Workspace,
        author: str,
        *,
        encoding: str | None = None,
        extra: Iterable[Document] = (),
        documents: Mapping[str, Document] | None = None,
    ) -> None:
        """``extra`` came from no file, and has none to keep marks for; ``documents`` did."""
        self.workspace = workspace
        self.author = author
        self.palette = Palette.from_settings(workspace.settings)
        self.documents = OpenDocuments(
            workspace, self._recorded_encoding, encoding=encoding, extra=extra, known=documents
        )
        self._placed: dict[str, dict[tuple[str, str], PlacedAnnotation]] = {}
        self._marks: dict[str, Marks] = {}
        self.company = Company(author, self._all)
        self.unread: dict[tuple[str, ...], str] = {}
        """By document and author, what is wrong with the files that cannot be understood; by the id
        as well, with single annotations."""
        self.absent = Absent()
        self._unplaced: set[str] = set()  # documents where it is to be seen where a change belongs
        self._kept_steps = 0, False
        self.doings = Doings()

    @cached_property
    def history(self) -> History:
        """The steps taken here, now or before, for undo."""
        return self.kept_history()

    def kept_history(self) -> History:
        """The steps that were kept the last time. Blocks."""
        from annotations.undo_file import load_history

        return load_history(self.workspace.root, self.author)

    def take_history(self, history: History) -> None:
        """Takes the steps kept the last time, unless they were taken already."""
        self.__dict__.setdefault("history", history)

    def keep_history(self, *, meanwhile: bool) -> None:
        """Keeps the steps for the next time, if any were taken. Blocks.

        ``meanwhile`` is while what they did is not all on disk.
        """
        if "history" not in self.__dict__:
            return
        steps = self.history.taken, meanwhile
        if steps != self._kept_steps and self.history.taken:
            from annotations.undo_file import save_history

            if save_history(self.workspace.root, self.author, self.history, meanwhile=meanwhile):
                self._kept_steps = steps
        if not meanwhile:
            self.history.settle()

    @cached_property
    def _placements(self) -> Placements:
        from tui.placements import Placements

        return Placements(self.author)

    @cached_property
    def _tally(self) -> Tally:
        from annotations.attention import Tally

        return Tally(self.author)

    @cached_property
    def _choices(self) -> Tally:
        from annotations.attention import Tally
        from annotations.conflicts import asks

        return Tally(self.author, asks)

    @cached_property
    def store(self) -> Store:
        """Where annotations are kept on disk. Not needed before the first paint."""
        from annotations.store import Store

        self.documents.looks_up = True
        return Store(self.workspace)

    @property
    def has_store(self) -> bool:
        """Whether there is anything to read from it, or was: else it need not even be imported."""
        return "store" in self.__dict__ or may_have_annotations(self.workspace.root)

    def _recorded_encoding(self, path: str, step: steps.Step) -> str | None:
        return self.store.recorded_encoding(path, step) if self.has_store else None

    # Annotations

    def load(self, paths: Iterable[str] | None = None, step: steps.Step = steps.at_once) -> Loaded:
        """Reads annotations from disk, of all documents where none are named. Blocks.

        Safe in another thread: it changes nothing here; hand what it gives to ``adopt``. ``step``
        is called between short steps.
        """
        from tui.arrivals import Loaded, arrivals

        begun, seen = self.doings.counts(), self.company.seen
        wanted = None if paths is None else self.absent.related(paths)
        if not self.has_store:
            return Loaded([], [], wanted, begun, {})
        from annotations.collection import collect

        found = collect(self.workspace, self.store, wanted, read=self.documents.today, step=step)
        if found.gone:
            self._stand_where_they_stood(found)
        arrived = arrivals(found.annotations, self.company, step)
        for path in arrived:
            known = self.documents.known(path)
            if known is not None and known.complete:
                _ = known.digest  # made here, so that the screen finds it made
        others = [] if wanted is None else self._besides({*wanted, *arrived})
        overview = self.company.overview(chain(found.annotations, others), seen, step)
        unread: dict[tuple[str, ...], str] = dict(chain(found.unread.items(), found.broken.items()))
        absent = found.found_again, found.gone
        whole = wanted, begun, arrived, overview, unread
        return Loaded(found.annotations, found.problems, *whole, *absent)

    def _stand_where_they_stood(self, found: Collected) -> None:
        """Has what is gone from the disk marked where it stood in the text that is shown still."""
        from tui.last_texts import waiting

        known = self.documents.known
        found.annotations = [
            waiting(one, known(one.document)) if one.document in found.gone else one
            for one in found.annotations
        ]

    def _besides(self, paths: set[str]) -> list[PlacedAnnotation]:
        """The annotations of other documents than these. Safe in another thread."""
        there = [*self._placed.items()]
        return [one for path, some in there if path not in paths for one in [*some.values()]]

    def adopt(self, loaded: Loaded, pending: Callable[[str], bool]) -> Adopted:
        """Takes over what was loaded, document by document.

        Not where annotations were changed or saved here since the loading began, or where
        ``pending`` says that changes are not on disk yet; and not where they were placed on a text
        that is another than the one that is open.
        """
        from tui.arrivals import arrived

        nothing = arrived({}, self.company)
        fresh = dict.fromkeys(self._placed if loaded.paths is None else loaded.paths, nothing)
        adopted = Adopted(set(), set(), set(), set())
        for path, found in (fresh | dict(loaded.arrived)).items():
            if pending(path) or not self._is_complete(path):
                adopted.missed.add(path)
            elif self.doings.count(path) != loaded.begun.get(path, 0):
                adopted.missed.add(path)
                adopted.overtaken.add(path)
            elif self._is_outdated(path, found.texts):
                adopted.outdated.add(path)
            else:
                adopted.taken.add(path)
                self._take(path, found)
        self._look_over(loaded, adopted)
        self.absent.take(loaded.found_again, loaded.gone, loaded.paths)
        again = loaded.paths
        kept = {} if again is None else {k: v for k, v in self.unread.items() if k[0] not in again}
        self.unread = {**kept, **loaded.unread}
        return adopted

    def _take(self, path: str, found: Arrived) -> None:
        self._unplaced.discard(path)
        self._placed[path] = dict(found.entries)
        if found.entries or "_tally" in self.__dict__:
            self._tally.take(path, found.waiting)
            self._choices.take(path, found.undecided)
        self._marks.pop(path, None)
        if found.hidden == self.company.hidden:
            self._marks[path] = found.marks

    def _look_over(self, loaded: Loaded, adopted: Adopted) -> None:
        """Takes what was found out of all annotations, if these are what there is now."""
        overview = loaded.overview
        is_all = loaded.paths is None or (overview and overview.seen == self.company.seen)
        if overview and is_all and not (adopted.missed or adopted.outdated):
            self.company.take(overview)
        elif adopted.taken:
            self.company.read()

    def _is_complete(self, path: str) -> bool:
        """Whether annotations can be placed: not while only the beginning of a text is there."""
        known = self.documents.known(path)
        return known is None or known.complete

    def _is_outdated(self, path: str, texts: frozenset[str]) -> bool:
        document = self.documents.known(path)
        return document is not None and bool(texts) and texts != {document.digest}

    def file_states(self, paths: Iterable[str]) -> dict[str, object]:
        """The annotation files of documents as they are on disk, to see them change."""
        if not self.has_store:
            return {}
        return {name: state for name, *state in self.store.states(paths)}

    def wrote(self, path: str) -> None:
        """Hears, in the saver's thread, that the reader's marks on a document were written."""
        from annotations.paths import annotation_path

        own, states = annotation_path(self.author, path), self.file_states([path])
        self.doings.write(path, {name: one for name, one in states.items() if name.endswith(own)})

    def agrees(self, file: AnnotationFile) -> bool:
        """Whether what stands here is what stands in the reader's file, and where it belongs."""
        if file.path in self._unplaced:
            return False
        here = {
            placed.annotation.id: placed.annotation
            for placed in self._placed.get(file.path, {}).values()
            if placed.author == self.author
        }
        there = {one.id: one for one in file.annotations}
        return here == there  # dictionaries ask first whether their values are the same objects

    def marks(self, path: str) -> Marks:
        """The annotations of a document, by place."""
        marks = self._marks.get(path)
        if marks is None:
            marks = self._marks[path] = self.company.marks(self._placed.get(path, {}).values())
        return marks

    def show_layer(self, author: str, *, shown: bool) -> None:
        """Shows the marks of another author, or hides them."""
        self.company.show(author, shown=shown)
        self._marks.clear()

    def _all(self) -> Iterator[PlacedAnnotation]:
        return (placed for entries in self._placed.values() for placed in entries.values())

    def annotated(self) -> dict[str, int]:
        """How many annotations each document has, without those of hidden authors."""
        shows, every = self.company.shows, not self.company.hidden
        counts = {
            path: len(entries) if every else sum(map(shows, entries.values()))
            for path, entries in self._placed.items()
        }
        return {path: count for path, count in counts.items() if count}

    def waiting(self) -> int:
        """How many of the reader's annotations ask for a look, because their text changed."""
        return self._tally.total if self._placed else 0

    def undecided(self) -> int:
        """How many of the reader's annotations were edited twice at once, and wait for a choice."""
        return self._choices.total if self._placed else 0

    def annotations(self, path: str) -> list[PlacedAnnotation]:
        """The annotations of a document, those that lost their place as well."""
        return list(self._placed.get(path, {}).values())

    def everything(self) -> list[PlacedAnnotation]:
        """All annotations, by document and place."""
        return [
            placed
            for path in sorted(self._placed)
            for placed in sorted(self._placed[path].values(), key=_by_place)
        ]

    def said(self, paths: Iterable[str]) -> dict[Hashable, Annotation]:
        """What stands on these documents, by whatever tells annotations apart."""
        return {
            key: placed.annotation
            for path in paths
            for key, placed in self._placed.get(path, {}).items()
        }

    @property
    def deleted(self) -> frozenset[str]:
        """The ids of annotations that the reader has deleted, as far as that can be undone."""
        if "history" not in self.__dict__:
            return frozenset()
        steps, _ = self.history.steps
        changes = (change for step in steps for _, change in step.changes)
        return frozenset(change.annotation_id for change in changes if change.after is None)

    def renamed(self, old: str, document: Document) -> None:
        """Takes ``document`` for what the one at ``old`` has become; its marks come when read."""
        self.documents.replace(document)
        if "history" in self.__dict__:
            self.history.renamed(old, document.path)

    def own(self, placed: PlacedAnnotation) -> bool:
        """Whether the annotation is this reader's to change."""
        return placed.author == self.author

    def has(self, path: str, annotation_id: str) -> bool:
        """Whether the reader's annotation of that id is among those of a document here."""
        return (self.author, annotation_id) in self._placed.get(path, {})

    def find(self, author: str, annotation_id: str, likely: str = "") -> PlacedAnnotation | None:
        """The annotation of that author and id; of whatever document, most ``likely`` this one."""
        if (there := self._placed.get(likely, {}).get((author, annotation_id))) is not None:
            return there
        for entries in self._placed.values():
            if (found := entries.get((author, annotation_id))) is not None:
                return found
        return None

    def reply_to(self, placed: PlacedAnnotation) -> PlacedAnnotation | None:
        """The reader's own reply to an annotation."""
        from annotations.replies import reply_by

        return reply_by(self.author, placed, self.company.relations)

    # Changing them

    def new(self, document: Document, start: int, end: int, **content: object) -> Annotation:
        """A new annotation of a span, not yet added."""
        from dataclasses import replace

        from annotations.model import mark

        fresh = mark(document.text, start, end)
        return replace(fresh, **content)  # type: ignore[arg-type]

    def carry_out(self, description: str, changes: list[tuple[str, Change]]) -> None:
        """Changes annotations in memory and remembers the step, for undo."""
        from tui.step_texts import naming_texts

        self.history.record(description, naming_texts(self, changes))
        self._apply(changes)

    def undo(self, texts: Mapping[str, Document] | None = None) -> Step | None:
        """Takes the last step back; gives what was done for it, as it is to be saved on ``texts``.

        Raises StepRefused where somebody else has changed since what would be undone.
        """
        own = self._own_in(undoing=True)
        return self._again(self.history.undo(own), own, texts)

    def redo(self, texts: Mapping[str, Document] | None = None) -> Step | None:
        """Does again what was last taken back. Raises StepRefused, as ``undo`` does."""
        own = self._own_in(undoing=False)
        return self._again(self.history.redo(own), own, texts)

    def _own_in(self, *, undoing: bool) -> Lookup:
        """What there is today of what the next step changes."""
        from tui.step_texts import path_today

        step = self.history.ahead(undoing=undoing)

        @cache
        def own(path: str, annotation_id: str) -> Annotation | None:
            today = path_today(self, path, annotation_id, step) if step is not None else path
            return self._own(today, annotation_id)

        return own

    def _own(self, path: str, annotation_id: str) -> Annotation | None:
        """The reader's annotation of a document, on disk where it was not loaded yet."""
        if path not in self._placed:
            there = self.store.read(self.author, path).annotations
            return next((one for one in there if one.id == annotation_id), None)
        placed = self._placed[path].get((self.author, annotation_id))
        return placed.annotation if placed else None

    def _again(
        self, step: Step | None, own: Lookup, texts: Mapping[str, Document] | None
    ) -> Step | None:
        if step is not None:
            from tui.step_texts import on_texts, today

            there = texts or {}
            step = today(self, step.left_to_do(own))
            step = on_texts(step, lambda path: there.get(path) or self.documents.known(path))
            self._apply(list(step.changes))
        return step

    def _apply(self, changes: list[tuple[str, Change]]) -> None:
        for path, change in changes:
            entries = self._placed.setdefault(path, {})
            key = (self.author, change.annotation_id)
            old, new = entries.get(key), None
            if change.after is None:
                self._placements.leave(entries.pop(key, None))
            else:
                known = self.documents.known(path)
                new, sure = self._placements.place(path, known, old, change)
                if self.absent.away(path):  # its text stands on the screen alone
                    from tui.last_texts import waiting

                    new, sure = waiting(new, known), not self.absent.like(path)
                entries[key] = new
                if not sure:  # made on the text as it was; where it is now is seen when it is saved
                    self._unplaced.add(path)
            self._tally.replace(path, old, new)
            self.company.changed(old, new)
            self._choices.replace(path, old, new)
            if (marks := self._marks.get(path)) is not None:
                self._marks[path] = marks.replaced(old, new)
            self.doings.edit(path)


def edited(annotation: Annotation, **content: object) -> Annotation:
    """The annotation with other content, modified now."""
    from dataclasses import replace

    from annotations.model import now

    return replace(annotation, modified=now(), **content)  # type: ignore[arg-type]


def _by_place(placed: PlacedAnnotation) -> tuple[int, int, str]:
    start = placed.start if placed.start is not None else placed.annotation.start
    return (start if start is not None else -1, placed.end or 0, placed.annotation.id)
