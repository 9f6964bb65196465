"""No control or invisible character of a document, a name, a tag or a note reaches the terminal."""

from __future__ import annotations

import subprocess
from pathlib import Path

from marks_on_disk import READER, contents
from raw_output import smuggled
from terminal import SIDELIGHT, Open, environment

CLIPBOARD = "\x1b]52;c;c2VjcmV0\x07"
BLINKING = "\x1b[5;7;31m"
HOSTILE = f"{CLIPBOARD}{BLINKING}\x9b2J\u202etxt.exe\u2066\u200b\x00\x7f\x85\ufeff\x08"


def payloads(raw: bytes) -> list[bytes]:
    """Those sequences of HOSTILE in a program's output that look as if it had meant them."""
    return [one for one in (CLIPBOARD.encode(), BLINKING.encode()) if one in raw]


def annotate(workspace: Path, home: Path, document: Path) -> None:
    """Marks the document's first word as a claim, with a hostile tag and a hostile note.

    The command refuses such a tag, so that it gets into the file as another program would put it.
    """
    argv = [SIDELIGHT, "annotate", str(document), "0", "5", "--tag", "claim", "--tag", "harmless"]
    argv += ["--note", "b" + HOSTILE.replace("\0", "")]
    subprocess.run(argv, cwd=workspace, env=environment(home), check=True)
    (file,) = (workspace / "annotations" / READER).iterdir()
    tag = "".join(f"\\u{ord(character):04x}" for character in HOSTILE)
    saved = file.read_text(encoding="utf-8")
    file.write_text(saved.replace("harmless", f"a{tag}"), encoding="utf-8")


def test_the_reader_shows_hostile_texts_names_and_notes_harmlessly(
    open_reader: Open, tmp_path: Path, home: Path
) -> None:
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "sidelight.toml").touch()
    name = HOSTILE.replace("\0", "").replace("/", "") + ".txt"
    (folder / name).write_text(f"First {HOSTILE} sentence. A second one.", encoding="utf-8")
    (folder / "plain.txt").write_text("Nothing to see here.", encoding="utf-8")
    annotate(folder, home, folder / name)
    terminal = open_reader(folder)
    terminal.wait_for("second one.")
    terminal.press("o")
    terminal.wait_for("Library")
    terminal.press("escape")
    terminal.wait_for(lambda screen: not any("Library" in row for row in screen))
    terminal.press("r")
    terminal.wait_for("1 open")
    terminal.press("escape")
    terminal.wait_for(lambda screen: not any("1 open" in row for row in screen))
    terminal.press("ctrl+f")
    terminal.wait_for("Search all documents")
    terminal.send("sentence")
    terminal.wait_for("1 hit")
    terminal.press("escape")
    terminal.wait_for(lambda screen: not any("1 hit" in row for row in screen))
    terminal.press("q")
    assert terminal.exit_status() == 0
    assert smuggled(bytes(terminal.raw)) == []
    assert payloads(bytes(terminal.raw)) == []


def test_plain_output_to_a_terminal_is_harmless_and_to_a_file_exact(
    open_reader: Open, tmp_path: Path, home: Path
) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text(f"First {HOSTILE} sentence.\n", encoding="utf-8")
    for arguments in (["text", file], ["sentences", file], ["sentences", file, "--json"]):
        terminal = open_reader(*arguments)
        assert terminal.exit_status() == 0
        assert any("First" in row for row in terminal.screen())
        assert smuggled(bytes(terminal.raw)) == []
        assert payloads(bytes(terminal.raw)) == []
    run = [SIDELIGHT, "text", str(file)]
    printed = subprocess.run(run, cwd=tmp_path, env=environment(home), capture_output=True)
    assert printed.stdout == file.read_bytes()


def test_a_complaint_about_a_hostile_name_is_harmless(open_reader: Open, tmp_path: Path) -> None:
    before = contents(tmp_path)
    terminal = open_reader("absent" + HOSTILE.replace("\0", ""))
    assert terminal.exit_status() == 2
    assert any("absent" in row for row in terminal.screen())
    assert smuggled(bytes(terminal.raw)) == []
    assert contents(tmp_path) == before
