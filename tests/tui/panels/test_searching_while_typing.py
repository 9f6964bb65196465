"""The last word of a query may be the beginning of a longer one, while it is being typed."""

from __future__ import annotations

import pytest

from tui.panels.search import while_typed


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("inv", "inv*"),
        ("i", "i*"),
        ("two w", "two w*"),
        ("al-", "al-*"),
        ("al-s", "al-s*"),
        ("two wor", "two wor*"),
        ("naïve", "naïve*"),
        ("tag:cla", "tag:cla*"),
        ("-witho", "-witho*"),
        ("(one OR tw", "(one OR tw*"),
        ('"a phrase" an', '"a phrase" an*'),
        ("doc:one tw", "doc:one tw*"),
        ("doc:(one) tw", "doc:(one) tw*"),
        ("doc:(tag:tw", "doc:(tag:tw*"),
        ("title:te", "title:te*"),
        ("author:an", "author:an*"),
        ("status:op", "status:op*"),
    ],
)
def test_a_word_at_the_end_is_completed(typed: str, asked: str) -> None:
    assert while_typed(typed) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-a",
        "one -a",
        "one NOT a",
        "word -",
        "word ",
        "word)",
        '"a phra',
        '"a phrase"',
        "one OR",
        "one NOT",
        "pre*",
        "word.",
        "doc:ess",
        "doc:al-",
        "Putin -doc:ess",
        "doc:(one OR ess",
        "doc:(tag:one two",
    ],
)
def test_what_is_whole_or_no_word_is_asked_as_it_stands(typed: str) -> None:
    assert while_typed(typed) == typed
