"""The command as a whole: what it takes, how it ends, and what it says when it cannot run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from running import PROGRAM, CommandLine, write

from tui.command_line import COMMANDS

Refused = Callable[..., str]


def test_help_names_every_command(sidelight: CommandLine) -> None:
    output = sidelight("--help").output
    for name, summary in COMMANDS.items():
        assert f"{name} " in output
        assert summary in output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(sidelight: CommandLine, name: str) -> None:
    assert sidelight(name, "--help").output.startswith(f"usage: sidelight {name} ")


def test_tells_its_version(sidelight: CommandLine) -> None:
    assert sidelight("--version").output == f"sidelight {version('sidelight')}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("text",),
        ("text", "a.txt", "b.txt"),
        ("list", "--nonsense"),
        ("--nonsense",),
        ("list", "--anchor", "drifting"),
        ("search", "word", "--limit", "0"),
        ("search", "word", "--limit", "some"),
        ("search", ""),
        ("annotate", "a.txt", "one", "2"),
        ("export", ".", "--format", "pdf"),
        ("export", "."),
        ("import", "a.jsonl", "--format", "csv"),
        ("text", "a.txt", "--encoding", "klingon"),
        ("text", "a.txt", "--encoding", "rot13"),
        ("annotate", "a.txt", "0", "1", "--author", " "),
    ],
)
def test_wrong_arguments_are_one_line(
    sidelight: CommandLine, refused: Refused, arguments: tuple[str, ...]
) -> None:
    write(sidelight.folder, "a.txt")
    refused(*arguments)


@pytest.mark.parametrize(
    "name", ["text", "sentences", "list", "check", "search", "index", "export"]
)
def test_a_missing_file_is_named(refused: Refused, name: str) -> None:
    before = ["word"] if name == "search" else []
    after = ["--format", "csv"] if name == "export" else []
    assert "missing.txt" in refused(name, *before, "missing.txt", *after)


@pytest.mark.parametrize("name", ["text", "sentences"])
def test_a_folder_is_no_file(refused: Refused, name: str) -> None:
    assert "folder" in refused(name, ".")


@pytest.mark.parametrize("name", ["list", "check", "index"])
def test_a_folder_without_documents_is_said(refused: Refused, name: str) -> None:
    assert "no document" in refused(name)


def test_a_binary_file_is_no_text(sidelight: CommandLine, refused: Refused) -> None:
    (sidelight.folder / "a.bin").write_bytes(b"\x7fELF\x00\x01\x02\x00" * 50)
    assert "a.bin" in refused("text", "a.bin")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_whose_only_text_may_not_be_read_opens_no_empty_reader(
    sidelight: CommandLine, refused: Callable[..., str]
) -> None:
    write(sidelight.folder, "a.txt").chmod(0)
    assert "a.txt: you may not read it; ask its owner" in refused(sidelight.folder)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_named(sidelight: CommandLine, refused: Refused) -> None:
    write(sidelight.folder, "a.txt").chmod(0)
    assert "a.txt" in refused("text", "a.txt")


def test_a_broken_settings_file_is_told_with_its_place(
    sidelight: CommandLine, refused: Refused
) -> None:
    write(sidelight.folder, "a.txt")
    write(sidelight.folder, "sidelight.toml", 'keep_texts = "workspace"\nstatuses = 3\n')
    assert "sidelight.toml:2:" in refused("list")


def test_a_name_cannot_give_orders_to_the_terminal(refused: Refused) -> None:
    message = refused("text", "a\x1b[31m\u202e\nb.txt")
    assert "\x1b" not in message
    assert "\u202e" not in message


def test_a_file_named_like_a_command_is_opened_by_its_path(sidelight: CommandLine) -> None:
    write(sidelight.folder, "list", "A text.\n")
    assert sidelight("text", "list").output == "A text.\n"
    assert "needs a terminal" in sidelight("./list", status=2).errors
    assert "needs a terminal" in sidelight("--", "list", status=2).errors


def test_options_may_stand_before_the_command(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    sidelight("--author", "mk", "annotate", "a.txt", "0", "3")
    assert sidelight("list", "--json").objects[0]["author"] == "mk"


def test_the_reader_needs_a_terminal(sidelight: CommandLine, refused: Refused) -> None:
    write(sidelight.folder, "a.txt")
    assert "terminal" in refused("a.txt")
    assert "terminal" in refused()
    assert "terminal" in refused("-", stdin="A text.")


def test_the_reader_checks_its_arguments_before_anything_else(refused: Refused) -> None:
    assert "missing.txt" in refused("missing.txt")


def test_file_names_that_are_not_utf8_come_out_as_they_are(sidelight: CommandLine) -> None:
    name = b"caf\xe9.txt"
    write(sidelight.folder, os.fsdecode(name))
    sidelight("annotate", name, "0", "1")
    assert sidelight("list").raw.startswith(name + b":0-1 ")
    assert sidelight("list", "--json").objects[0]["document"] == os.fsdecode(name)
    assert sidelight("list", "--json").raw.isascii()


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_does_not_depend_on_the_locale(sidelight: CommandLine, locale: str) -> None:
    write(sidelight.folder, "a.txt", "Überprüft: “停火”.\n")
    sidelight.environment |= {"LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert sidelight("text", "a.txt").output == "Überprüft: “停火”.\n"


def test_a_reader_that_stops_listening_is_no_error(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt", "A sentence that is one of many.\n" * 50_000)
    with subprocess.Popen(
        [PROGRAM, "text", "a.txt"],
        cwd=sidelight.folder,
        env={**os.environ, **sidelight.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 0


def test_a_full_disk_is_an_error(sidelight: CommandLine) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    write(sidelight.folder, "a.txt")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [PROGRAM, "text", "a.txt"],
            cwd=sidelight.folder,
            env={**os.environ, **sidelight.environment},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"sidelight: standard output: ")
    assert done.stderr.count(b"\n") == 1


def test_an_interruption_ends_it_quietly(sidelight: CommandLine) -> None:
    with subprocess.Popen(
        [PROGRAM, "import", "-"],
        cwd=write(sidelight.folder, "a.txt").parent,
        env={**os.environ, **sidelight.environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job ignores it
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        # More than a pipe holds: once this is written, the command is reading.
        running.stdin.write(b"\n" * 300_000)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == b""
        assert running.wait(30) == 130


def test_commands_import_no_screen_and_no_index(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    code = (
        "import sys; from tui.command_line import run; run(['text', 'a.txt']);"
        "print([m for m in ('textual', 'rich', 'whoosh', 'pygments', 'csv') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=sidelight.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("\n[]\n")


def test_every_mistake_in_the_configuration_is_told_on_its_own_line(
    sidelight: CommandLine,
) -> None:
    own = Path(sidelight.environment["XDG_CONFIG_HOME"]) / "sidelight"
    own.mkdir(parents=True)
    (own / "config.toml").write_text('author = 5\n[keys]\nundo = "Ctrl+u"\nredo = "pgdn"\n')
    write(sidelight.folder, "a.txt")
    told = sidelight("a.txt", status=2).errors.splitlines()
    places = [
        line.removeprefix(f"sidelight: {own / 'config.toml'}:").split(" ")[0] for line in told
    ]
    assert places == ["1:10:", "3:8:", "4:8:"]
