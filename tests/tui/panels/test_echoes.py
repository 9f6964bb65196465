"""How echoes are listed: whatever stands in them, and however little room there is."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from documents.spans import Span
from search_index.alignment.running_text import UNKNOWN
from search_index.echoes.differing import compared, differences
from search_index.echoes.model import Asked, Echo, Echoes, Place
from tui.echoing import Answer
from tui.pane.painter import Painter
from tui.panels.echoes import EchoList
from tui.themes import THEMES

HERE = "Mayor Drummond said that 14 boats were lost at Kessock."
THERE = "The harbour master denied that 17 boats were lost at Kessock. " * 9


def echo(text: str = THERE, document: str = "a.txt", others: int = 0) -> Echo:
    span, found = Span(0, len(text)), compared(HERE, text, UNKNOWN)
    told = differences(HERE, text, found)
    places = tuple(Place(f"{number}.txt", span) for number in range(others))
    return Echo(document, span, span, text, 0.9, False, found, told, places)


def listed(*echoes: Echo, **rest: bool) -> EchoList:
    asked = Asked(HERE, Span(0, len(HERE)))
    panel = EchoList(Painter(THEMES["dark"]), asked, "K")
    panel.show(Answer(asked, Echoes(echoes, ("boats",), searched=len(echoes) + 1, **rest)))
    return panel


def rows(panel: EchoList, index: int, width: int = 80) -> list[str]:
    return ["".join(text for text, _ in row) for row in panel.entry(index, width)]


def test_what_stands_against_something_comes_before_what_only_one_has() -> None:
    head, *words = rows(listed(echo()), 0)
    assert "14 ≠ 17" in head
    assert "– ≠ denied" in head
    assert head.index("≠ denied") < head.index("only here: Drummond")
    assert len(words) == 3


def test_what_is_not_selected_takes_two_rows_from_the_first_shared_words() -> None:
    far = "It was a long winter in the north, and then in the east, and everybody wrote of it. " * 3
    head, words = rows(listed(echo(), echo(far + HERE)), 1, 60)
    assert head.lstrip().startswith("90%")
    assert words.lstrip().startswith("…")
    assert "Drummond" in words[:60]


@pytest.mark.parametrize("width", [1, 7, 20, 33, 200])
@pytest.mark.parametrize("words", ["\x1b[31m\u202eMayor \x07Drummond", "漢字 14 boats", "", "\n"])
def test_whatever_it_says_nothing_of_it_reaches_the_terminal_raw(words: str, width: int) -> None:
    panel = listed(echo(words, "\x1b]0;a\u202e.txt", 3), echo(words, "b\n.txt"))
    for index in range(2):
        for row in rows(panel, index, width):
            assert not set(row) & set("\x1b\x07\u202e\n")


def test_names_are_a_column_and_long_ones_keep_their_ends() -> None:
    long = "reports/of/the/northern/harbours/2025/02/14/storm.txt"
    panel = listed(echo(document=long), echo(document="b.txt"))
    one, other = (rows(panel, index, 200)[0] for index in range(2))
    assert "storm.txt" in one
    assert one.index("14 ≠") == other.index("14 ≠")


def test_the_next_place_is_shown_and_the_first_after_the_last() -> None:
    panel = listed(echo(others=2))
    shown = []
    for _ in range(4):
        shown.append(panel.place_of(0).document)
        assert panel.next_place()
    assert shown == ["a.txt", "0.txt", "1.txt", "a.txt"]
    assert not listed(echo()).next_place()


def test_the_selection_stays_where_more_are_found() -> None:
    panel = listed(echo(document="b.txt"))
    panel.show(Answer(panel.asked, Echoes((echo(document="a.txt"), echo(document="b.txt")))))
    assert panel.selected_echo() is panel.echoes[1]


def test_the_heading_says_who_has_answered() -> None:
    for rest, words in (
        ({"indexed": True}, "by the index"),
        ({"indexed": False}, "not indexed yet"),
        ({"whole": False}, "looking on"),
    ):
        _, right = listed(echo(), **rest).heading()
        assert words in "".join(text for text, _ in right)
        assert "in 1 of 1 document " in "".join(text for text, _ in right)


def test_it_says_where_not_all_were_read() -> None:
    assert not listed(echo()).foot()
    assert "likeliest were read" in listed(echo(), all_read=False).foot()


def test_the_rows_of_the_selected_one_are_full_but_no_wider() -> None:
    _, first, second, _ = rows(listed(echo()), 0, 60)  # what has no room in the last is cut
    assert 50 < cell_len(first.rstrip()) <= 60
    assert 50 < cell_len(second.rstrip()) <= 60


def test_it_takes_the_rows_that_it_needs_whichever_echo_is_selected() -> None:
    panel = listed(echo(HERE), echo())
    wanted = panel.rows_wanted(80)
    assert wanted == 1 + 2 + 4  # the heading, two rows, and the longest one selected
    panel.select(1)
    assert panel.rows_wanted(80) == wanted
    assert listed(echo(HERE)).rows_wanted(80) < wanted
    assert (
        listed(echo(HERE), all_read=False).rows_wanted(80) == listed(echo(HERE)).rows_wanted(80) + 1
    )


@pytest.mark.parametrize(("words", "told"), [(2, "boats 0, boats 1. "), (9, "boats 5… ")])
def test_only_where_more_was_looked_for_it_trails_off(words: int, told: str) -> None:
    panel = listed()
    looked_for = tuple(f"boats {number}" for number in range(words))
    panel.show(Answer(panel.asked, Echoes((), looked_for, searched=3)))
    assert told in panel.empty()


def test_the_key_for_other_places_is_named_where_there_are_any() -> None:
    assert "echoes.other" in listed(echo()).idle
    assert not listed(echo(others=1)).idle
