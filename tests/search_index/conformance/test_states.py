"""Whatever state the index is in, the hits are the same."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MakeWorkspace
from plain_scan import hard_text, hard_texts, places, quoted, scan
from searched import index, queries, searcher_of

from annotations.store import Store
from documents.workspace import Workspace
from search_index.indexing.places import index_folder
from search_index.indexing.updating import update_index
from search_index.search import Searcher


def assert_all_found(searcher: Searcher, texts: dict[str, str], seed: int = 0) -> None:
    for words in queries(seed):
        found = searcher.search(quoted(words), limit=None)
        assert sorted(places(found.hits)) == sorted(scan(texts, words)), words
        assert found.total == len(found.hits)
        assert not found.problems


def test_indexed(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(1)
    workspace = make_workspace(texts)
    index(workspace)
    assert_all_found(searcher_of(workspace), texts)


def test_what_is_indexed_is_answered_from_the_index(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "Oil and gas.", "b.txt": "No more oil."})
    searcher = searcher_of(workspace)
    assert not searcher.search("oil").indexed
    index(workspace)
    assert searcher.search("oil").indexed
    (workspace.root / "b.txt").write_text("Still some oil.")
    assert not searcher.search("oil").indexed


def test_half_indexed(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(2)
    half = dict(list(texts.items())[::2])
    index(make_workspace(half))
    assert_all_found(searcher_of(make_workspace(texts)), texts)


def test_changed_and_gone_since_it_was_indexed(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(3)
    workspace = make_workspace(texts)
    index(workspace)
    searcher = searcher_of(workspace)
    assert_all_found(searcher, texts)
    (workspace.root / "00.txt").unlink()
    del texts["00.txt"]
    texts |= {"01.txt": hard_text(random.Random(99)), "new.txt": hard_text(random.Random(98))}
    make_workspace(texts)
    assert_all_found(searcher, texts)
    index(workspace)
    assert_all_found(searcher, texts)
    assert_all_found(searcher_of(workspace), texts)


def test_the_order_is_the_same_for_a_word(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(4))
    before = [searcher_of(workspace).search(word) for word in ("the", "envoy", "stop")]
    index(workspace)
    after = [searcher_of(workspace).search(word) for word in ("the", "envoy", "stop")]
    assert [each.hits for each in before] == [each.hits for each in after]


def test_a_new_index_is_taken_up_by_a_searcher_at_work(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(5))
    searcher = searcher_of(workspace)
    searcher.search("the")
    index(workspace)
    assert searcher.search("the").indexed


Damage = Callable[[Path, random.Random], None]


def cut(file: Path, chance: random.Random) -> None:
    os.truncate(file, chance.randrange(file.stat().st_size or 1))


def flip(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(data)


def delete(file: Path, _: random.Random) -> None:
    file.unlink()


def replace_by_folder(file: Path, _: random.Random) -> None:
    file.unlink()
    file.mkdir()


def replace_by_link(file: Path, _: random.Random) -> None:
    copy = file.with_name("copy")
    file.rename(copy)
    file.symlink_to(copy)


def let_others_write(file: Path, _: random.Random) -> None:
    file.chmod(0o666)


DAMAGES = [cut, flip, delete, replace_by_folder, replace_by_link, let_others_write]


def index_files(workspace: Workspace) -> list[Path]:
    return sorted(file for file in index_folder(workspace).rglob("*") if file.is_file())


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_changes_nothing(make_workspace: MakeWorkspace, damage: Damage) -> None:
    texts = hard_texts(6, 6)
    workspace = make_workspace(texts)
    index(workspace)
    whole = index_folder(workspace).with_name("whole")
    shutil.copytree(index_folder(workspace), whole)
    for number in range(len(index_files(workspace))):
        damage(index_files(workspace)[number], random.Random(number))
        assert_all_found(searcher_of(workspace), texts, number)
        shutil.rmtree(index_folder(workspace))
        shutil.copytree(whole, index_folder(workspace))


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_index_damaged_while_it_is_used_changes_nothing(
    make_workspace: MakeWorkspace, damage: Damage
) -> None:
    texts = hard_texts(7, 6)
    workspace = make_workspace(texts)
    for number in range(6):
        index(workspace)
        searcher = searcher_of(workspace)
        assert searcher.search("the").indexed
        file = random.Random(number).choice(index_files(workspace))
        damage(file, random.Random(number))
        assert_all_found(searcher, texts, number)
        index(workspace)
        assert searcher.search("the").indexed


def test_a_folder_that_vanishes_while_it_is_used_changes_nothing(
    make_workspace: MakeWorkspace,
) -> None:
    texts = hard_texts(8, 6)
    workspace = make_workspace(texts)
    index(workspace)
    searcher = searcher_of(workspace)
    assert searcher.search("the").indexed
    shutil.rmtree(index_folder(workspace))
    assert_all_found(searcher, texts)


def test_an_index_that_others_can_write_to_is_not_opened(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "oil"})
    index(workspace)
    index_folder(workspace).chmod(0o770)
    results = searcher_of(workspace).search("oil")
    assert (results.total, results.indexed) == (1, False)
    index(workspace)
    assert searcher_of(workspace).search("oil").indexed
    assert index_folder(workspace).stat().st_mode & 0o777 == 0o700


def test_an_index_that_is_a_link_is_not_opened(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "oil"})
    index(workspace)
    folder = index_folder(workspace)
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to(elsewhere)
    assert not searcher_of(workspace).search("oil").indexed
    index(workspace)
    assert not folder.is_symlink()
    assert searcher_of(workspace).search("oil").indexed


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_an_index_of_another_user_is_not_opened(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "oil"})
    index(workspace)
    for file in [index_folder(workspace), *index_folder(workspace).rglob("*")]:
        os.chown(file, 65534, 65534)
        assert not searcher_of(workspace).search("oil").indexed
        os.chown(file, 0, 0)
    assert searcher_of(workspace).search("oil").indexed


def test_where_no_index_can_be_kept_searching_works(
    make_workspace: MakeWorkspace, own_folders: Path
) -> None:
    own_folders.write_text("a file where the folder should be")
    workspace = make_workspace({"a.txt": "oil"})
    assert update_index(workspace, Store(workspace)).problem
    assert searcher_of(workspace).search("oil").total == 1
