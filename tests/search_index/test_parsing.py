from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from search_index.queries.parsing import MAX_TERMS, parse
from search_index.queries.query import Near, Node, Term, Words, leaves, wanted_terms

PIECES = st.sampled_from(
    [
        *'()-*?~/[]{}\\|: \n"“”«»‘’„‚‹›「」『』ab',
        *("AND", "OR", "NOT", "NEAR", "NEAR/", "NEAR/3", " NEAR/2 ", "~1", "~2", '"~4'),
        *(
            "tag:",
            "TAG:",
            "note:",
            "doc:",
            "status:",
            "title:",
            "author:",
            "has:",
            "lang:",
            "date:",
        ),
        *(
            "C++",
            "北京",
            "word",
            "wi?d",
            "wo*d",
            "/re(a|b)/",
            "2025-03..2025",
            ">=2024",
            "note",
            "de",
        ),
    ]
)
QUERIES = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


@given(QUERIES, st.booleans())
def test_any_string_has_a_reading_which_reads_back_as_the_same(query: str, growing: bool) -> None:
    first = parse(query, growing=growing)
    assume(first.root is not None and "words are read)" not in first.understood)
    assume(not any({'"', "”", "»"} <= {*word} for word in written(first.root)))
    assert parse(first.understood).root == first.root, first.understood
    assert "\n" not in first.understood


def written(node: Node | None) -> Iterator[str]:
    for leaf, _ in leaves(node):
        yield from written_in(leaf if isinstance(leaf, Term) else leaf.term)


def written_in(term: Term) -> Iterator[str]:
    match term:
        case Words(text):
            yield text
        case Near(left, right):
            for part in (*left, *right):
                yield from written_in(part)


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("sanctions envoy", "sanctions AND envoy"),
        ("sanctions AND envoy", "sanctions AND envoy"),
        ('"in  depth" -call', '"in depth" AND NOT call'),
        ("a OR b c", "a OR b AND c"),
        ("(a OR b) c", "(a OR b) AND c"),
        ("NOT (a b)", "NOT (a AND b)"),
        ("NOT NOT a", "a"),
        ("and or not", "and AND or AND not"),
        ("pre* tag:claim STATUS:open", "pre* AND tag:claim AND status:open"),
        ('note:"two words" doc:reports/*.txt', 'note:"two words" AND doc:reports/*.txt'),
        ("note:(a OR -b)", "note:a OR NOT note:b"),
        ("tag:", "tag:*"),
        ("oil oil OR oil", "oil"),
    ],
)
def test_a_query_is_understood_as_people_mean_it(query: str, understood: str) -> None:
    assert parse(query).understood == understood


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("a AND", "a"),
        ("a OR", "a"),
        ("OR a", "a"),
        ("a AND AND OR b", "a OR b"),
        ("a NOT", "a"),
        ("(a", "a"),
        ("((a) b", "a AND b"),
        ("a -", "a"),
        ("a ()", "a"),
        ('"in dep', '"in dep"'),
        ('a "', "a"),
        ("AND", '"AND"'),
        ("OR NOT", '"OR" AND "NOT"'),
        ("--x", 'NOT "-x"'),
    ],
)
def test_a_query_that_is_not_finished_has_a_sensible_reading(query: str, understood: str) -> None:
    assert parse(query).understood == understood


@pytest.mark.parametrize(
    "word",
    ["C++", "don't", "5,93", "http://x.com/(a)?b=c", "U.S.", "f(x)", '5"', "a:b", "北京"],
)
def test_a_word_is_read_as_it_is_written(word: str) -> None:
    assert [term.text for term in wanted_terms(parse(word).root)] == [word]
    assert [term.text for term in wanted_terms(parse(f"({word})").root)] == [word]


def test_a_bracket_that_closes_nothing_belongs_to_its_word() -> None:
    assert parse("foo) :)").understood == '"foo)" AND ":)"'
    assert parse("(foo)").understood == "foo"


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("«two  words» one", '"two words" AND one'),
        ("‘two words’ -«one more»", '"two words" AND NOT "one more"'),
        ("«two wo", '"two wo"'),
        ("‘don’t call’", '"don’t call"'),
        ("‘tis not", "‘tis AND not"),
        ("don’t", "don’t"),
        ('«the "best" one»', '“the "best" one”'),
        ("note:«two words»", 'note:"two words"'),
        ("»two words« one", '"two words" AND one'),
        ("‚two words‘ ‚don’t call’", '"two words" AND "don’t call"'),
        ("‹two words› ›one more‹", '"two words" AND "one more"'),
        ("”two words” -„one more”", '"two words" AND NOT "one more"'),
        ("「two words」 『one more』", '"two words" AND "one more"'),
        ("»two wo", '"two wo"'),
        ("「東京タワー", "東京タワー"),
        ("東京「タワー」", "東京「タワー」"),
        ('”the "best" one”', '“the "best" one”'),
    ],
)
def test_the_quotes_of_other_languages_are_quotes(query: str, understood: str) -> None:
    assert parse(query).understood == understood


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ('"two wor*"', '"two wor"*'),
        ("«two wor*»*", '"two wor"*'),
        ('note:"two wor*"', 'note:"two wor"*'),
        ('"wor*"', "wor*"),
        ('"two wor*', '"two wor"*'),
        ('"two wor*"~3', "two NEAR/3 wor*"),
        ('doc:"two wor*"', 'doc:"two wor*"'),
        ('"two *"', '"two *"'),
        ('"tw* words"', '"tw* words"'),
        ('"two **words**"', '"two **words**"'),
        ("/a/wor*", '"/a/wor"*'),
    ],
)
def test_a_star_at_the_end_of_a_phrase_makes_its_last_word_a_beginning(
    query: str, understood: str
) -> None:
    assert parse(query).understood == understood


@pytest.mark.parametrize("query", ["?", "??", "*", "?*", "( * )"])
def test_signs_for_letters_alone_are_said_to_need_one(query: str) -> None:
    assert parse(query).root is None
    assert "need a letter" in parse(query).understood


@pytest.mark.parametrize("query", ["", " ", "-", "()", '""', "( ) -"])
def test_nothing_to_look_for_is_said(query: str) -> None:
    assert parse(query).root is None
    assert parse(query).understood == "nothing to look for"


@pytest.mark.parametrize(
    "query",
    ["(", "(a ", ")", "-(", "NOT ", '"', "tag:", "note:(", "(a OR ", "a AND (", "NOT (a OR "],
)
def test_no_depth_is_too_deep(query: str) -> None:
    first = parse(query * 10_000 + "b")
    assert parse(first.understood).understood or first.root is None


def test_what_is_left_out_of_a_very_long_query_is_said() -> None:
    query = parse(" ".join(f"w{number}" for number in range(MAX_TERMS + 1)))
    assert len(wanted_terms(query.root)) == MAX_TERMS
    assert query.understood.endswith(f"(only the first {MAX_TERMS} words are read)")
    query = parse(" OR ".join(f"word{number}~" for number in range(20)))
    assert query.understood.endswith("(only the first 8 words are read)")
