"""Documents that are renamed or moved while they are read: found again by their text, and told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from documents.errors import CannotOpen
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.collection import FoundAgain
    from documents.document import Document
    from tui.reading.screen import ReadingScreen


class Absences:
    """How often in a row documents were not there: it is looked for them ever more seldom.

    Not the first time: an editor that replaces a file may take it away for a moment.
    """

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def due(self, gone: Iterable[str]) -> list[str]:
        """Those of the documents that are ``gone`` which are to be looked for now."""
        self._times = {path: self._times.get(path, 0) + 1 for path in gone}
        return [path for path, n in self._times.items() if n > 1 and n & (n - 1) == 0]


def told_before(
    told: dict[str, str], found_again: Mapping[str, FoundAgain], *, all_known: bool
) -> list[str]:
    """The lines about documents that go by another path now which were told already.

    ``told`` has those paths by the old ones, also from days before, and is brought up to date: the
    others are told from now on. With ``all_known``, what is not found again is where it was.
    """
    known = [one.line for path, one in found_again.items() if told.get(path) == one.path]
    if all_known:
        told.clear()
    told.update((path, one.path) for path, one in found_again.items())
    return known


class Renames:
    """Looks for the documents in sight that are gone from their places."""

    def __init__(
        self,
        reading: ReadingScreen,
        on_screen: Callable[..., None],
        load: Callable[..., None],
        since: int,
    ) -> None:
        """``load`` reads the annotations of documents again.

        ``since`` is when the program began, in nanoseconds since the epoch.
        """
        self._reading = reading
        self._on_screen = on_screen
        self._load = load
        self._since = since
        self._absences = Absences()
        self._told: set[str] = set()
        self._became: dict[str, str] = {}

    def due(self, paths: Iterable[str], there: Collection[str]) -> list[str]:
        """The documents to look for: of ``paths``, those that are not ``there`` any more."""
        known = self._reading.session.documents.known
        self._told.difference_update(there)
        gone = (path for path in paths if path not in there)
        return self._absences.due(p for p in gone if (one := known(p)) and one.complete)

    def with_new(self, paths: Iterable[str]) -> list[str]:
        """The documents, and what those became that were renamed here."""
        return [
            *dict.fromkeys(new for path in paths for new in (path, self._became.get(path, path)))
        ]

    def look_for(self, paths: Iterable[str]) -> None:
        """Looks through the workspace for the texts of documents. Blocks."""
        for path in paths:
            self._on_screen(self._looked, path, self._found(path))

    def _found(self, path: str) -> Document | None:
        from annotations.annotation_file import AnnotationFile
        from annotations.relocation import Relocations, is_missing
        from tui.turns import Turns

        session = self._reading.session
        known = session.documents.known(path)
        if known is None or not is_missing(session.workspace, path):
            return None
        reader, encoding, length = known.reader, known.encoding, len(known.text)
        text = AnnotationFile(
            author=session.author,
            path=path,
            digest=known.digest,
            length=length,
            reader=reader,
            encoding=encoding,
        )
        store = session.store
        relocations = Relocations(
            session.workspace,
            session.documents.today,
            store.kept_text,
            findings=store.findings,
            step=Turns().pass_on,
        )
        found = relocations.same([text])
        if found is None or self._stood_beside(found.document, known):
            return None
        return found.document

    def _stood_beside(self, there: Document, gone: Document) -> bool:
        """Whether a document is another than the one that is gone, and was there all along.

        What a file was renamed to is that file, and what it was copied to is newer than this run of
        the program: coming to a name sets the time of a file's last change of status.
        """
        if gone.stamp is not None and there.stamp is not None and gone.stamp[2] == there.stamp[2]:
            return False
        try:
            status = self._reading.session.workspace.file(there.path).stat()
        except (CannotOpen, OSError):
            return True
        return status.st_ctime_ns < self._since

    def _looked(self, path: str, found: Document | None) -> None:
        from tui.reading.selections import Selections

        reading = self._reading
        if not any(one.document and one.document.path == path for one in reading.panes):
            return
        if found is not None:
            self._became[path] = found.path
            reading.desk.positions.renamed[path] = found.path
            self._told.discard(path)
            selected = Selections(reading.row, path)
            reading.row.renamed(path, found)
            selected.put_back(found)
            self._load([path, found.path])
            now = visible(found.path)
            words = f"{visible(path)} was renamed: it is {now} now, and marks are saved there"
            reading.say(reading.bars.beside(words))
            return
        if (old := self._kept_under(path)) is not None:
            self._back_to(old, path)
        elif reading.session.annotations(path) and path not in reading.session.absent.lost:
            self._load([path])  # which tells what becomes of its marks
        elif path not in self._told and not reading.session.annotations(path):
            from tui.reading.gone import gone

            reading.say(reading.bars.beside(gone(path, 0, "", read=True)), "warning")
        self._told.add(path)

    def _kept_under(self, path: str) -> str | None:
        """The older name, gone as well, under which the marks wait of what is gone from ``path``.

        They were read where the document was, and nothing of them was ever saved there.
        """
        session = self._reading.session
        if session.annotations(path) or self._reading.desk.pending(path):
            return None
        names = self._reading.desk.positions.renamed.items()
        lost = (old for old, new in names if new == path and old in session.absent.lost)
        return next((old for old in lost if session.annotations(old)), None)

    def _back_to(self, old: str, path: str) -> None:
        """Shows what is gone from ``path`` by the name again under which its marks are kept."""
        from documents.document import Document

        reading = self._reading
        known = reading.session.documents.known(path)
        if known is None:
            return
        there = Document(
            old,
            known.text,
            kind=known.kind,
            reader=known.reader,
            encoding=known.encoding,
            stamp=known.stamp,
        )
        reading.row.renamed(path, there)
        reading.desk.positions.announced.pop(old, None)  # told again: it is on the screen now
        self._load([path, old])
