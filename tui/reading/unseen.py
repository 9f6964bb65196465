"""Documents that no pane shows, and their annotations: whether another program has changed any."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotations.steps import Step

if TYPE_CHECKING:
    from documents.document import Stamp
    from tui.session import Session

    _State = tuple[Stamp | None, dict[str, object]]


class Unseen:
    """Remembers how documents and their annotation files were on disk when it looked last."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._states: dict[str, _State] = {}

    def learn(self, paths: Iterable[str], step: Step) -> None:
        """Looks at documents before they are read, so that no change goes unseen. Blocks."""
        for path in paths:
            self._states[path] = self._state(path)
            step()

    def _state(self, path: str) -> _State:
        text = self._session.documents.states([path]).get(path)
        return text, self._session.file_states([path])

    def changed(self, paths: Iterable[str], step: Step) -> list[str]:
        """Those that are others than the last time; of one not known yet it is learnt. Blocks.

        One that was read here must still be as it was read; what was written here has not changed.
        ``step`` is called between short steps.
        """
        found: list[str] = []
        for path in paths:
            text, _ = state = self._state(path)
            before = self._states.get(path, state)
            known = self._session.documents.known(path) if path not in self._states else None
            ours = before[0], {**before[1], **self._session.doings.written(path)}
            if state not in (before, ours) or (
                known is not None and known.stamp not in (None, text)
            ):
                found.append(path)
            self._states[path] = state
            step()
        return found
