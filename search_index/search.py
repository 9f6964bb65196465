"""Searching a workspace: from a query to its hits, best first."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from math import inf
from typing import TYPE_CHECKING, TypeVar

from annotations.steps import Step, at_once
from annotations.store import Store
from documents.workspace import Workspace
from search_index.annotation_files import AnnotationFiles
from search_index.answering import Cancelled, Findings, Sources, find, find_forms
from search_index.hits import Hit, Results
from search_index.in_memory.fresh_texts import FreshTexts
from search_index.indexing.updating import opened_index
from search_index.marks import Marks
from search_index.presenting import form_hits, hits
from search_index.queries.parsing import parse
from search_index.queries.query import Node, Query, asks_for_words, is_plain
from search_index.queries.refusing import Refused
from search_index.snapshot import Snapshot, take_snapshot
from search_index.texts import Texts
from search_index.time_limits import SECONDS, TookTooLong, looking_round, reading, time_limit
from search_index.view import Damaged, View, Views

if TYPE_CHECKING:
    from search_index.echoes.model import Asked, Echoes
    from search_index.facets import Facet
    from search_index.occurrences import Occurrences

DEFAULT_LIMIT = 50
_SECONDS_FOR_FORMS = 2e-7
"""For a byte of the texts: to look for other forms of a word, all of them are gone through."""

_MANY = 50
"""Documents that no index knows: from here on they are read in one go."""

Found = TypeVar("Found")


class Searcher:
    """Answers queries about one workspace; each thread needs its own.

    The hits are those of the texts and annotations as they are now, whatever state the index is
    in. Texts and annotations that were read are kept for the next query, within bounds. With
    ``patience``, the workspace is looked over for changes no more often than every so many
    seconds, which pays while somebody types; with ``look``, which tells how it stands, that is
    somebody else's work. ``step`` is called between short steps of work with annotations. An
    answer that would take longer than ``seconds``, beyond reading the texts, is not given.
    """

    def __init__(
        self,
        workspace: Workspace,
        store: Store,
        *,
        patience: float = 0.0,
        look: Callable[[], Snapshot] | None = None,
        step: Step = at_once,
        seconds: float = SECONDS,
    ) -> None:
        self._workspace = workspace
        self._store = store
        self._files = AnnotationFiles(store, step)
        self._texts = Texts(workspace, self._files)
        self._marks = Marks(store, self._files, self._texts, step)
        self._index = opened_index(workspace)
        self._fresh = FreshTexts(self._texts)
        self._views = Views([*([self._index] if self._index else []), self._fresh])
        self._patience = patience
        self._seconds = seconds
        self._look = look
        self._looked: tuple[float, Snapshot] | None = None

    def search(
        self,
        query: str,
        *,
        limit: int | None = DEFAULT_LIMIT,
        within: Collection[str] | None = None,
        forms: bool = False,
        growing: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> Results:
        """The hits of ``query``, best first, at most ``limit``; only in the documents ``within``.

        With ``forms``, other forms of its words follow as a group of their own: inflections, and
        accents left off. A query that is ``growing``, since somebody types it, is read as what
        it may become: its last word is the beginning of one.
        ``cancelled`` is asked between documents whether the answer is no longer wanted. No query
        is an error: ``understood`` in the results says how it was read.
        """
        parsed = parse(query, growing=growing)
        if parsed.root is None:
            return _no_answer(parsed)
        try:
            return self._answer(parsed, within, limit, forms, _checking(cancelled))
        except Refused as refusal:
            return _no_answer(parsed, refused=[self._why(refusal, parsed.root)])
        except Cancelled:
            return _no_answer(parsed, cancelled=True)

    def prepare(self, step: Step = at_once) -> bool:
        """Does beforehand what the next query would have to do, or all queries again and again.

        Takes up what a builder of the index has written, and takes into memory what no index
        knows; from the first time on no query does that while it can do without. ``step`` is
        called between short steps, and may raise what ends it; the next time goes on from there.
        Returns whether there may be more to do soon: the index is not complete.
        """
        snapshot = self._seen(None)
        try:
            view = self._take_up(snapshot, step)
            for _ in self._fresh.take_in(_unknown(view), snapshot, step):
                step()
                view = self._views.take_up(snapshot, step)
        except Damaged:
            self._views.drop()
            return True
        return self._index is not None and not view.indexed

    def take_up(self) -> None:
        """Takes up what a builder of the index has written, which is left to ``prepare`` else."""
        with suppress(Damaged):
            self._take_up(self._seen(None), at_once)

    def _take_up(self, snapshot: Snapshot, step: Step) -> View:
        step()
        self._fresh.let_go(snapshot, self._index.refresh().places if self._index else {})
        step()
        return self._views.take_up(snapshot, step)

    def suggestions(
        self,
        query: str,
        *,
        within: Collection[str] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[str]:
        """What may have been meant where ``query`` finds nothing; queries, the likeliest first.

        Figures as others write them; else words like those that are not known, without accents or
        misspelt; else the words of phrases with other signs between. Each of them finds something
        in the documents ``within``.
        """

        def finds(query: str) -> bool:
            return bool(self.search(query, limit=0, within=within, cancelled=cancelled).total)

        root = parse(query).root
        ways = (_with_other_figures, self._meant, _loosened)
        return next((found for way in ways if (found := [*filter(finds, way(root))])), [])

    def doubts(self, query: str) -> list[str]:
        """What in ``query`` may not be what it was meant to be, a line each: no date, no field.

        Where all of it is, what it asks for that there is none of.
        """
        from annotations.palette import DEFAULT_STATUSES
        from search_index.queries.doubting import doubts

        root, statuses = parse(query).root, self._workspace.settings.statuses or DEFAULT_STATUSES
        return doubts(root, statuses) or (self._absences(root) if root is not None else [])

    def _absences(self, root: Node) -> list[str]:
        from search_index.absences import absences

        try:
            with time_limit(self._seconds):
                return absences(root, self._sources(View(self._seen(None))))
        except TookTooLong:
            return []

    def _meant(self, root: Node | None) -> list[str]:
        from search_index.queries.suggesting import suggestions, words_of

        try:
            with time_limit(self._seconds):
                try:
                    found = suggestions(root, self._views.of(self._snapshot()).completions)
                except Damaged:
                    found = []
                return found or suggestions(root, words_of(self._texts.kept()))
        except TookTooLong:
            return []

    def occurrences(
        self,
        query: str,
        *,
        within: Collection[str] | None = None,
        growing: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> Occurrences:
        """Where the words of ``query`` stand in the texts, in natural order of the documents.

        A query is ``growing`` as in a search. Raises Cancelled, then or while they are read, once
        ``cancelled`` says so.
        """
        from search_index.occurrences import Occurrences

        parsed, check = parse(query, growing=growing), _checking(cancelled)
        if parsed.root is None:
            return Occurrences(parsed.understood, self._texts)
        try:
            found = self._find(parsed.root, within, check)
        except Refused as refusal:
            why = self._why(refusal, parsed.root)
            return Occurrences(parsed.understood, self._texts, refused=[why])
        return Occurrences(parsed.understood, self._texts, found, check)

    def echoes(
        self,
        asked: Asked,
        *,
        within: Collection[str] | None = None,
        early: Callable[[Echoes], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Echoes:
        """What in the other documents speaks of the same thing as a sentence.

        Where some of it is found soon, ``early`` is called with that. Raises Cancelled once
        ``cancelled`` says so.
        """
        from search_index.echoes.finding import find_echoes

        return self._from_index(
            partial(find_echoes, asked, early), self._seen(within), _checking(cancelled)
        )

    def _answer(
        self,
        query: Query,
        within: Collection[str] | None,
        limit: int | None,
        forms: bool,
        check: Callable[[], None],
    ) -> Results:
        assert query.root is not None
        found = self._find(query.root, within, check)
        snapshot = found.view.snapshot
        best = hits(found, self._texts, limit)
        total, documents = found.total, found.documents
        if forms:
            with time_limit(self._seconds + snapshot.size * _SECONDS_FOR_FORMS):
                others = find_forms(query.root, self._sources(found.view), check, found)
            best = chain(best, form_hits(others, found, self._texts))
            total, documents = total + others.total, documents | others.documents
        return Results(
            list(_checked(islice(best, limit), check)),
            total,
            query.understood,
            indexed=found.view.indexed,
            documents=len(documents),
            problems=[*self._texts.problems.values(), *self._files.problems.values()],
            plain=f"{query.plain} ({query.hint})" if query.hint and total else query.plain,
            known=found.view.up_to_date,
            searched=len(snapshot.documents),
            facets=partial(self._facets, query.root, found, check),
        )

    def _facets(self, root: Node, found: Findings, check: Callable[[], None]) -> list[Facet]:
        """The ways to narrow an answer; none where it was called off, or cannot be told."""
        from search_index.facets import facets

        try:
            with time_limit(self._seconds):
                return facets(root, found, self._sources(found.view), check)
        except (Cancelled, Refused, Damaged):
            return []

    def _find(
        self, root: Node, within: Collection[str] | None, check: Callable[[], None]
    ) -> Findings:
        with time_limit(inf if is_plain(root) else self._seconds):
            with looking_round():
                snapshot = self._seen(within)
            if asks_for_words(root):
                self._sweep(snapshot, check)
            return self._from_index(partial(find, root), snapshot, check)

    def _sweep(self, snapshot: Snapshot, check: Callable[[], None]) -> None:
        """Reads what no index knows in one go, where that is much: a query would read it all."""
        if self._views.tell_all_of(snapshot):
            return
        with suppress(Damaged), reading():
            view = self._views.of(snapshot)
            if len(view.documents.unknown) >= _MANY:
                self._fresh.sweep(_unknown(view), snapshot, check)

    def _from_index(
        self,
        ask: Callable[[Sources, Callable[[], None]], Found],
        snapshot: Snapshot,
        check: Callable[[], None],
    ) -> Found:
        """What something finds, by the index; or without, where it turns out to be damaged."""
        try:
            with looking_round():
                view = self._views.of(snapshot)
            return ask(self._sources(view), check)
        except Damaged:
            self._views.drop()
            return ask(self._sources(View(snapshot)), check)

    def _why(self, refusal: Refused, root: Node) -> str:
        """What is told in place of an answer."""
        if not isinstance(refusal, TookTooLong):
            return str(refusal)
        from search_index.queries.advice import advice

        allowed = "1 second" if self._seconds == 1 else f"{self._seconds:g} seconds"
        allowed = "a second" if self._seconds == SECONDS else allowed
        return f"this would take longer than {allowed}: {advice(root)}"

    def _sources(self, view: View) -> Sources:
        return Sources(view, self._texts, self._marks)

    def _seen(self, within: Collection[str] | None) -> Snapshot:
        """The workspace as it is now, as far as it is to be searched."""
        snapshot = self._snapshot()
        self._files.see(snapshot)
        self._texts.see(snapshot)
        return snapshot if within is None else snapshot.within(frozenset(within))

    def _snapshot(self) -> Snapshot:
        if self._look is not None:
            return self._look()
        now = time.monotonic()
        if self._looked and now - self._looked[0] < self._patience:
            return self._looked[1]
        self._looked = (now, take_snapshot(self._workspace, self._store))
        return self._looked[1]


def _unknown(view: View) -> list[str]:
    """The documents of which nothing is known, the last first: a builder begins at the front."""
    return [view.paths[number] for number in sorted(view.documents.unknown, reverse=True)]


def _with_other_figures(root: Node | None) -> list[str]:
    from search_index.queries.figures import written_otherwise
    from search_index.queries.wording import wording

    return [wording(one) for one in written_otherwise(root)]


def _loosened(root: Node | None) -> list[str]:
    """The query as it might find more; none where it is that already."""
    from search_index.queries.loosening import loosened
    from search_index.queries.wording import wording

    less = root and loosened(root)
    return [] if less is None or less == root else [wording(less)]


def _no_answer(query: Query, *, refused: Sequence[str] = (), cancelled: bool = False) -> Results:
    return Results(
        [],
        0,
        query.understood,
        False,
        problems=[*refused],
        cancelled=cancelled,
        refused=bool(refused),
        plain=query.plain,
    )


def _checked(hits: Iterable[Hit], check: Callable[[], None]) -> Iterator[Hit]:
    """These hits; before each it is looked whether they are still wanted."""
    for hit in hits:
        check()
        yield hit


def _checking(cancelled: Callable[[], bool] | None) -> Callable[[], None]:
    def check() -> None:
        if cancelled and cancelled():
            raise Cancelled

    return check
