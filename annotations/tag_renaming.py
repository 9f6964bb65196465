"""A tag gets another name on all annotations at once, or is merged into a tag that there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from annotations.model import Annotation, Change, PlacedAnnotation, now
from annotations.palette import Palette, falls_under
from annotations.tags import tag_problem

PlacedChange = tuple[str, Change]
"""A document's path, and a change to an annotation of it."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What giving the tag ``old`` the name ``new`` comes to.

    ``changes`` are those to the author's own annotations, ``others`` is how many of other authors
    carry the tag and keep it. ``merges`` says that annotations carried ``new`` before. ``begin``
    and ``end`` are how many of the changed ones begin to wait for review, and no longer do.
    """

    old: str
    new: str
    changes: tuple[PlacedChange, ...] = ()
    others: int = 0
    merges: bool = False
    begin: int = 0
    end: int = 0
    documents: tuple[str, ...] = field(default=())

    def summary(self) -> str:
        """What will be, or was, changed, in a line."""
        count, places = len(self.changes), len(self.documents)
        said = f"{self.old} → {self.new}: {_counted(count, 'annotation')}"
        said += f" in {_counted(places, 'document')}" if count else ""
        if self.others:
            said += f"; only yours are changed, {self.others} of others stay"
        return said


def rename_tag(
    annotations: Iterable[PlacedAnnotation],
    author: str,
    old: str,
    new: str,
    palette: Palette,
    moment: datetime | None = None,
) -> Renaming:
    """The changes that give ``old``, and the tags under it, the name ``new``.

    An annotation that would carry a tag twice carries it once. A decision is never dropped: where
    ``new`` asks for no review, a status stays; where it does, an annotation without one is open.
    Where ``new`` is itself a kind of ``old``, the other kinds of ``old`` keep their names.
    Raises ``ValueError``, in words for a person, where ``new`` cannot be a tag.
    """
    if problem := tag_problem(new) or ("is what it is called already" if new == old else None):
        raise ValueError(f'"{new}" {problem}')
    everything = list(annotations)
    carrying = [one for one in everything if carries(one.annotation.tags, old, new)]
    mine = [one for one in carrying if one.author == author]
    when = moment or now()
    changes = [(one.document, _changed(one.annotation, old, new, palette, when)) for one in mine]
    return Renaming(
        old,
        new,
        tuple(changes),
        len(carrying) - len(mine),
        any(new in one.annotation.tags for one in everything),
        sum(_waits(c.after, palette) and not _waits(c.before, palette) for _, c in changes),
        sum(_waits(c.before, palette) and not _waits(c.after, palette) for _, c in changes),
        tuple(dict.fromkeys(path for path, _ in changes)),
    )


def carries(tags: Iterable[str], old: str, new: str) -> bool:
    """Whether any of these tags is renamed with ``old``."""
    return any(renamed(tag, old, new) != tag for tag in tags)


def renamed(tag: str, old: str, new: str) -> str:
    """The name of ``tag`` once ``old`` is called ``new``."""
    if tag == old:
        return new
    inward = falls_under(new, old)  # else claim/figure would become claim/figure/figure
    return new + tag[len(old) :] if falls_under(tag, old) and not inward else tag


def _changed(before: Annotation, old: str, new: str, palette: Palette, moment: datetime) -> Change:
    tags = tuple(dict.fromkeys(renamed(tag, old, new) for tag in before.tags))
    status = before.status or palette.initial_status(tags)
    return Change(before, replace(before, tags=tags, status=status, modified=moment))


def _waits(annotation: Annotation | None, palette: Palette) -> bool:
    return (
        annotation is not None
        and palette.asks_review(annotation.tags)
        and annotation.status == palette.open_status
    )


def remarks(renaming: Renaming, configured: Sequence[str]) -> list[str]:
    """What else is to be known of a renaming; ``configured`` are the tags of sidelight.toml."""
    said = []
    if renaming.merges and renaming.changes:
        said.append(f"{renaming.new} is in use: the two become one")
    if renaming.end:
        claims = "claim leaves" if renaming.end == 1 else "claims leave"
        said.append(f"{renaming.end} open {claims} the review: {renaming.new} asks for none")
    if renaming.begin:
        wait = "waits" if renaming.begin == 1 else "wait"
        said.append(f"{renaming.begin} more {wait} for review")
    names = [name for name in configured if renamed(name, renaming.old, renaming.new) != name]
    if names:
        said.append(f"sidelight.toml still names {', '.join(names)}: change it there yourself")
    return said


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
