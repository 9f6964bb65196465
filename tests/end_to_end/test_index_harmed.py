"""The index harmed while the program searches with it: nobody sees anything of it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import SIDELIGHT, Open, Terminal, environment

WORDS = ("bogdanov", "putin", "envoy", "damascus")


def index(home: Path) -> Path:
    (place,) = (home / "cache/sidelight/workspaces").iterdir()
    return place / "search"


def damage(folder: Path, chance: random.Random) -> None:
    """Does some harm to a file of the index, or to all of it."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    if not files or chance.random() < 0.1:
        shutil.rmtree(folder, ignore_errors=True)
        return
    file = chance.choice(files)
    match chance.randrange(5):
        case 0:
            file.unlink()
        case 1:
            os.truncate(file, chance.randrange(file.stat().st_size or 1))
        case 2:
            data = bytearray(file.read_bytes() or b"x")
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            file.write_bytes(data)
        case 3:
            file.unlink()
            os.mkfifo(file)
        case _:
            file.write_bytes(chance.randbytes(1000))


def search(reader: Terminal, word: str) -> str:
    """Asks for a word in the open panel; gives what stands above its hits."""
    reader.press("ctrl+u")
    reader.wait_for("How to ask")
    reader.send(f"{word} ")
    read = f"   “{word}”"
    screen = reader.wait_for(lambda rows: any(read in row for row in rows))
    return next(row for row in screen if read in row).partition(read)[0]


@pytest.mark.parametrize("round_", range(2))
def test_answers_stay_the_same(open_reader: Open, seeds: Path, home: Path, round_: int) -> None:
    chance = random.Random(round_)
    reader = open_reader(seeds)
    reader.wait_for("READ")
    reader.press("ctrl+f")
    reader.wait_for("How to ask")
    expected = {word: search(reader, word) for word in WORDS}
    for number in range(10):
        mend(home, seeds)
        damage(index(home), chance)
        word = WORDS[number % len(WORDS)]
        assert search(reader, word) == expected[word]
    reader.press("escape")
    reader.wait_for("READ")
    reader.press("q")
    assert reader.exit_status() == 0
    assert b"Traceback" not in reader.raw
    assert b"failed" not in reader.raw


def mend(home: Path, seeds: Path) -> None:
    done = subprocess.run(
        [SIDELIGHT, "index", str(seeds)],
        env=environment(home),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("seed", range(6))
def test_a_builder_killed_at_any_moment_is_taken_up(seeds: Path, home: Path, seed: int) -> None:
    for number in range(300):
        (seeds / f"{number}.txt").write_text(f"Number {number} is an envoy of {number % 7}. " * 20)
    argv = [sys.executable, "-P", "-m", "search_index.indexing.process", str(seeds)]
    chance = random.Random(seed)
    for _ in range(3):
        builder = subprocess.Popen(argv, cwd="/", env=environment(home), stdout=subprocess.PIPE)
        assert builder.stdout
        for _ in range(chance.randrange(4)):
            builder.stdout.readline()
        builder.send_signal(signal.SIGKILL)
        builder.communicate()
    command = [SIDELIGHT, "search", "envoy", str(seeds), "--limit", "100000", "--json"]
    answers = [
        subprocess.run([*command, *more], env=environment(home), capture_output=True, check=False)
        for more in ([], ["--no-index"])
    ]
    assert [one.returncode for one in answers] == [0, 0]
    assert answers[0].stderr == b""
    removed = b"sidelight: the search index of this workspace is removed, for none is to be kept\n"
    assert answers[1].stderr in (b"", removed)
    assert answers[0].stdout == answers[1].stdout
    mend(home, seeds)
