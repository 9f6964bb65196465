"""What a builder has to look at, and which shards it is to replace."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from search_index.indexing.corpus import Corpus, Item
from search_index.whoosh_engine.shards import Entry, ShardName

MOST_SMALL_SHARDS = 6
"""Shards of one class of sizes that are kept; more are made into one."""

_CLASSES = (500_000, 4_000_000)
"""Code points, each of which ends a class; larger shards are never made into one."""


class Task(NamedTuple):
    """A text to look at.

    With ``renew`` it is indexed again even if it is the same, since its shard is to go.
    """

    item: Item
    renew: bool


class Plan(NamedTuple):
    """The tasks in order, and the shards that are not needed once they are done."""

    tasks: list[Task]
    retired: frozenset[ShardName]


def plan(
    corpus: Corpus,
    known: Mapping[str, Entry],
    live: Mapping[ShardName, Iterable[str]],
    written: Mapping[ShardName, int],
) -> Plan:
    """What is to be done so that all of ``corpus`` is indexed, and in few shards.

    ``known`` is what is indexed now, ``live`` which texts each shard answers for, and ``written``
    how many code points there are in each altogether.
    """
    present = {item.key for item in corpus}
    needed = {shard: present.intersection(keys) for shard, keys in live.items()}
    used = {shard: sum(known[key].length for key in keys) for shard, keys in needed.items()}
    wasted = {
        shard for shard, keys in needed.items() if not keys or 2 * used[shard] < written[shard]
    }
    retired = wasted | _too_many({s: n for s, n in used.items() if s not in wasted})
    renewed = {key for shard in retired for key in needed[shard]}
    stale = corpus.outdated(lambda key: known[key].signature if key in known else None)
    tasks = (Task(item, item.key in renewed) for item in corpus)
    tasks = (task for task in tasks if task.renew or task.item.key in stale)
    return Plan(list(tasks), frozenset(retired))


def _too_many(sizes: Mapping[ShardName, int]) -> set[ShardName]:
    """The shards of the classes that have too many of them: each costs a search something.

    A text is indexed anew once for each class that it passes, however often others change.
    """
    classes: defaultdict[int, set[ShardName]] = defaultdict(set)
    for shard, size in sizes.items():
        classes[bisect_right(_CLASSES, size)].add(shard)
    small = (classes[each] for each in range(len(_CLASSES)))
    return {shard for each in small if len(each) > MOST_SMALL_SHARDS for shard in each}
