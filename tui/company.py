"""Who has marked beside the reader, which of them are shown, and how all marks are tied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from annotations.steps import Step, at_once
from tui.pane.marks import Marks

if TYPE_CHECKING:
    from annotations.model import Change, PlacedAnnotation
    from annotations.relations import Relation, Relations


class Layer(NamedTuple):
    """The annotations of one author: how many, the sign that tells them, whether they are shown."""

    author: str
    sign: str
    marks: int
    shown: bool


class Overview(NamedTuple):
    """Of all annotations: the ties between them, and how many each author has.

    ``seen`` is how often anything had changed when it was begun (``Company.seen``).
    """

    relations: Relations
    counts: dict[str, int]
    seen: int


class Company:
    """Everybody's annotations as layers, and the links and replies between them.

    ``hidden`` authors' marks stand neither in the text nor in its margin. The reader's own
    (``author``'s) are always shown.
    """

    def __init__(self, author: str, everything: Callable[[], Iterable[PlacedAnnotation]]) -> None:
        self.author = author
        self.hidden: frozenset[str] = frozenset()
        self.seen = 0
        """How often annotations were read, or one of them changed."""
        self._everything = everything
        self._relations: Relations | None = None
        self._counts: dict[str, int] | None = None
        self._signs: dict[str, str] = {}

    # Following what is there

    def read(self) -> None:
        """Hears that annotations were read, and that any may be another."""
        self.seen += 1
        self._relations = self._counts = None

    def take(self, overview: Overview) -> None:
        """Hears that annotations were read, and what there is of all of them now."""
        self.read()
        self._relations = overview.relations
        self._set_counts(overview.counts)

    def overview(self, everything: Iterable[PlacedAnnotation], seen: int, step: Step) -> Overview:
        """What there is of all annotations, for ``take``. May be called in another thread."""
        from annotations.relations import Relations

        relations, counts = Relations(), dict[str, int]()
        for placed in everything:
            step()
            relations.add(placed)
            counts[placed.author] = counts.get(placed.author, 0) + 1
        return Overview(relations, counts, seen)

    def changed(self, old: PlacedAnnotation | None, new: PlacedAnnotation | None) -> None:
        """Hears that one annotation of the reader's took the place of another."""
        self.seen += 1
        if self._counts is not None:
            own = self._counts.get(self.author, 0)
            self._counts[self.author] = own + (new is not None) - (old is not None)
        if self._relations is not None:
            if old is not None:
                self._relations.discard(old)
            if new is not None:
                self._relations.add(new)

    # Layers

    def marks(self, placed: Iterable[PlacedAnnotation], step: Step = at_once) -> Marks:
        """The marks of a document that are shown, each knowing whose it is."""
        hidden = self.hidden
        return Marks((one for one in placed if one.author not in hidden), self, step)

    def shows(self, placed: PlacedAnnotation) -> bool:
        """Whether an annotation is of a layer that is shown."""
        return placed.author not in self.hidden

    def layers(self) -> list[Layer]:
        """The authors there are, the reader first, then by name."""
        counts, signs = self._counted(), self._signs
        others = sorted(author for author in counts if author != self.author)
        return [
            Layer(author, signs.get(author, ""), counts.get(author, 0), author not in self.hidden)
            for author in (self.author, *others)
        ]

    def show(self, author: str, *, shown: bool) -> None:
        """Shows an author's layer, or hides it; the reader's own stays."""
        if author != self.author:
            self.hidden = self.hidden - {author} if shown else self.hidden | {author}

    @property
    def others(self) -> list[str]:
        """The other authors, by name."""
        return [layer.author for layer in self.layers()[1:]]

    @property
    def left_out(self) -> list[str]:
        """The authors who have marked something here and are not shown."""
        if not self.hidden:
            return []
        return [layer.author for layer in self.layers() if not layer.shown]

    def sign_of(self, placed: PlacedAnnotation) -> str:
        """The character that tells whose an annotation is; empty for the reader's own."""
        if placed.author == self.author:
            return ""
        self._counted()
        return self._signs.get(placed.author, "")

    def _counted(self) -> dict[str, int]:
        if self._counts is None:
            counts: dict[str, int] = {}
            for placed in self._everything():
                counts[placed.author] = counts.get(placed.author, 0) + 1
            return self._set_counts(counts)
        return self._counts

    def _set_counts(self, counts: dict[str, int]) -> dict[str, int]:
        from annotations.author_signs import author_signs

        self._counts = counts
        self._signs = author_signs({self.author, *counts})
        return counts

    # Ties

    @property
    def relations(self) -> Relations:
        """The links and replies between all annotations."""
        if self._relations is None:
            from annotations.relations import Relations

            self._relations = Relations(self._everything())
        return self._relations

    def ties(self, placed: PlacedAnnotation) -> list[Relation]:
        """What an annotation is tied to, from either end; not what hidden authors say of it."""
        ties = self.relations.of(placed)
        return [tie for tie in ties if not self._is_hidden(tie)] if self.hidden else ties

    def hidden_ties(self, placed: PlacedAnnotation) -> list[Relation]:
        """The ties that stand in hidden authors' annotations, and are left out for that."""
        return [tie for tie in self.relations.of(placed) if self._is_hidden(tie)]

    def _is_hidden(self, tie: Relation) -> bool:
        return not tie.outgoing and tie.other is not None and not self.shows(tie.other)

    def is_tied(self, placed: PlacedAnnotation) -> bool:
        """Whether an annotation is tied to any other, from either end."""
        one = placed.annotation
        if one.links or one.reply_to:
            return True
        return self.relations.named(one.id) and bool(self.ties(placed))

    def told(self, placed: PlacedAnnotation) -> list[str]:
        """The ties of an annotation in words, a line each."""
        ties = self.ties(placed)
        if not ties:
            return []
        from tui.relation_words import relation_words

        return [relation_words(tie, placed) for tie in ties]

    def reach(self, changes: Iterable[tuple[str, Change]]) -> set[str] | None:
        """The documents whose margins tell of what these changes touch; None: of any."""
        paths: set[str] = set()
        for path, change in changes:
            paths.add(path)
            for one in (change.before, change.after):
                if one is not None and (one.links or one.reply_to or self.relations.named(one.id)):
                    return None
        return paths
