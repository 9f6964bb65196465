"""What a builder has to look at, and which shards it is to replace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from search_index.indexing.corpus import Corpus, Item
from search_index.whoosh_engine.shards import Entry, ShardName

SMALL = 250
"""A shard that answers for fewer texts than this costs a search more than it gives."""
MOST_SMALL_SHARDS = 6


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
    corpus: Corpus, known: Mapping[str, Entry], live: Mapping[ShardName, Iterable[str]]
) -> Plan:
    """What is to be done so that all of ``corpus`` is indexed, and in few shards.

    ``known`` is what is indexed now, ``live`` which texts each shard answers for.
    """
    present = {item.key for item in corpus}
    needed = {shard: present.intersection(keys) for shard, keys in live.items()}
    small = [shard for shard, keys in needed.items() if len(keys) < SMALL]
    retired = {shard for shard, keys in needed.items() if not keys}
    if len(small) > MOST_SMALL_SHARDS:
        retired.update(small)
    renewed = {key for shard in retired for key in needed[shard]}
    stale = corpus.outdated(lambda key: known[key].signature if key in known else None)
    tasks = (Task(item, item.key in renewed) for item in corpus)
    tasks = (task for task in tasks if task.renew or task.item.key in stale)
    return Plan(list(tasks), frozenset(retired))
