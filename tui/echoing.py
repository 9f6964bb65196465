"""What the panel of echoes asks for, and who answers it in the thread of the search."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from search_index.echoes.model import Asked, Echoes
    from search_index.search import Searcher


class Answer(NamedTuple):
    """The echoes of a sentence; ``failure`` says what went wrong where there are none to give."""

    asked: Asked
    echoes: Echoes | None
    failure: str = ""


def answer_with(
    answer: Callable[[Answer], None],
    asked: Asked,
    searcher: Searcher,
    overtaken: Callable[[], bool],
) -> None:
    """Calls ``answer`` with the echoes of a sentence, unless something else is asked meanwhile.

    It may be called before that with those that were found soon.
    """
    from search_index.answering import Cancelled

    def early(echoes: Echoes) -> None:
        answer(Answer(asked, echoes))

    try:
        answer(Answer(asked, searcher.echoes(asked, early=early, cancelled=overtaken)))
    except Cancelled:
        return
    except Exception as error:  # told, and nothing else ends with it
        words = f"looking for echoes failed: {error or type(error).__name__}"
        answer(Answer(asked, None, words))
