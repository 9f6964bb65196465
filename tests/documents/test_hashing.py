"""Hashes are the ones that everybody else has."""

from __future__ import annotations

import hashlib
import sys

import pytest

from documents.hashing import blake2b, sha256, sha256_of


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
