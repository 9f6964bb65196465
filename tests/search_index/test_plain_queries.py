"""The queries that searching is held to are worth asking."""

from __future__ import annotations

import random

from plain_queries import any_query, texts

TEXTS = texts(random.Random(5))


def test_about_half_of_the_queries_find_something() -> None:
    chance = random.Random(0)
    queries = [any_query(chance) for _ in range(1000)]
    assert sum(bool(query.found(TEXTS)) for query in queries) > 450
