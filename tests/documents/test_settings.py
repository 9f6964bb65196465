"""What ``sidelight.toml`` may say, and how a mistake in it is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.errors import SettingsError
from documents.settings import (
    LARGEST_SETTINGS,
    SavedSearch,
    Settings,
    TagSetting,
    load_settings,
    parse_settings,
)

EVERYTHING = """
keep_texts = "private"
ignore = ["drafts/**"]
statuses = ["open", "supported"]
colour_of_the_future = "unknown"

[[tag]]
name = "claim"
key = "c"
hue = "blue"
review = true

[[tag]]
name = "claim/figure"

[[search]]
name = "Open figures"
query = 'tag:figure status:open'

[source."call.txt"]
title = "The call"
outlet = "A paper"
url = "https://example.org/call"
date = 2025-02-12
retrieved = "in autumn"
licence = "CC BY 4.0"
"""


def mistake(text: str) -> SettingsError | None:
    """The first mistake in a settings file's text, if there is any."""
    try:
        parse_settings(text)
    except SettingsError as error:
        return error
    return None


def test_everything_that_can_be_said() -> None:
    settings = parse_settings(EVERYTHING)
    assert settings.keep_texts == "private"
    assert settings.ignore == ("drafts/**",)
    assert settings.statuses == ("open", "supported")
    assert settings.tags == (
        TagSetting("claim", "c", "blue", True),
        TagSetting("claim/figure", None, None, None),
    )
    assert settings.searches == (SavedSearch("Open figures", "tag:figure status:open"),)
    source = settings.sources["call.txt"]
    assert (source.title, source.outlet) == ("The call", "A paper")
    assert (source.date, source.retrieved) == ("2025-02-12", "in autumn")
    assert source.url == "https://example.org/call"
    assert dict(source.extra) == {"licence": "CC BY 4.0"}


