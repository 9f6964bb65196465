from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.authors import author_name, default_author


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("mk", "mk"),
        ("Maria Krüger", "Maria-Krüger"),
        ("a_b-c9", "a_b-c9"),
        ("../../etc", "------etc"),
        (".hidden", "-hidden"),
        ("a/b", "a-b"),
        ("Олена", "Олена"),
        ("", "reader"),
        ("  ", "reader"),
    ],
)
def test_names_become_folders(raw: str, name: str) -> None:
    assert author_name(raw) == name


@given(st.text())
def test_any_name_is_a_safe_folder(raw: str) -> None:
    name = author_name(raw)
    assert name
    assert not name.startswith(".")
    assert all(c.isalnum() or c in "-_" for c in name)
    assert len(name.encode("utf-8")) <= 255
    assert author_name(name) == name


def test_a_name_typed_with_separate_accents_is_the_same_author() -> None:
    assert author_name(unicodedata.normalize("NFD", "Krüger")) == author_name("Krüger")


def test_the_configured_author_comes_before_the_login_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOGNAME", "login.name")
    assert default_author("Ann B") == "Ann-B"
    assert default_author(None) == "login-name"
    assert default_author(" ") == "login-name"
