"""In what a sentence and its echo are said to differ: like is set against like."""

from __future__ import annotations

import pytest

from search_index.alignment.running_text import running_text
from search_index.echoes.differing import compared, differences

Told = list[tuple[tuple[str, ...], tuple[str, ...]]]


def told(one: str, other: str, kind: str) -> Told:
    found = compared(one, other, running_text(one, other))
    return [(each.here, each.there) for each in differences(one, other, found) if each.kind == kind]


def against(one: str, other: str) -> Told:
    """Figures that stand against each other."""
    return [sides for sides in told(one, other, "number") if all(sides)]


@pytest.mark.parametrize(
    ("one", "other", "here", "there"),
    [
        ("for nine hours", "for fourteen hours", "nine", "fourteen"),
        ("it costs 12 million euros", "19 million euros to pay", "12", "19"),
        ("in two of its steel girders", "three of the steel girders", "two", "three"),
        ("Seventeen passengers were hurt", "Fourteen of them were hurt", "Seventeen", "Fourteen"),
        ("eleven miners in the dark", "thirteen men in the dark", "eleven", "thirteen"),
        ("closed on Tuesday", "closed on Wednesday", "Tuesday", "Wednesday"),
        ("opened in 1962", "opened in 1963", "1962", "1963"),
        ("by 1.8 percent", "by two percent", "1.8", "two"),
        ("on 3 March they left", "on 8 April they left", "3 March", "8 April"),
    ],
)
def test_figures_of_one_kind_stand_against_each_other(
    one: str, other: str, here: str, there: str
) -> None:
    assert against(one, other) == [((here,), (there,))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it met on Wednesday", "it met on 8 December"),
        ("on Thursday it rose", "it rose by 0.5 percent"),
        ("14 millimetres deep", "known since 2021"),
        ("three of the members", "by 9.2 percent"),
        ("for nine hours", "12 million euros"),
    ],
)
def test_figures_of_different_kinds_do_not(one: str, other: str) -> None:
    assert not against(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 million euros", "12 Millionen Euro"),
        ("inflation in April", "4月份通货膨胀率"),
        ("by half a point", "um 0,5 Punkte"),
        ("on Thursday", "周四"),
        ("early on Sunday", "dimanche matin"),
        ("on Tuesday night", "seit Dienstagabend"),
        ("it is so", "2. It is so"),
        ("it is so", "- 3) It is so"),
    ],
)
def test_the_same_in_another_writing_is_no_difference(one: str, other: str) -> None:
    assert told(one, other, "number") == []


def test_a_month_that_is_a_word_as_well_is_one_behind_a_word_for_when() -> None:
    assert told("more than in March", "more than before", "number") == [(("March",), ())]
    assert told("more than in March", "more than before", "name") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("she wanted no more than a quarter", "she wanted a quarter"),
        ("a boom lay around the wreck", "a boom lay at the wreck"),
        ("he was not drunk", "no alcohol was found"),
        ("some 38,000 cars", "rund 38.000 Autos"),
        ("30 tonnes, the company says", "30 tonnes selon la compagnie"),
    ],
)
def test_words_that_deny_nothing_and_doubt_nothing(one: str, other: str) -> None:
    assert told(one, other, "stance") == []


def test_denial_and_doubt_of_a_figure_are_told() -> None:
    one, other = "a boom had been laid around the wreck", "No boom was laid around the wreck"
    assert told(one, other, "stance") == [((), ("No",))]
    assert told("nearly two percent", "two percent", "stance") == [(("nearly",), ())]


def test_a_german_noun_is_no_name() -> None:
    one = "The city will spend 12 million euros on repairs, said Tobias Ahrendt."
    other = (
        "Die Reparatur kostet nach Angaben von Bürgermeister Tobias Ahrendt 12 Millionen Euro. "
        "Für den Verkehr ist die Brücke gesperrt, und der Prüfer sah, dass Fahrzeuge warteten."
    )
    assert told(one, other, "name") == []


def test_what_stands_against_something_comes_first() -> None:
    one = "Mikhail Bogdanov met 14 men in Moscow"
    other = "on Friday Sergei Bogdanov met 17 men"
    found = differences(one, other, compared(one, other, running_text(one, other)))
    sided = [bool(each.here and each.there) for each in found]
    assert sided == sorted(sided, reverse=True)
    assert (("14",), ("17",)) in [(each.here, each.there) for each in found]
