"""Another engine than Whoosh, named by the environment, under the installed program."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from terminal import SIDELIGHT, environment

ENGINES = Path(__file__).parents[1] / "search_index" / "conformance"


def run(home: Path, engine: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    env = {**environment(home), "SIDELIGHT_ENGINE": engine, "PYTHONPATH": str(ENGINES)}
    return subprocess.run([SIDELIGHT, *arguments], env=env, capture_output=True, text=True)


def files(home: Path) -> set[str]:
    return {file.name for file in (home / "cache").rglob("*") if file.is_file()}


def test_commands_use_the_engine_that_is_named(seeds: Path, home: Path) -> None:
    query = ("search", "envoy OR bogdanov", seeds, "--json", "--limit", "1000")
    scanned = run(home, "one_file_engine", *query, "--no-index")
    assert scanned.stdout
    indexed = run(home, "one_file_engine", "index", seeds)
    assert (indexed.returncode, indexed.stderr) == (0, "")
    assert files(home) == {"words.json", "search.lock"}
    assert run(home, "one_file_engine", *query).stdout == scanned.stdout
    assert run(home, "", *query).stdout == scanned.stdout
    assert run(home, "", "index", seeds).returncode == 0
    assert "words.json" not in files(home)
    assert run(home, "one_file_engine", *query).stdout == scanned.stdout
    assert run(home, "one_file_engine", "forget", seeds).returncode == 0
    assert not files(home)


@pytest.mark.parametrize("engine", ["no_such_module_anywhere", "json"])
def test_what_is_no_engine_gets_one_clear_line(seeds: Path, home: Path, engine: str) -> None:
    refused = run(home, engine, "index", seeds)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "SIDELIGHT_ENGINE" in refused.stderr
    assert engine in refused.stderr
    found = run(home, engine, "search", "envoy", seeds)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout
