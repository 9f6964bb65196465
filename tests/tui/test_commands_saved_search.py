"""``sidelight search --saved NAME`` and ``--facets``."""

from __future__ import annotations

from running import CommandLine, write

SETTINGS = '[[search]]\nname = "Calls"\nquery = "call OR message"\n'


def workspace(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt", "The call was short.\n")
    write(sidelight.folder, "sub/b.txt", "A message came.\n")
    write(sidelight.folder, "sidelight.toml", SETTINGS)


def test_a_saved_search_is_asked_by_its_name(sidelight: CommandLine) -> None:
    workspace(sidelight)
    found = sidelight("search", "--saved", "Calls", "--json").objects
    assert {one["document"] for one in found} == {"a.txt", "sub/b.txt"}
    found = sidelight("search", "--saved", "Calls", "sub", "--json").objects
    assert {one["document"] for one in found} == {"sub/b.txt"}


def test_a_name_that_is_not_saved_is_refused_with_those_that_are(sidelight: CommandLine) -> None:
    workspace(sidelight)
    said = sidelight("search", "--saved", "Letters", status=2).errors
    assert 'no search is saved as "Letters"; there is "Calls"' in said


def test_quotation_marks_in_names_are_escaped(sidelight: CommandLine) -> None:
    named = '\n[[search]]\nname = "My \\"best\\" one"\nquery = "call"\n'
    write(sidelight.folder, "a.txt", "The call was short.\n")
    write(sidelight.folder, "sidelight.toml", SETTINGS + named)
    said = sidelight("search", "--saved", "Letters", status=2).errors
    assert r'there are "Calls", "My \"best\" one"' in said


def test_a_query_and_a_saved_one_are_not_asked_at_once(sidelight: CommandLine) -> None:
    workspace(sidelight)
    assert "not both" in sidelight("search", "call", "sub", "--saved", "Calls", status=2).errors
    assert "nothing to search for" in sidelight("search", status=2).errors


def test_facets_are_told_with_the_query_that_narrows(sidelight: CommandLine) -> None:
    workspace(sidelight)
    write(sidelight.folder, "sub/c.txt", "Another call.\n")
    told = sidelight("search", "call OR message", "--facets", "--json").objects
    folder = next(one for one in told if one["facet"] == "folder")
    assert folder == {
        "facet": "folder",
        "value": "sub",
        "hits": 2,
        "query": "(call OR message) doc:sub/*",
    }
    assert len(sidelight("search", folder["query"], "--json").objects) == 2
    assert "2\tfolder\tsub\t" in sidelight("search", "call OR message", "--facets").output
