"""The engines that have to pass: each test here is one that every engine passes."""

from __future__ import annotations

import os

import pytest

from search_index.engine import Engine
from search_index.indexing.choosing import VARIABLE, chosen_engine

_OURS = {"whoosh": "search_index.whoosh_engine.engine", "one file": "one_file_engine"}
_NAMED = os.environ.get(VARIABLE)
ENGINES = {**_OURS, **({_NAMED: _NAMED} if _NAMED else {})}
"""Modules by a name for them; one that the environment names takes part."""


@pytest.fixture(params=ENGINES.values(), ids=ENGINES, autouse=True)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The engine that the program uses in this test."""
    monkeypatch.setenv(VARIABLE, request.param)
    return chosen_engine()
