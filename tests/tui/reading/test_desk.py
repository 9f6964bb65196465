"""What is opened when the reader comes back."""

from __future__ import annotations

from tui.reading.desk import _opened
from tui.reading.positions import OpenPane, Positions


def test_the_active_pane_stays_active_where_one_before_it_is_gone() -> None:
    kept = [OpenPane("gone.txt"), OpenPane("b.txt"), OpenPane("c.txt")]
    panes, active = _opened([], ["b.txt", "c.txt"], Positions(panes=kept, active=1))
    assert [pane.path for pane in panes] == ["b.txt", "c.txt"]
    assert panes[active].path == "b.txt"
