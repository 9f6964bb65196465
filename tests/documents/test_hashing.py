"""Hashes are the ones that everybody else has."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator

import pytest

from documents import hashing
from documents.hashing import blake2b, sha256, sha256_of


@pytest.fixture(autouse=True)
def looked_for_anew() -> Iterator[None]:
    hashing._made_by.cache_clear()
    yield
    hashing._made_by.cache_clear()


@pytest.mark.parametrize("hidden", [(), ("hashlib",), ("_sha2", "_sha256", "_blake2")])
def test_hashes_are_the_usual_ones_whichever_module_has_them(
    hidden: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in hidden:
        if name == "hashlib":
            monkeypatch.delitem(sys.modules, name, raising=False)
        else:
            monkeypatch.setitem(sys.modules, name, None)
    pieces = sha256()
    pieces.update(b"side")
    pieces.update(b"light")
    sealed = blake2b()
    sealed.update(b"sidelight")
    assert pieces.hexdigest() == hashlib.sha256(b"sidelight").hexdigest()
    assert sha256_of(b"sidelight") == hashlib.sha256(b"sidelight").hexdigest()
    assert sealed.hexdigest() == hashlib.blake2b(b"sidelight").hexdigest()


def test_a_module_that_is_missing_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def missing(name: str) -> None:
        asked.append(name)
        raise ImportError

    monkeypatch.delitem(sys.modules, "hashlib", raising=False)
    monkeypatch.setattr(hashing, "import_module", missing)
    for _ in range(3):
        monkeypatch.delitem(sys.modules, "hashlib", raising=False)
        sha256()
    assert len(asked) == len(set(asked)) > 0
