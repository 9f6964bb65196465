"""Rows end where a typesetter would end them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from texts import texts

from tui.layout.breaks import cuts_word
from tui.layout.clusters import clusters_of
from tui.layout.rowtext import row_text
from tui.layout.wrapping import wrap
from tui.visible import visible

ADDRESS = "https://www.example.org/2024/12/08/talks-in_the.harbour?page=2&lang=de#notes"


def rows(text: str, width: int) -> list[str]:
    return [text[row.start : row.end] for row in wrap(text, 0, len(text), width)]


def plain_and_wide(text: str, width: int) -> list[str]:
    """The rows of a text, which are the same where a wide character follows it."""
    plain = rows(text, width)
    assert rows(f"{text}\n漢", width)[: len(plain) - 1] == plain[:-1]
    return plain


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("one two – three", 8, ["one", "two –", "three"]),
        ("one two - three", 8, ["one", "two -", "three"]),
        ("He left. – Why?", 9, ["He left.", "– Why?"]),
        ("one two—three", 9, ["one two—", "three"]),
        ("— one two", 6, ["— one", "two"]),
        ("67,89 руб. — никто", 10, ["67,89", "руб. —", "никто"]),
        ("67,89 руб. — Никто", 10, ["67,89 руб.", "— Никто"]),
        ("и так и т. д. и тому", 8, ["и так и", "т. д. и", "тому"]),
        ("by J. R. Smith", 9, ["by", "J. R.", "Smith"]),
        ("also z. B. hier", 9, ["also", "z. B.", "hier"]),
        ("see p. 12 of it", 6, ["see", "p. 12", "of it"]),
        ("with Mr. Fox", 8, ["with", "Mr. Fox"]),
        ("at the arm. Then", 11, ["at the arm.", "Then"]),
        ("„abcdefgh“ – so", 9, ["„abcdefg", "h“ – so"]),
        ("and so … on", 7, ["and", "so … on"]),
        ("and so ... on", 8, ["and", "so ...", "on"]),
        ("il dit : oui", 7, ["il", "dit :", "oui"]),
        ("il dit « oui » hier", 11, ["il dit", "« oui »", "hier"]),
        ("sagte »Nein« laut", 8, ["sagte", "»Nein«", "laut"]),
        ("from 10 000 men", 8, ["from", "10 000", "men"]),
        ("in 2024 100 men", 8, ["in 2024", "100 men"]),
        ("ousted on 8 December 2024", 14, ["ousted on", "8 December", "2024"]),
        ("gestürzt am 8. Dezember", 15, ["gestürzt am", "8. Dezember"]),
        ("ousted on December 8, then", 14, ["ousted on", "December 8,", "then"]),
        ("ousted in December 2024", 18, ["ousted in December", "2024"]),
        ("about 1200 km away", 10, ["about", "1200 km", "away"]),
        ("since 2024 men went", 10, ["since 2024", "men went"]),
        ("see No. 7 of it", 6, ["see", "No. 7", "of it"]),
        ("scores 12 34 56 78", 12, ["scores 12 34", "56 78"]),
        ("in 2024 men", 8, ["in 2024", "men"]),
        ("about 5,93 % more", 10, ["about", "5,93 %", "more"]),
        ("see § 15 of it", 6, ["see", "§ 15", "of it"]),
        ("on 2024-12-08", 8, ["on", "2024-12-", "08"]),
        ("about 2019–2024", 10, ["about", "2019–2024"]),
        ("Mr\u00a0X and Mr\u00a0Y", 9, ["Mr\u00a0X and", "Mr\u00a0Y"]),
        ("an e-mail here", 5, ["an", "e-mai", "l", "here"]),
        ("well-known men", 7, ["well-", "known", "men"]),
        ("a name@host.example", 18, ["a", "name@host.example"]),
    ],
)
def test_what_belongs_together_stays_together(text: str, width: int, wanted: list[str]) -> None:
    assert plain_and_wide(text, width) == wanted


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("Donaudampfschifffahrt", 10, [True, True, False]),
        ("one two three", 5, [False, False, False]),
        ("one\u00a0two\u00a0three", 10, [True, False]),
        ("well-known men", 7, [False, False, False]),
        ("漢字漢字漢字", 6, [False, False]),
        ("ภาษาไทยภาษาไทย", 8, [False, False]),
        (f"see {ADDRESS}", 40, [True, True, False]),
    ],
)
def test_a_row_tells_whether_it_cuts_a_word(text: str, width: int, cut: list[bool]) -> None:
    assert [cuts_word(text, row.end) for row in wrap(text, 0, len(text), width)] == cut


@given(texts, st.integers(-3, 200))
def test_no_text_has_a_word_to_cut_at_white_space_or_beyond_its_ends(text: str, at: int) -> None:
    if cuts_word(text, at):
        assert 0 < at < len(text)
        assert not text[at - 1].isspace()
        assert not text[at].isspace()


def test_where_nothing_else_fits_a_poor_place_is_taken_before_a_word_is_cut() -> None:
    assert plain_and_wide("1 000 000 000", 5) == ["1 000", "000", "000"]


def test_an_address_goes_on_in_the_next_row_behind_its_points() -> None:
    found = plain_and_wide(f"See the page at {ADDRESS} for more.", 40)
    assert found[0] == "See the page at https://www.example.org/"
    assert all(one[-1] in "/?&=#._-" for one in found[:2])
    assert not any(one[0] in "/?&=#._-" for one in found)


def test_a_short_address_goes_to_the_next_row_whole() -> None:
    assert plain_and_wide("It has all been said at https://a.example/b-c now", 44) == [
        "It has all been said at",
        "https://a.example/b-c now",
    ]


def test_an_address_of_mail_is_cut_only_where_it_fits_no_row() -> None:
    text = "ask somebody.with-a.long_name@mail.example"
    assert plain_and_wide(text, 40) == ["ask", "somebody.with-a.long_name@mail.example"]
    assert "".join(rows(text, 20)).replace(" ", "") == text.replace(" ", "")


def test_a_hash_is_cut_only_where_it_fits_no_row() -> None:
    digest = "1f6d41212d17fafc" * 4
    assert plain_and_wide(f"the hash {digest}", 64) == ["the hash", digest]
    assert plain_and_wide(f"the hash {digest}", 32) == ["the hash", digest[:32], digest[32:]]


def test_a_soft_hyphen_and_a_zero_width_space_are_places_to_end() -> None:
    assert rows("Donau\u00addampf\u00adschiff", 8) == ["Donau\u00ad", "dampf\u00ad", "schiff"]
    assert rows("one/\u200btwo", 6) == ["one/\u200b", "two"]


def test_a_no_break_space_holds_wide_characters_too() -> None:
    assert rows("漢字\u00a0漢字", 5) == ["漢", "字\u00a0漢", "字"]


def test_a_word_is_not_broken_beside_a_conjunct() -> None:
    assert rows("ने कहा, क्षत्रिय ज्ञान", 12) == ["ने कहा,", "क्षत्रिय ज्ञान"]


def test_thai_is_broken_between_clusters_and_not_behind_a_leading_vowel() -> None:
    assert rows("ภาษาไทย", 5) == ["ภาษา", "ไทย"]
    assert rows("เกาะ", 3) == ["เก", "าะ"] or not any(row[0] in "ะา" for row in rows("ทะเลเกาะ", 4))


@pytest.mark.parametrize(
    "cluster",
    [
        "\U0001f1f8\U0001f1fe",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467",
        "1\ufe0f\u20e3",
        "\U0001f44d\U0001f3fd",
        "\U0001f3f3\ufe0f\u200d\U0001f308",
        "क्षि",
        "e\u0301\u0323",
        "각",
    ],
)
@pytest.mark.parametrize("width", range(2, 9))
def test_a_cluster_is_never_cut(cluster: str, width: int) -> None:
    assert all(not row.replace(cluster, "") for row in rows(cluster * 9, width))


@given(texts, st.integers(2, 30))
@example(ADDRESS, 20)
@example(f"漢 {ADDRESS}", 3)
def test_rows_hold_whole_clusters_no_wider_than_the_width(text: str, width: int) -> None:
    inside = {
        offset for first, stop, _ in clusters_of(visible(text)) for offset in range(first + 1, stop)
    }
    for row, following in pairwise([*wrap(text, 0, len(text), width)]):
        assert row.end <= following.start
        assert not {row.start, row.end} & inside
        shown = row_text(text, row).display
        assert cell_len(shown) <= width or len(clusters_of(shown)) == 1


typographic = st.lists(
    st.sampled_from(
        [
            "ab",
            "a",
            "word",
            "-",
            "–",
            "—",
            " – ",
            " - ",
            "…",
            " ...",
            "«",
            "»",
            " :",
            "?",
            ". ",
            " ",
            "12",
            "2024",
            "000",
            " 000",
            "%",
            "§",
            "/",
            "_",
            "a@b.cd",
            "https://ab.cd/e/",
            "\n",
            "  ",
        ]
    ),
    max_size=25,
).map("".join)


@given(typographic, st.integers(2, 24))
@example("a «", 2)
def test_text_is_broken_alike_whatever_else_stands_in_it(text: str, width: int) -> None:
    plain_and_wide(text.strip() or "x", width)


def test_an_address_ends_no_row_with_a_hyphen_where_it_has_another_point() -> None:
    text = "See https://example.org/reports/2024/a-long-name#fragment-identifier there."
    rows = [text[row.start : row.end] for row in wrap(text, 0, len(text), 60)]
    assert not any(row.endswith("-") for row in rows)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("unit", ["г.", "гг.", "тыс.", "млн", "млрд"])
def test_a_russian_number_keeps_its_unit(unit: str) -> None:
    text = f"В этом году было 2024 {unit} бюджета страны"
    for width in range(12, 40):
        rows = [text[row.start : row.end] for row in wrap(text, 0, len(text), width)]
        assert not any(row.endswith("2024") for row in rows)
