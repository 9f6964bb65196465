"""What the screen looks like, picture by picture.

A change of a picture is to be looked at before it is accepted: ``make snapshots`` accepts all.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any, Self

import pytest
from at_the_screen import AUTHOR, Reader, application
from conflicting import two_notes, two_statuses
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from annotations.model import Annotation, Change, Link, LinkKind, mark
from annotations.store import Store
from documents.workspace import open_workspace
from tui.config import Config
from tui.typography import Typography

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
WIDE = (200, 50)
PICTURES = Path(__file__).parent / "__snapshots__" / "test_snapshots"

Steps = Callable[[Reader], Awaitable[None]]
Shows = Callable[..., bool]

MARKS = [
    ("call.txt", "The Kremlin called it an", "in rebuilding it.", ("quote",), "", ""),
    ("call.txt", "“lost all meaning”", "", ("quote", "doubt"), "", "By which count?"),
    ("call.txt", "Mikhail Bogdanov", "", ("name",), "", "Sergei in the other report."),
    ("call.txt", "Unconfirmed reports say", "for trial.", ("claim",), "open", ""),
    ("message.txt", "Putin had already congratulated", "their countries.", ("claim",), "open", ""),
    ("message.txt", "Sergei Bogdanov", "", ("name", "question"), "open", "One man or two?"),
    ("message.txt", "the first such delivery", "years", ("figure", "claim"), "disputed", ""),
]


@pytest.fixture
def marked(seeds: Path) -> Path:
    """The sample workspace with marks whose ids and times are always the same."""
    workspace = open_workspace([seeds]).workspace
    store = Store(workspace)
    for number, (path, first, last, tags, status, note) in enumerate(MARKS):
        document = workspace.read(path)
        start = document.text.index(first)
        end = document.text.index(last, start) + len(last) if last else start + len(first)
        moment = datetime(2026, 11, 21, 19, number, tzinfo=UTC)
        made = mark(
            document.text,
            start,
            end,
            tags=tags,
            note=note,
            status=status,
            moment=moment,
        )
        store.apply(AUTHOR, document, [Change(None, replace(made, id=f"mark{number:04}"))])
    return seeds


@pytest.fixture
def shows(snap_compare: Shows, monkeypatch: pytest.MonkeyPatch) -> Shows:
    """Takes the steps in a theme at a size, and compares the screen with its picture."""
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)

    def compare(
        root: Path, steps: Steps, *named: str, size: tuple[int, int], **config: Any
    ) -> bool:
        app = application(root, named, config=Config(**({"theme": "dark"} | config)))

        async def before(pilot: Pilot[int]) -> None:
            reader = Reader(root, app, pilot)
            await reader.until(lambda: reader.reading.loaded)
            await steps(reader)
            await reader.until(lambda: not reader.reading.desk.chores)

        try:
            return snap_compare(app, terminal_size=size, run_before=before)
        finally:
            app.background.close()

    return compare


sizes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
themes = pytest.mark.parametrize("theme", ["dark", "light"])


async def on_a_marked_sentence(reader: Reader) -> None:
    await reader.go("He also pressed for an end")


async def side_by_side(reader: Reader) -> None:
    await reader.go("He also pressed for an end")
    await reader.press("|", "G", "alt+1")
    await reader.until(lambda: reader.pane is reader.reading.panes[0])


async def linked(reader: Reader) -> None:
    await reader.press("L")
    await reader.go("Mikhail Bogdanov")
    await reader.until(lambda: any("⇄ content " in row and "%" in row for row in reader.screen))
    await reader.press("j", "k")
    await reader.until(lambda: any("⇄ content " in row and "%" in row for row in reader.screen))


async def comparing(reader: Reader) -> None:
    await reader.go("Unconfirmed reports")
    await reader.press("D")
    await reader.until("Unconfirmed ≠")


async def on_the_second_pane(reader: Reader) -> None:
    await reader.press("|", "alt+2")
    await reader.until("2/4 call.txt")


async def searching(reader: Reader) -> None:
    await reader.press("ctrl+f")
    await reader.until_typing()
    reader.paste("bogdanov ")
    await reader.until("Who is Bogdanov?")


async def lining_up(reader: Reader) -> None:
    await reader.press("ctrl+f")
    await reader.until_typing()
    reader.paste("Syria ")
    await reader.until("hits in")
    await reader.press("tab", "K")
    await reader.until("6 hits in 2 documents")
    await reader.press("h")
    await reader.until("by 1L")
    await reader.press("j", "j")


async def listening(reader: Reader) -> None:
    await reader.go("Mikhail Bogdanov", pane=0)
    await reader.press("K")
    await reader.until("not indexed yet")
    await reader.press("j")


async def counting_neighbours(reader: Reader) -> None:
    await lining_up(reader)
    await reader.press("o")
    await reader.until("by logDice")


async def reviewing(reader: Reader) -> None:
    await reader.press("r")
    await reader.until("3 open")
    await reader.until(lambda: "Unconfirmed reports" in reader.sentence)


async def among_the_changed(reader: Reader) -> None:
    await reader.press("R")
    await reader.until("Changed  1 of")
    await reader.press("j")
    await reader.until("Changed  2 of")
    await reader.until("numbers")


async def at_a_lost_mark(reader: Reader) -> None:
    await reader.press("R", "G")
    await reader.until("Nothing like it was found")


async def agreeing(reader: Reader) -> None:
    await reader.press("ctrl+x", "g")
    await reader.until("They differ in 4 places")


async def helped(reader: Reader) -> None:
    await reader.press("f1")
    await reader.until("Next sentence")


async def narrowing_the_help(reader: Reader) -> None:
    await reader.press("f1", "/")
    await reader.until_typing()
    await reader.type("undo")
    await reader.until(lambda: not reader.sees("Next sentence"))


async def in_the_library(reader: Reader) -> None:
    await reader.press("o", "j")
    await reader.until("3 documents")


async def among_the_places(reader: Reader) -> None:
    await reader.press("5", "G", "m", "a", "9", "G", "m", "b", "2", "G", "g")
    await reader.until("s 1/24")
    await reader.press("'", "?")
    await reader.until("2 marked · 2 recent")


async def in_the_outline(reader: Reader) -> None:
    await reader.press("c", "j")
    await reader.until("Outline")


async def noting(reader: Reader) -> None:
    await reader.go("Mikhail Bogdanov, Russia's special envoy")
    await reader.press("e")
    await reader.until_typing()
    await reader.until("Sergei in the other report.")


async def tagging(reader: Reader) -> None:
    await reader.press("j", "t")
    await reader.until("TAG")


async def on_nested_marks(reader: Reader) -> None:
    await reader.go("By the Russian account")
    await reader.press("V", "j", "j", "t", "c", "j", "a")
    await reader.until("2 of 2")
    await reader.until("saved 19:04")


async def among_the_tags(reader: Reader) -> None:
    await reader.go("Mikhail Bogdanov")
    await reader.press("T")
    await reader.until_typing()
    await reader.until("waits for review")


async def among_all_annotations(reader: Reader) -> None:
    await reader.press("A", "o", "o")
    await reader.until("by status")


async def selecting(reader: Reader) -> None:
    await reader.press("j", "v", "l", "l")
    await reader.until("SELECT")


async def finding(reader: Reader) -> None:
    await reader.press("/")
    await reader.until_typing()
    reader.paste("tartus")
    await reader.until(lambda: "at Tartus and in Latakia" in reader.sentence)


async def on_code(reader: Reader) -> None:
    await reader.press("j")
    await reader.until("s 2/")


async def saving(reader: Reader) -> None:
    await reader.press("t", "u")
    await reader.until("saved 19:04")
    await reader.press("j")
    await reader.until("s 2/24")


class Clock(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(2026, 11, 21, 19, 4, tzinfo=tz)


@sizes
@themes
def test_reading(marked: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(marked, on_a_marked_sentence, size=size, theme=theme)


def test_reading_one_document_with_notes_in_the_margin(marked: Path, shows: Shows) -> None:
    assert shows(marked, on_a_marked_sentence, "call.txt", size=SIZES["120x40"])


def test_reading_on_a_wide_screen(marked: Path, shows: Shows) -> None:
    assert shows(marked, on_a_marked_sentence, size=WIDE)


def test_three_panes(marked: Path, shows: Shows) -> None:
    assert shows(marked, side_by_side, size=(200, 60))


def test_four_panes(marked: Path, shows: Shows) -> None:
    named = ("call.txt", "message.txt", "to-check.md")
    assert shows(marked, side_by_side, *named, size=(200, 60), theme="light")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)], ids=["three", "two", "one"])
def test_of_four_panes_those_that_fit(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    named = ("call.txt", "message.txt", "to-check.md")
    assert shows(marked, on_the_second_pane, *named, size=size)


def test_reading_on_a_narrow_screen(marked: Path, shows: Shows) -> None:
    assert shows(marked, on_a_marked_sentence, size=(50, 16))


def test_reading_justified_text(marked: Path, shows: Shows) -> None:
    justified = Typography(justified=True)
    assert shows(marked, on_a_marked_sentence, size=SIZES["120x40"], typography=justified)


def test_reading_double_spaced_text(marked: Path, shows: Shows) -> None:
    double = Typography(spacing="double")
    size = SIZES["120x40"]
    assert shows(marked, on_a_marked_sentence, "call.txt", size=size, typography=double)


@themes
def test_reading_with_the_focus_on_a_sentence(marked: Path, shows: Shows, theme: str) -> None:
    focus = Typography(focus="sentence")
    size = SIZES["120x40"]
    assert shows(marked, on_a_marked_sentence, size=size, theme=theme, typography=focus)


def test_reading_with_the_focus_on_a_paragraph_without_colour(marked: Path, shows: Shows) -> None:
    focus = Typography(focus="paragraph")
    size = SIZES["80x24"]
    assert shows(marked, on_a_marked_sentence, size=size, theme="mono", typography=focus)


@sizes
@themes
def test_search_results(marked: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(marked, searching, size=size, theme=theme)


@sizes
@themes
def test_a_concordance(marked: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(marked, lining_up, size=size, theme=theme)


@sizes
@themes
def test_echoes(marked: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(marked, listening, size=size, theme=theme)


def test_a_concordance_on_a_wide_screen(marked: Path, shows: Shows) -> None:
    assert shows(marked, lining_up, size=(200, 60))


@sizes
def test_collocates(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(marked, counting_neighbours, size=size)


@sizes
@themes
def test_the_review(marked: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(marked, reviewing, size=size, theme=theme)


@pytest.fixture
def changed(marked: Path) -> Path:
    """The sample workspace with a report that was corrected after it was marked."""
    report = marked / "message.txt"
    text = report.read_text(encoding="utf-8")
    for old, new in (
        ("Sergei Bogdanov", "Mikhail Bogdanov"),
        ("the first such delivery in nearly twenty years", "not the first delivery in 19 years"),
        ("a large cargo of diesel", "80,000 tons of diesel"),
        ("two shipments of Syrian banknotes", "3 shipments of Syrian banknotes"),
    ):
        assert old in text
        text = text.replace(old, new)
    start = text.index("Putin had already congratulated")
    end = text.index("In January a deputy")
    report.write_text(text[:start] + text[end:], encoding="utf-8")
    return marked


@sizes
@pytest.mark.parametrize("theme", ["dark", "light", "mono"])
def test_changed_marks(changed: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(changed, among_the_changed, size=size, theme=theme)


@sizes
def test_a_lost_mark(changed: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(changed, at_a_lost_mark, size=size)


@pytest.mark.parametrize("theme", ["dark", "light", "mono"])
def test_overlapping_and_nested_marks(
    marked: Path, shows: Shows, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.saving.datetime", Clock)
    assert shows(marked, on_nested_marks, "call.txt", size=SIZES["80x24"], theme=theme)


def test_overlapping_and_nested_marks_in_ascii(
    marked: Path, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.saving.datetime", Clock)
    assert shows(marked, on_nested_marks, size=SIZES["120x40"], boxes="ascii")


@sizes
def test_the_tags_to_choose_from(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(marked, among_the_tags, size=size)


@pytest.mark.parametrize("size", [*SIZES.values(), WIDE], ids=[*SIZES, "200x50"])
def test_all_annotations(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(marked, among_all_annotations, size=size)


@pytest.fixture
def edited_twice(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The sample workspace with two marks that were edited here and elsewhere at once."""
    two_notes(seeds)
    two_statuses(seeds)
    with monkeypatch.context() as here:
        here.setenv("TZ", "UTC")
        time.tzset()
        yield seeds
    time.tzset()