def test_without_a_file_nothing_is_said(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert Settings().keep_texts == "workspace"
    assert (Settings().tags, Settings().statuses, Settings().ignore) == ((), (), ())


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    for codec in ("utf-8", "utf-8-sig"):
        (tmp_path / "sidelight.toml").write_text('ignore = ["é"]\r\n', encoding=codec)
        assert load_settings(tmp_path).ignore == ("é",)


@pytest.mark.parametrize(
    ("text", "line", "column", "allowed"),
    [
        ("keep_texts = = 1", 1, 14, "value"),
        ("\nkeep_texts = 'everywhere'", 2, 1, '"workspace", "private", "off"'),
        ("ignore = 'drafts'", 1, 1, "list of strings"),
        ("ignore = [1]", 1, 1, "list of strings"),
        ("statuses = []", 1, 1, "at least one"),
        ("statuses = [\n'a',\n'a']", 1, 1, "twice"),
        ("statuses = ['a,b']", 1, 1, "comma"),
        ("[tag]\nname = 'a'", 1, 1, "[[tag]]"),
        ("[[tag]]\nkey = 'c'", 1, 1, "needs a name"),
        ("[[tag]]\nname = 3", 2, 1, "string"),
        ("[[tag]]\nname = ''", 2, 1, "empty"),
        ("[[tag]]\nname = ' a'", 2, 1, "white space"),
        ("[[tag]]\nname = 'a,b'", 2, 1, "comma"),
        ("[[tag]]\nname = 'a//b'", 2, 1, "slash"),
        ('[[tag]]\nname = "a\\u001bb"', 2, 1, "control"),
        ('[[tag]]\nname = "a\\u202eb"', 2, 1, "invisible"),
        ("[[tag]]\nname = 'a'\n  key = 'cc'", 3, 3, "one visible character"),
        ("[[tag]]\nname = 'a'\nkey = ' '", 3, 1, "one visible character"),
        ("[[tag]]\nname = 'a'\nhue = 'pink'", 3, 1, '"blue", "amber", "violet"'),
        ("[[tag]]\nname = 'a'\nreview = 'yes'", 3, 1, "true or false"),
        ("[[tag]]\nname = 'a'\n[[tag]]\nname = 'a'", 4, 1, "two tags"),
        (
            "[[tag]]\nname='a'\nkey='c'\n\n[[tag]]\nname='b'\nkey='c'",
            7,
            1,
            'already the key of the tag "a"',
        ),
        ("source = 'call.txt'", 1, 1, "[source."),
        ("search = 'claims'", 1, 1, "[[search]]"),
        ("[[search]]\nname = 'a'", 1, 1, "a name and a query"),
        ("[[search]]\nname = ' a'\nquery = ''", 2, 1, "white space"),
        ("[[search]]\nname = 'a'\nquery = 3", 3, 1, "string"),
        ("[[search]]\nname='a'\nquery=''\n[[search]]\nname='a'\nquery=''", 5, 1, "two searches"),
        ("[source.'a.txt']\ntitle = 3", 2, 1, "string"),
        ("[source.'a.txt']\n[source.'b.txt']\nurl = 3", 3, 1, "string"),
        ("[source]\n'a.txt'.date = 3", 2, 1, "2025-02-12"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_is_allowed(
    text: str, line: int, column: int, allowed: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert allowed.lower() in caught.value.reason.lower()
    assert str(caught.value).isprintable()


@given(st.text(st.sampled_from("atg[]{}=.,'\"#\n 1-\\:\0é\x1b") | st.characters()))
def test_whatever_the_text_there_are_settings_or_one_line(text: str) -> None:
    assert str(mistake(text)).isprintable()


VALUES = st.recursive(
    st.sampled_from(["1", "1.5", "true", "2025-02-12", "07:30:00", "'a'", "''", '"\\u0007"']),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda item: f"{{name = {item}}}")
    ),
    max_leaves=4,
)
KEYS = ["keep_texts", "ignore", "statuses", "tag", "source", "other"]


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_a_value_of_any_type_gives_settings_or_one_line(values: dict[str, str]) -> None:
    text = "".join(f"{key} = {value}\n" for key, value in values.items())
    if error := mistake(text):
        line = text.splitlines()[error.line - 1]
        assert line[error.column - 1 :].startswith(tuple(values))


@pytest.mark.parametrize(
    "text", [".".join("a" * 5000) + " = 1", "[" + ".".join("a" * 5000) + "]", "a = " + "[" * 5000]
)
def test_what_would_overwhelm_a_parser_is_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        parse_settings(text)


def test_many_tags_are_no_burden() -> None:
    text = "".join(f"[[tag]]\nname = 't{n}'\n" for n in range(20_000))
    assert len(parse_settings(text).tags) == 20_000


def test_what_is_no_settings_file_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "sidelight.toml"
    file.write_bytes(b"# caf\n# \xe9\n")
    with pytest.raises(SettingsError, match=r"sidelight\.toml:2:1: .*UTF-8"):
        load_settings(tmp_path)
    os.truncate(file, LARGEST_SETTINGS + 1)
    with pytest.raises(SettingsError, match="1 MB"):
        load_settings(tmp_path)
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(SettingsError, match="not a file"):
        load_settings(tmp_path)


SEARCH = "[[search]]\nname = 'a'\nquery = 'b'\n"


@pytest.mark.parametrize(
    ("text", "line", "mend"),
    [
        ("indx = false", 1, 'did you mean "index"?'),
        ("\nINDEX = false", 2, 'did you mean "index"?'),
        ("no_index = true", 1, 'did you mean "index"?'),
        ("search-index = false", 1, 'did you mean "index"?'),
        ("keep_text = 'off'", 1, 'did you mean "keep_texts"?'),
        ("keep-texts = 'private'", 1, 'did you mean "keep_texts"?'),
        (SEARCH + "index = false", 4, "above the first table"),
        (SEARCH + SEARCH.replace("'a'", "'c'") + "indx = false", 7, 'call it "index"'),
        (SEARCH + "keep_texts = 'off'", 4, "above the first table"),
        ("[[tag]]\nname = 'a'\nindex = false", 3, "above the first table"),
        ("[source.'a.txt']\ntitle = 'a'\nindex = false", 3, "above the first table"),
        ("[source.'a.txt']\nkeep_texts = 'off'", 2, "above the first table"),
        ("[search_index]\nkeep = false", 2, 'did you mean "index"?'),
        ("[workspace]\na = 1\nindex = false", 3, "above the first table"),
        ("[workspace.of.mine]\nno-index = true", 2, "above the first table"),
    ],
)
def test_what_was_to_keep_words_from_being_stored_is_not_passed_over(
    text: str, line: int, mend: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    assert caught.value.line == line
    assert mend in caught.value.reason


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour = 'x'", '1:1: unknown key "colour"; there are keep_texts, index, ignore'),
        ("ignor = ['a']", '1:1: unknown key "ignor"; did you mean "ignore"?'),
        ("[sources.'a.txt']\ntitle = 'a'", '2:1: unknown key "sources"; did you mean "source"?'),
        (
            "[[tag]]\nname = 'a'\nhu = 'red'",
            '3:1: unknown key "hu" in [[tag]]; did you mean "hue"?',
        ),
        (SEARCH + "tag = 'c'", '4:1: unknown key "tag" in [[search]]; there are name, query'),
        (SEARCH + "ignore = ['a']", '4:1: "ignore" stands in the table [[search]] here'),
        ("[source.'a.txt']\nignore = ['a']", '2:1: "ignore" stands in the table [source."a.txt"]'),
    ],
)
def test_a_key_that_says_nothing_is_told_with_its_place(text: str, told: str) -> None:
    (warning,) = parse_settings(text).warnings
    assert warning.startswith(f"sidelight.toml:{told}")
    assert warning.isprintable()


def test_what_a_person_says_of_a_source_is_no_mistake() -> None:
    text = "[source.'index.html']\nindex = 'B 12'\nignore = 'yes'\nlicence = 'CC0'\nstatuses = 3"
    assert parse_settings(text).warnings == ()


def test_keys_that_say_nothing_are_told_in_the_order_of_the_file() -> None:
    text = "zero = 1\n[[tag]]\nname = 'a'\nhu = 1\n[other]\na = 1\n"
    places = [warning.split(":")[1] for warning in parse_settings(text).warnings]
    assert places == ["1", "4", "6"]


def test_a_file_of_keys_that_say_nothing_is_no_burden() -> None:
    text = "".join(f"k{n:x} = 1\n" for n in range(50_000))
    assert 0 < len(parse_settings(text).warnings) < 100
    with pytest.raises(SettingsError, match='did you mean "index"'):
        parse_settings(text + "indx = false\n")
