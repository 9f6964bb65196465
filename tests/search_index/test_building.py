"""The shards of Whoosh, and the process that builds any index."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from pathlib import Path
from unittest.mock import patch

import pytest
from conftest import MakeWorkspace
from plain_scan import WORDS, hard_texts, places, scan

from annotations.forgetting import remove
from annotations.locking import locked
from annotations.store import Store
from documents.places import make_private
from documents.workspace import Workspace
from search_index.engine import Progress, Summary
from search_index.indexing.background import IndexProcess
from search_index.indexing.places import index_folder
from search_index.indexing.updating import BUSY, update_index
from search_index.queries.query import Words
from search_index.search import Searcher
from search_index.terms import needed
from search_index.whoosh_engine import building, gathering
from search_index.whoosh_engine.building_plan import MOST_SMALL_SHARDS
from search_index.whoosh_engine.gathering import MOST_TERMS
from search_index.whoosh_engine.index import Index
from search_index.whoosh_engine.tokens import Tokens, token_bytes
from tests.small_files import files_of_at_most


def update(workspace: Workspace, **options: object) -> Summary:
    return update_index(workspace, Store(workspace), **options)  # type: ignore[arg-type]


def is_indexed(workspace: Workspace) -> bool:
    return Searcher(workspace, Store(workspace)).search("the").indexed


def shards(workspace: Workspace) -> list[Path]:
    return sorted(index_folder(workspace).glob("shard-*"))


def test_an_index_made_anew_is_one_shard(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(1, 8))
    update(workspace)
    (workspace.root / "03.txt").write_text("Something else.")
    update(workspace)
    assert len(shards(workspace)) == 2
    update(workspace, rebuild=True)
    assert len(shards(workspace)) == 1


def test_a_part_that_is_ready_opens_no_more_files(make_workspace: MakeWorkspace) -> None:
    texts = {f"{n}.txt": f"the envoy {word}" for n, word in enumerate(WORDS * 8)}
    update(workspace := make_workspace(texts))
    (part,) = Index(index_folder(workspace)).refresh().parts
    part.get_ready()
    remove(index_folder(workspace))
    for words in (Words("the"), Words("env", prefix=True), Words("the envoy")):
        found = part.evidence(needed(words))
        assert found is not None
        assert len(found.counts) == len(texts)


def test_shards_stay_few(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(2, 5)
    workspace = make_workspace(texts)
    for number in range(3 * MOST_SMALL_SHARDS):
        texts[f"new {number}.txt"] = f"the {number}"
        update(make_workspace(texts))
        assert len(shards(workspace)) <= MOST_SMALL_SHARDS + 1
    found = Searcher(workspace, Store(workspace)).search("the", limit=None)
    assert found.indexed
    assert sorted(places(found.hits)) == sorted(scan(texts, "the"))


def test_shards_end_before_they_have_too_many_terms(make_workspace: MakeWorkspace) -> None:
    words = [" ".join(f"w{number}x{word}" for word in range(300)) for number in range(5)]
    texts = {f"{number}.txt": text for number, text in enumerate(words)}
    workspace = make_workspace(texts | {"all.txt": "\n".join(words)})
    with (
        patch.object(gathering, "_MANY_TERMS", 100),
        patch.object(gathering, "MOST_TERMS", 1000),
        patch.object(building, "MOST_TERMS", 1000),
    ):
        update(workspace)
    assert len(shards(workspace)) == 2
    for shard in shards(workspace):
        assert (shard / "vocabulary.txt").read_bytes().count(b"\n") <= 1000
    searcher = Searcher(workspace, Store(workspace))
    assert searcher.search("w3x7").total == searcher.search('"w3x7 w3x8"').total == 2


def test_as_many_terms_as_a_shard_takes_are_told_apart(tmp_path: Path) -> None:
    numbers = [MOST_TERMS, 0xDC00, 0xD800, 0xDC00, MOST_TERMS - 1]
    data, width = token_bytes(array("I", numbers))
    (tmp_path / "tokens").write_bytes(data)
    assert Tokens(tmp_path / "tokens", [0, len(numbers)], width).of(0) == numbers


def test_shards_end_where_so_many_characters_are_full(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({f"{number:02}.txt": "oil " * 25 for number in range(20)})
    with patch.object(building, "_BATCH_CHARACTERS", 500):
        update(workspace)
    assert len(shards(workspace)) == 4
    update(workspace, rebuild=True)
    assert len(shards(workspace)) == 1


def test_where_there_is_much_shards_are_larger(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({f"{number:02}.txt": "oil " * 25 for number in range(60)})
    with patch.object(building, "_BATCH_CHARACTERS", 500):
        update(workspace)
    assert len(shards(workspace)) < 60 * 100 // 500


def test_a_shard_most_of_which_is_outdated_is_replaced(make_workspace: MakeWorkspace) -> None:
    texts = {f"{number}.txt": f"oil {number} " * 20 for number in range(9)}
    update(workspace := make_workspace(texts))
    (old,) = shards(workspace)
    for number in range(3):
        texts[f"{number}.txt"] = f"gas {number} " * 20
    make_workspace({path: text for path, text in texts.items() if text.startswith("gas")})
    update(workspace)
    assert old in shards(workspace)
    for number in range(5):
        (workspace.root / f"{number}.txt").unlink()
    update(workspace)
    assert old not in shards(workspace)
    found = Searcher(workspace, Store(workspace)).search("oil", limit=None)
    assert (found.indexed, found.total) == (True, 80)


def test_what_is_gone_leaves_the_index(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "Oil."})
    update(workspace)
    (workspace.root / "a.txt").unlink()
    update(workspace)
    assert shards(workspace) == []


def test_nobody_else_may_look_into_the_index(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "Oil."})
    update(workspace)
    for file in [index_folder(workspace), *index_folder(workspace).rglob("*")]:
        assert file.stat().st_mode & 0o077 == 0


def test_one_builder_is_at_work_at_a_time(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "Oil."})
    make_private(index_folder(workspace).parent)
    with locked(index_folder(workspace).with_name("search.lock"), 0.0):
        assert update(workspace).problem == BUSY
    assert update(workspace).problem == ""


def test_a_full_disk_is_told_and_leaves_nothing(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make_workspace(hard_texts(3))
    with files_of_at_most(1000):
        summary = update(workspace)
    assert summary.problem.startswith("the index cannot be written")
    assert shards(workspace) == []
    assert Searcher(workspace, Store(workspace)).search("the").total
    assert update(workspace).problem == ""


def builder(workspace: Workspace) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            sys.executable,
            "-P",
            "-m",
            "search_index.indexing.process",
            str(workspace.root),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd="/",
    )


def test_two_processes_build_at_once(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(4, 40)
    workspace = make_workspace(texts)
    both = [builder(workspace), builder(workspace)]
    for process in both:
        _, errors = process.communicate()
        assert (process.returncode, errors) == (0, b"")
    found = Searcher(workspace, Store(workspace)).search("the", limit=None)
    assert found.indexed
    assert sorted(places(found.hits)) == sorted(scan(texts, "the"))


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_builder_that_is_killed_is_taken_up_by_the_next(
    make_workspace: MakeWorkspace, lines: int
) -> None:
    texts = hard_texts(5, 1500)
    workspace = make_workspace(texts)
    process = builder(workspace)
    assert process.stdout
    for _ in range(lines):
        process.stdout.readline()
    process.kill()
    process.communicate()
    found = Searcher(workspace, Store(workspace)).search("envoy", limit=None)
    assert sorted(places(found.hits)) == sorted(scan(texts, "envoy"))
    assert update(workspace).documents == len(texts)
    assert is_indexed(workspace)


def test_a_builder_ends_when_nobody_listens(make_workspace: MakeWorkspace) -> None:
    process = builder(make_workspace(hard_texts(6, 600)))
    assert process.stdout
    assert process.stderr
    assert json.loads(process.stdout.readline())["total"] == 601
    process.stdout.close()
    assert process.wait() == 0
    assert process.stderr.read() == b""
    process.stderr.close()


def test_a_process_builds_and_tells(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(7, 30))
    process = IndexProcess(workspace)
    assert process.poll() is None
    process.start()
    assert process.wait(60)
    assert process.poll() == Progress(31, 31, "")
    assert not process.running
    assert is_indexed(workspace)


def test_a_process_that_is_stopped_is_gone(make_workspace: MakeWorkspace) -> None:
    process = IndexProcess(make_workspace(hard_texts(8, 600)))
    process.start()
    process.stop()
    assert not process.running
    process.stop()


def test_a_process_indexes_only_what_belongs_to_the_workspace(
    make_workspace: MakeWorkspace,
) -> None:
    everything = make_workspace({"a.txt": "the", "-b c.txt": "the", "other.txt": "the"})
    only = Workspace(everything.root, everything.settings, frozenset(("a.txt", "-b c.txt")))
    process = IndexProcess(only)
    process.start()
    assert process.wait(60)
    assert process.poll() == Progress(2, 2, "")


def test_code_in_the_workspace_is_not_run(make_workspace: MakeWorkspace) -> None:
    trap = "import pathlib; pathlib.Path(__file__).with_name('sprung').touch()"
    texts = {f"{name}/__init__.py": trap for name in ("annotations", "documents", "whoosh")}
    workspace = make_workspace(texts | {"json.py": trap, "os.py": trap})
    process = IndexProcess(workspace)
    process.start()
    assert process.wait(60)
    assert is_indexed(workspace)
    assert not [*workspace.root.rglob("sprung")]
