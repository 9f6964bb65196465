"""What a builder has to look at, and which shards it is to replace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from search_index.snapshot import Record, Signature, Snapshot
from search_index.whoosh_engine.shards import Entry, ShardName

SMALL = 250
"""A shard that answers for fewer texts than this costs a search more than it gives."""
MOST_SMALL_SHARDS = 6


class Task(NamedTuple):
    """A text to look at: a document's, or what ``record`` says about it.

    With ``renew`` it is indexed again even if it is the same, since its shard is to go.
    """

    key: str
    signature: Signature
    document: str
    record: Record | None
    renew: bool


class Plan(NamedTuple):
    """The tasks in order, and the shards that are not needed once they are done."""

    tasks: list[Task]
    retired: frozenset[ShardName]


def plan(
    snapshot: Snapshot, known: Mapping[str, Entry], live: Mapping[ShardName, Iterable[str]]
) -> Plan:
    """What is to be done so that all of ``snapshot`` is indexed, and in few shards.

    ``known`` is what is indexed now, ``live`` which texts each shard answers for. A document is
    looked at again when what is written about it has changed, since that tells its encoding.
    """
    present = {key for key, _ in snapshot.by_key()}
    needed = {shard: present.intersection(keys) for shard, keys in live.items()}
    small = [shard for shard, keys in needed.items() if len(keys) < SMALL]
    retired = {shard for shard, keys in needed.items() if not keys}
    if len(small) > MOST_SMALL_SHARDS:
        retired.update(small)
    renewed = {key for shard in retired for key in needed[shard]}
    stale = {k for k, state in snapshot.by_key() if k not in known or known[k].signature != state}
    stale.update(record.path for record in snapshot.records if record.key in stale)
    tasks = (task for task in _tasks(snapshot, renewed) if task.renew or task.key in stale)
    return Plan(list(tasks), frozenset(retired))


def _tasks(snapshot: Snapshot, renewed: set[str]) -> Iterator[Task]:
    for path, state in snapshot.documents.items():
        yield Task(path, state, path, None, path in renewed)
    for record, state in snapshot.records.items():
        yield Task(record.key, state, record.path, record, record.key in renewed)
