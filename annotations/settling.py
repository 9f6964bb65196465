"""What a save makes of annotations when their document has changed since they were made."""

from __future__ import annotations

from dataclasses import replace

from annotations.anchoring import KeptText, Placer
from annotations.annotation_file import AnnotationFile
from annotations.merging import merge, named, place_of
from annotations.model import Anchor, Annotation, Change, new_id
from annotations.respanning import on_text
from annotations.steps import Step, at_once
from annotations.toml_values import writable
from documents.document import Document

_SURE = (Anchor.EXACT, Anchor.SHIFTED)


class Settlement:
    """The annotations of one file, on their way to count in ``document``.

    Those that have a sure place in its text move there; the others stay in the text they were
    made on, which ``text`` then names, and say in ``anchor`` what became of them. With
    ``outdated``, ``document`` is itself an older text than the one in the file: then the file's
    annotations stay, and what comes from ``document`` names its text. ``step`` is called between
    short steps.
    """

    def __init__(
        self,
        file: AnnotationFile,
        document: Document,
        kept_text: KeptText,
        *,
        outdated: bool,
        step: Step = at_once,
    ) -> None:
        self.annotations = {each.id: each for each in file.annotations}
        self.conflicts: list[str] = []
        self._file = file
        self._document = document
        self._outdated = outdated
        self._placer = Placer(file, document, kept_text, step)
        if file.digest != document.digest and not outdated:
            for each in file.annotations:
                self.annotations[each.id] = self._settled(each)

    def carry_out(self, change: Change, taken: frozenset[str]) -> None:
        """Takes a reader's change in; ``taken`` are ids that a new annotation must not have."""
        base, ours = change.before, change.after
        if ours is not None and base is None:
            ours = self._unlike_others(ours, taken)
        identifier = ours.id if ours else change.annotation_id
        theirs = self.annotations.get(identifier)
        if ours is not None:
            ours = writable(ours)
            if base is None or theirs is None or place_of(ours) != place_of(base):
                ours = self._seated(ours)
        merged = merge(base, ours, theirs)
        if merged.conflict:
            known = merged.annotation or ours or base
            name = named(known) if known else f"annotation {identifier}"
            self.conflicts.append(f"{name}: {merged.conflict}")
        if merged.annotation is None:
            self.annotations.pop(identifier, None)
        else:
            self.annotations[identifier] = merged.annotation

    def _unlike_others(self, added: Annotation, taken: frozenset[str]) -> Annotation:
        """``added``, under another id if its own is that of a different annotation."""
        there = self.annotations.get(added.id)
        identifier = added.id
        while identifier in taken or (there and there.exact != added.exact):
            identifier = new_id()
            there = self.annotations.get(identifier)
        return added if identifier == added.id else replace(added, id=identifier)

    def _seated(self, annotation: Annotation) -> Annotation:
        """``annotation``, which comes from ``document`` or names its text, as the file holds it."""
        start, end = annotation.start, annotation.end
        if start is None or end is None:
            return annotation
        text, counted_in = self._document.text, annotation.text or self._document.digest
        stands = 0 <= start < end <= len(text) and annotation.exact in (text[start:end], "")
        if counted_in != self._document.digest or not stands:
            return self._settled(annotation) if not self._outdated else annotation
        if self._outdated:
            return replace(annotation, text=self._document.digest)
        return on_text(annotation, text, start, end)

    def _settled(self, annotation: Annotation) -> Annotation:
        placed = self._placer.place(annotation)
        if annotation.start is None:
            return annotation
        if placed.start is not None and placed.end is not None and placed.anchor in _SURE:
            return on_text(annotation, self._document.text, placed.start, placed.end)
        counted_in = annotation.text or self._file.digest or None
        if counted_in != self._document.digest:
            return replace(annotation, text=counted_in, anchor=placed.anchor)
        if placed.start is not None:  # its span counts in no text that is known
            annotation = replace(annotation, start=placed.start, end=placed.end)
        return replace(annotation, text=None, anchor=placed.anchor)
