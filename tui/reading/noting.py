"""What a note is on that is being written, in words for the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quoting import in_quotation_marks
from tui.relation_words import shortened

if TYPE_CHECKING:
    from annotations.drafts import Subject
    from tui.session import Session


def about(session: Session, subject: Subject) -> str:
    """What a note on ``subject`` is on: some words, another's annotation, or a whole text."""
    if not subject.exact:
        return f"Note on the whole text of {subject.document}"
    quote = in_quotation_marks(shortened(subject.exact))
    if not subject.reply_to:
        return f"Note on {quote}"
    answered = (one for one in session.everything() if one.annotation.id == subject.reply_to)
    author = next((f" to {one.author}" for one in answered if not session.own(one)), "")
    return f"Reply{author} on {quote}"
