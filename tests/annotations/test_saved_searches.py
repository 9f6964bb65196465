"""Saving a search changes sidelight.toml by that search alone, and loses nothing a person wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.saved_searches import (
    CannotSave,
    remove_search,
    save_search,
    saved_searches,
    with_search,
    without_search,
)
from documents.settings import SavedSearch, parse_settings

BY_HAND = """\
# What we read with
statuses = ["open",  "supported"]   # no more

  [[search]]  # the first
  query = 'tag:figure'   # with single quotes
  name = "Figures"
  colour = "blue"

# about the call
[source."call.txt"]
title = "The call"  # as printed

# nothing follows
"""


def saved(text: str) -> dict[str, str]:
    return {one.name: one.query for one in parse_settings(text).searches}


def test_a_search_is_put_behind_the_last_one_and_all_else_stays() -> None:
    after = with_search(BY_HAND, SavedSearch("Envoys", '"special envoy" OR "delegate"'))
    assert saved(after) == {"Figures": "tag:figure", "Envoys": '"special envoy" OR "delegate"'}
    before, behind = BY_HAND.split("\n# about the call", 1)
    assert after.startswith(before)
    assert after.endswith("\n# about the call" + behind)


def test_a_search_of_the_same_name_gets_the_new_query_in_its_place() -> None:
    after = with_search(BY_HAND, SavedSearch("Figures", "tag:claim/figure"))
    assert after == BY_HAND.replace("'tag:figure'", '"tag:claim/figure"')


def test_what_is_saved_already_changes_nothing() -> None:
    assert with_search(BY_HAND, SavedSearch("Figures", "tag:figure")) == BY_HAND


def test_a_search_is_taken_out_and_the_comments_on_it_stay() -> None:
    after = without_search(BY_HAND, "Figures")
    assert saved(after) == {}
    for comment in ("# the first", "# with single quotes", "# about the call", "# nothing follows"):
        assert comment in after
    assert without_search(BY_HAND, "Other") == BY_HAND


def test_what_was_put_in_last_and_taken_out_again_leaves_the_file_as_it_was() -> None:
    for text in (BY_HAND, 'ignore = ["a"]\n', "# only this\n"):
        there_and_back = without_search(with_search(text, SavedSearch("a", "b")), "a")
        assert there_and_back == text


def test_line_ends_and_a_mark_at_the_beginning_stay() -> None:
    text = "\ufeff" + BY_HAND.replace("\n", "\r\n")
    after = with_search(text, SavedSearch("Envoys", "envoy"))
    assert after.startswith("\ufeff# What")
    assert after.count("\n") == after.count("\r\n")


def test_searches_in_one_line_are_left_to_their_writer() -> None:
    with pytest.raises(CannotSave, match="yourself"):
        with_search('search = [{name = "a", query = "b"}]\n', SavedSearch("c", "d"))


ENTRIES = st.lists(
    st.sampled_from(
        [
            "# a comment\n",
            "\n",
            '[[tag]]\nname = "t{n}"\n',
            '[[search]]\nname = "s{n}"\nquery = "q"\n',
            '[search.more]\nx = "[[search]]"\n',
            '[source."{n}.txt"]\ntitle = """\n[[search]]\n"""\n',
        ]
    ),
    max_size=8,
)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
NAMES = st.sampled_from(["s0", "s3", "new", 'with "quotes"', "mit Öl"])


def file_of(entries: list[str]) -> str:
    """A settings file; what stands below a search comes behind one alone."""
    text = ""
    for number, entry in enumerate(entries):
        if entry.startswith("[search.more") and not text.rstrip().endswith('query = "q"'):
            continue
        text += entry.replace("{n}", str(number))
    return text


@given(ENTRIES, NAMES, WORDS)
def test_any_query_is_read_back_and_every_other_line_stays(
    entries: list[str], name: str, query: str
) -> None:
    text = file_of(entries)
    after = with_search(text, SavedSearch(name, query))
    assert saved(after) == saved(text) | {name: query}
    if name not in saved(text):
        lines = iter(after.splitlines())
        assert all(line in lines for line in text.splitlines())


def test_it_is_on_disk_and_read_anew(tmp_path: Path) -> None:
    save_search(tmp_path, SavedSearch("Envoys", "envoy"))
    save_search(tmp_path, SavedSearch("Claims", "tag:claim"))
    assert [one.name for one in saved_searches(tmp_path)] == ["Envoys", "Claims"]
    remove_search(tmp_path, "Envoys")
    assert [one.name for one in saved_searches(tmp_path)] == ["Claims"]


def test_a_link_to_a_file_elsewhere_stays_one(tmp_path: Path) -> None:
    elsewhere, here = tmp_path / "shared.toml", tmp_path / "here"
    here.mkdir()
    elsewhere.write_text("# shared\n", encoding="utf-8")
    (here / "sidelight.toml").symlink_to(elsewhere)
    save_search(here, SavedSearch("Envoys", "envoy"))
    assert (here / "sidelight.toml").is_symlink()
    assert elsewhere.read_text(encoding="utf-8").startswith("# shared\n\n[[search]]\n")


@pytest.mark.parametrize("text", ["keep_texts = = 1\n", "\udc80"])
def test_a_file_with_a_mistake_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    data = text.encode("utf-8", "surrogateescape")
    (tmp_path / "sidelight.toml").write_bytes(data)
    with pytest.raises(CannotSave, match=r"sidelight\.toml"):
        save_search(tmp_path, SavedSearch("a", "b"))
    assert (tmp_path / "sidelight.toml").read_bytes() == data


def test_a_name_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="empty"):
        save_search(tmp_path, SavedSearch("", "b"))
    assert not (tmp_path / "sidelight.toml").exists()
