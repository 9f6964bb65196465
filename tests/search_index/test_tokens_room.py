"""The token files of many shards share a bounded room, and answer the same in a small one."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from search_index.whoosh_engine.tokens import Room, Tokens, Wanted, token_bytes

TEXTS = ([1, 2, 3, 1, 2], [2, 2, 1], [3, 1, 2, 2, 2, 1])
WANTED = Wanted((range(1, 2), range(2, 3)))


@pytest.fixture
def shards(tmp_path: Path) -> list[tuple[Path, list[int], int]]:
    """Five files of the same texts."""
    made = []
    for number in range(5):
        data, width = token_bytes(array("I", [token for text in TEXTS for token in text]))
        file = tmp_path / str(number)
        file.write_bytes(data)
        made.append((file, [0, 5, 8, 14], width))
    return made


@pytest.mark.parametrize("most", [0, 60, 10_000])
def test_answers_do_not_depend_on_the_room(
    shards: list[tuple[Path, list[int], int]], most: int
) -> None:
    room = Room(most)
    every = [Tokens(*shard, room) for shard in shards]
    for _ in range(3):
        for tokens in every:
            assert tokens.places(WANTED, range(3)).counts == {0: 2, 2: 1}
            assert tokens.places(WANTED, range(3)).first == {0: 0, 2: 9}
            assert tokens.in_texts(WANTED, (0, 1, 2)) == {0: [0, 3], 2: [9]}
            assert tokens.of(1) == [2, 2, 1]


def test_what_was_used_longest_ago_gives_way(shards: list[tuple[Path, list[int], int]]) -> None:
    one = Tokens(*shards[0]).size
    room = Room(3 * one)
    first, second, third, fourth = (Tokens(*shard, room) for shard in shards[:4])
    for tokens in (first, second, third, first, fourth):
        tokens.of(0)
    for file, _, _ in shards:
        file.unlink()
    for tokens in (first, third, fourth):
        assert tokens.of(1) == [2, 2, 1]
    with pytest.raises(OSError, match="No such file"):
        second.of(1)