async def choosing(reader: Reader) -> None:
    await reader.press("C")
    await reader.until("1 both, as it is now")
    await reader.until(lambda: "lost all meaning" in reader.sentence)


async def on_two_statuses(reader: Reader) -> None:
    await reader.go("Unconfirmed reports")
    await reader.until("two edits")


@sizes
@pytest.mark.parametrize("theme", ["dark", "light", "mono"])
def test_two_edits(edited_twice: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(edited_twice, choosing, size=size, theme=theme)


@pytest.mark.parametrize("boxes", ["unicode", "ascii"])
def test_two_edits_beside_the_text(edited_twice: Path, shows: Shows, boxes: str) -> None:
    assert shows(edited_twice, on_two_statuses, size=SIZES["120x40"], boxes=boxes)


def test_the_review_beside_the_text(marked: Path, shows: Shows) -> None:
    assert shows(marked, reviewing, size=WIDE)


@pytest.mark.parametrize("size", [*SIZES.values(), WIDE], ids=[*SIZES, "200x50"])
def test_the_agreement_of_authors(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    for number, (words, tag, status) in enumerate(
        [
            ("The Kremlin called it an", "quote", ""),
            ("Mikhail Bogdanov", "doubt", ""),
            ("Unconfirmed reports say", "claim", "supported"),
        ]
    ):
        document = open_workspace([marked]).workspace.read("call.txt")
        start = document.text.index(words)
        made = mark(document.text, start, start + len(words), tags=(tag,), status=status)
        change = Change(None, replace(made, id=f"other{number:03}"))
        Store(open_workspace([marked]).workspace).apply("anna", document, [change])
    assert shows(marked, agreeing, size=size)


@themes
def test_the_help(marked: Path, shows: Shows, theme: str) -> None:
    assert shows(marked, helped, size=SIZES["80x24"], theme=theme)


def test_the_help_narrowed_to_a_word(marked: Path, shows: Shows) -> None:
    assert shows(marked, narrowing_the_help, size=SIZES["120x40"])


@sizes
def test_the_library(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(marked, in_the_library, size=size)


@sizes
def test_the_outline(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(marked, in_the_outline, "to-check.md", size=size)


@sizes
def test_marks_and_recent_places(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(marked, among_the_places, size=size)


@sizes
def test_writing_a_note(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(marked, noting, size=size)


@sizes
@themes
def test_linked_reading(marked: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(marked, linked, size=size, theme=theme)


def test_linked_reading_without_colour(marked: Path, shows: Shows) -> None:
    assert shows(marked, linked, size=SIZES["80x24"], theme="mono")


@sizes
@themes
def test_comparing(marked: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(marked, comparing, size=size, theme=theme)


@sizes
def test_tagging(marked: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(marked, tagging, size=size)


def test_selecting_words(marked: Path, shows: Shows) -> None:
    assert shows(marked, selecting, size=SIZES["80x24"])


def test_finding_words(marked: Path, shows: Shows) -> None:
    assert shows(marked, finding, size=SIZES["80x24"])


def test_source_code(marked: Path, shows: Shows) -> None:
    (marked / "code.py").write_text(
        '"""A module."""\n\n\ndef greet(name: str) -> str:\n'
        '    """Says hello."""\n    return f"Hello, {name}!"  # politely\n',
        encoding="utf-8",
    )
    assert shows(marked, on_code, "code.py", size=SIZES["80x24"])


def test_without_colour(marked: Path, shows: Shows) -> None:
    assert shows(marked, on_a_marked_sentence, size=SIZES["80x24"], theme="mono")


def test_without_signs_but_those_of_ascii(marked: Path, shows: Shows) -> None:
    assert shows(marked, in_the_library, size=SIZES["120x40"], boxes="ascii")


def test_a_hostile_document_is_shown_and_not_obeyed(marked: Path, shows: Shows) -> None:
    (marked / "hostile.txt").write_bytes(
        "\x1b[2J\x1b]52;c;aGk=\x07 red \x1b[31malert\x1b[0m, \u202eesrever\u202c, a\u200bb.\r\n"
        "A tab\there, a bell\x07, a family \U0001f469\u200d\U0001f469\u200d\U0001f467.\n\n"
        "漢字と仮名の混じった文章は、行の終わりで折り返される。「引用」も。\n".encode()
    )
    assert shows(marked, on_code, "hostile.txt", size=SIZES["80x24"])


def test_what_was_saved_is_told_with_the_time(
    marked: Path, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.saving.datetime", Clock)
    assert shows(marked, saving, size=SIZES["80x24"])


def test_no_picture_tells_of_the_machine_it_was_made_on() -> None:
    pictures = list(PICTURES.glob("*.svg"))
    assert pictures
    for picture in pictures:
        content = picture.read_text(encoding="utf-8")
        assert not any(place in content for place in ("/tmp", "/home", "/work", "/root", "pytest"))


@pytest.fixture
def shared(marked: Path) -> Path:
    """The same, with another reader's claim, a reply to it, and a link between two documents."""
    workspace = open_workspace([marked]).workspace
    store, call = Store(workspace), workspace.read("call.txt")
    at = call.text.index("He also pressed for an end")
    moment = datetime(2026, 11, 21, 20, tzinfo=UTC)

    def made(identifier: str, words: str, **content: Any) -> Annotation:
        one = mark(call.text, at, at + len(words), moment=moment)
        return replace(one, id=identifier, **content)

    words = "He also pressed for an end"
    theirs = made("theirs01", words, tags=("claim",), status="open", note="To which sanctions?")
    store.apply("ab", call, [Change(None, theirs)])
    reply = made("reply001", words, tags=("doubt",), note="All.", reply_to="theirs01")
    links = (Link(LinkKind.CONTRADICTS, "mark0004", "message.txt", AUTHOR),)
    store.apply(AUTHOR, call, [Change(None, replace(reply, links=links))])
    return marked


def test_margins_of_two_authors(shared: Path, shows: Shows) -> None:
    assert shows(shared, on_a_marked_sentence, "call.txt", size=SIZES["120x40"])


@sizes
@pytest.mark.parametrize("theme", ["dark", "light", "mono"])
def test_two_authors(shared: Path, shows: Shows, size: tuple[int, int], theme: str) -> None:
    assert shows(shared, on_a_marked_sentence, size=size, theme=theme)


async def among_the_authors(reader: Reader) -> None:
    await reader.press("w")
    await reader.until("[x] ╎A  ab  1 mark")
    await reader.press("enter")
    await reader.until("1 hidden")


@sizes
def test_the_authors(shared: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(shared, among_the_authors, size=size)


async def linking_two(reader: Reader) -> None:
    await reader.go("Mikhail Bogdanov, Russia's special envoy")
    await reader.press("&")
    await reader.until("Link from call.txt")
    await reader.go("Sergei Bogdanov", pane=1)
    await reader.press("&")
    await reader.until("contradicts  r repeats")


@sizes
def test_linking_two_annotations(shared: Path, shows: Shows, size: tuple[int, int]) -> None:
    assert shows(shared, linking_two, size=size)
