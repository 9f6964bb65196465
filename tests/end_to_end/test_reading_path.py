"""The whole path of a reader, at the keyboard: from two reports to decided claims and an export."""

from __future__ import annotations

from pathlib import Path

from marks_on_disk import contents, marks, quotes, text_of
from terminal import Open, Terminal

HEADLINE = "Putin and al-Sharaa speak by telephone as Moscow hopes to keep its bases"


def on_sentence(number: int, total: int) -> str:
    """How the status line tells the sentence at the cursor."""
    return f"{number}/{total}"


def write_note(terminal: Terminal, words: str) -> None:
    """Writes a note on what the cursor is on, in the empty editor that opens over the tray."""
    terminal.wait_for(lambda screen: screen[-4] != "")
    terminal.press("e")
    terminal.wait_for(lambda screen: screen[-4] == "")
    terminal.send(words)
    terminal.wait_for(words)
    terminal.press("enter")


def test_two_reports_stand_side_by_side_and_nothing_is_written(
    open_reader: Open, seeds: Path
) -> None:
    before = contents(seeds)
    terminal = open_reader(seeds)
    screen = terminal.wait_for(on_sentence(1, 24))
    assert any("call.txt" in row and "message.txt" in row for row in screen)
    assert any("Putin and al-Sharaa speak" in row and "In a message" in row for row in screen)
    terminal.press("q")
    assert terminal.exit_status() == 0
    assert contents(seeds) == before


def test_two_keystrokes_tag_a_sentence_and_the_file_says_so(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for(on_sentence(1, 24))
    terminal.press("j")
    terminal.wait_for(on_sentence(2, 24))
    terminal.press("t", "c")
    terminal.wait_for(lambda _: marks(seeds, "call.txt") != [])
    (claim,) = marks(seeds, "call.txt")
    text = text_of(seeds / "call.txt")
    assert text[claim["start"] : claim["end"]] == claim["exact"]
    assert claim["exact"].startswith("Vladimir Putin telephoned Ahmad al-Sharaa on Wednesday,")
    assert claim["exact"].endswith("since Bashar al-Assad fell from power in December 2024.")
    assert (claim["tags"], claim["status"]) == (["claim"], "open")


def test_a_note_is_kept_with_its_sentence(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for(on_sentence(1, 24))
    terminal.press("2", "G")
    write_note(terminal, "a call here, a message “there”")
    terminal.wait_for(lambda _: marks(seeds, "call.txt") != [])
    (noted,) = marks(seeds, "call.txt")
    assert noted["note"] == "a call here, a message “there”"
    assert noted["exact"].startswith("Vladimir Putin telephoned")


def test_part_of_a_sentence_is_selected_word_by_word(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for(on_sentence(1, 24))
    terminal.press("tab", "1", "1", "G")
    terminal.wait_for(on_sentence(11, 27))
    terminal.press("v", *"l" * 7, "o", *"l" * 6, "t", "n")
    terminal.wait_for(lambda _: quotes(seeds, "message.txt") != [])
    assert quotes(seeds, "message.txt") == ["Sergei Bogdanov"]


def test_a_change_of_mind_is_undone_and_done_again(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for(on_sentence(1, 24))
    terminal.press("t", "d")
    terminal.wait_for(lambda _: quotes(seeds, "call.txt") == [HEADLINE])
    terminal.press("u")
    terminal.wait_for(lambda _: quotes(seeds, "call.txt") == [])
    terminal.press("ctrl+r")
    terminal.wait_for(lambda _: quotes(seeds, "call.txt") == [HEADLINE])


def test_hits_come_while_typing_from_documents_and_notes_and_open_where_they_stand(
    open_reader: Open, seeds: Path
) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for(on_sentence(1, 24))
    terminal.press("2", "G")
    write_note(terminal, "which Bogdanov was there?")
    terminal.wait_for(lambda _: marks(seeds, "call.txt") != [])
    terminal.press("ctrl+f")
    terminal.wait_for("Search all documents")
    terminal.send("bogdanov")
    for found in (
        "blamed Western",
        "went to Damascus",
        "Who is Bogdanov?",
        "which Bogdanov was there?  Vladimir",
    ):
        terminal.wait_for(found)
    terminal.press("ctrl+u")
    terminal.wait_for("How to ask")
    terminal.send("apology")
    terminal.wait_for("1 hit in 1 document")
    terminal.press("enter")
    terminal.wait_for(on_sentence(21, 27))


def test_a_claim_waits_in_the_review_until_it_is_decided(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for(on_sentence(1, 24))
    terminal.press("2", "2", "G", "t", "c", "tab", "2", "2", "G", "t", "c")
    terminal.wait_for(lambda _: len(quotes(seeds, "message.txt")) == 1)
    terminal.press("r")
    terminal.wait_for("2 open")
    terminal.press("s", "1")  # it begins at the claim where the reader is
    terminal.wait_for("1 open")
    terminal.press("s", "2")
    terminal.wait_for("Every claim is decided")
    terminal.wait_for(lambda _: [a["status"] for a in marks(seeds, "message.txt")] == ["supported"])
    (unconfirmed,) = marks(seeds, "call.txt")
    assert unconfirmed["exact"].startswith("Unconfirmed reports say")
    assert unconfirmed["status"] == "disputed"


def test_a_second_start_shows_the_same_place_and_the_same_marks(
    open_reader: Open, seeds: Path
) -> None:
    first = open_reader(seeds)
    first.wait_for(on_sentence(1, 24))
    first.press("1", "1", "G", "t", "q", "tab", "1", "3", "G")
    first.wait_for(on_sentence(13, 27))
    first.press("q")
    assert first.exit_status() == 0
    second = open_reader(seeds)
    second.wait_for(on_sentence(13, 27))
    second.press("tab")
    second.wait_for(on_sentence(11, 24))
    second.wait_for(lambda screen: any("question" in row for row in screen))


def test_what_was_marked_survives_a_killed_reader(open_reader: Open, seeds: Path) -> None:
    first = open_reader(seeds)
    first.wait_for(on_sentence(1, 24))
    first.press("t", "c")
    first.wait_for(lambda _: quotes(seeds, "call.txt") == [HEADLINE])
    first.kill()
    second = open_reader(seeds)
    second.wait_for(on_sentence(1, 24))
    second.press("t", "d")
    second.wait_for(lambda _: marks(seeds, "call.txt")[0]["tags"] == ["claim", "doubt"])
