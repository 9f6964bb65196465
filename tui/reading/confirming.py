"""Asking the reader for a yes before something that cannot be seen at a glance is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.reading.question import Question

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

THEN_ENTER = "then enter"
"""What stands behind a question until it is answered: a letter alone does nothing."""


def is_yes(answer: str) -> bool:
    """Whether somebody has typed yes."""
    return answer.strip().lower() in ("y", "yes")


async def confirm(
    reading: ReadingScreen, words: str, yes: Callable[[], None], no: str = ""
) -> None:
    """Asks ``words``, and calls ``yes`` once that was answered; else says ``no``.

    What enter will do is told beside the answer while it is typed.
    """

    def preview(answer: str) -> None:
        does = "enter does it" if is_yes(answer) else "enter leaves all as it is"
        reading.dialogs.show_aside(does if answer.strip() else "")

    def submit(answer: str) -> None:
        if is_yes(answer):
            yes()
        else:
            reading.say(no)

    question = Question(f"{words} (yes/no)", submit, hint=THEN_ENTER, on_change=preview)
    await reading.dialogs.ask(question)
