"""What the reader is asked, and who hears the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

Hear = Callable[[str], None]


class Question(NamedTuple):
    """A question that is answered with a line of text.

    ``submit`` hears the answer, ``on_change`` each state of it while it is typed, and
    ``on_cancel`` is called where there is none. ``earlier`` answers, the last one last, are
    brought back by the arrows. ``answers`` says above the line, in lines, what each of them does,
    where a hint in it would be cut off.
    """

    words: str
    submit: Hear
    initial: str = ""
    hint: str = ""
    on_change: Hear | None = None
    on_cancel: Callable[[], None] | None = None
    earlier: Sequence[str] = ()
    answers: str = ""
