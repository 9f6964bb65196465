"""What waits to be saved, document by document: several changes to an annotation become one."""

from __future__ import annotations

from annotations.model import Change
from documents.document import Document


class Batch:
    """Changes to annotations of one document, made on one text of it, that wait to be saved.

    ``changes`` go by the annotation's id; ``held`` is why they wait for a reason to try again.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.changes: dict[str, Change] = {}
        self.held = ""

    def is_on(self, document: Document) -> bool:
        """Whether the batch was made on this text of the document: not on an older or newer one."""
        mine = self.document
        return mine is document or (
            (mine.path, mine.share) == (document.path, document.share)
            and mine.text == document.text
        )

    def add(self, identifier: str, change: Change) -> None:
        """Takes a further change, joined to what is waiting for the same annotation.

        One that was taken back before it was saved leaves nothing.
        """
        both = joined(self.changes.get(identifier), change)
        if both.before == both.after:
            self.changes.pop(identifier, None)
        else:
            self.changes[identifier] = both


def joined(earlier: Change | None, later: Change) -> Change:
    """Two changes to one annotation as one."""
    if earlier is None:
        return later
    return Change(earlier.before, later.after)
