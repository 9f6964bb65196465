from __future__ import annotations

import pytest

from search_index.queries.parsing import parse


@pytest.mark.parametrize(
    ("query", "plain"),
    [
        ("oil price", "“oil” and “price”"),
        ("o\ufb03cer ＡＢＣ cafe\u0301", "“officer” and “ABC” and “café”"),
        ('oil OR "in depth" -call', "“oil” or (“in depth”, without “call”)"),
        ("(oil OR gas) pric*", "(“oil” or “gas”) and “pric…”"),
        ("-oil", "anything without “oil”"),
        ("wi?d Gadafi~", "words like “wi?d” and “Gadafi” or up to two letters off"),
        ("oil NEAR/5 price", "“oil” within 5 words of “price”"),
        ("/sanction(s|ed)/", "the pattern /sanction(s|ed)/"),
        ("oil NEAR/99999 price", "“oil” within 1000 words of “price” (NEAR/1000 is the most)"),
        (
            "call~3 Gadafi~2",
            "“call” or up to one letter off and “Gadafi” or up to two letters off"
            " (~1 is the most in “call”)",
        ),
        ("NEAR/99999", "“NEAR/99999”"),
        ("tag:claim -status:open", "the tag “claim”, without the status “open”"),
        ("note: author:mk", "any note and the author “mk”"),
        ("has:reply OR has:l", "an annotation that is a reply or an annotation with a link"),
        ("lang:de title:oil", "text in German and “oil” in the title"),
        ("date:2025-02", "dated 2025-02-01 to 2025-02-28"),
        ("date:>2025-02", "dated from 2025-03-01 on"),
        ("date:<2025-01", "dated until 2024-12-31"),
        ("date:2025-02-12", "dated 2025-02-12"),
        ("oil -date:2025-02-12", "“oil”, not dated 2025-02-12"),
        ("has: -date:2025", "any annotation, not dated 2025-01-01 to 2025-12-31"),
    ],
)
def test_a_query_is_said_in_plain_words(query: str, plain: str) -> None:
    assert parse(query).plain == plain


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("oil or gas", "“or” is a word here; OR asks for either"),
        ("(oil) and gas", "“and” is a word here; AND asks for both"),
        ("oil not gas or coal", "“not” is a word here; NOT leaves out what follows; “or” is a "),
        *((query, "") for query in ("oil or", "or gas", '"oil or gas"', "oil OR gas", "-or gas")),
    ],
)
def test_a_small_operator_between_words_is_pointed_out(query: str, hint: str) -> None:
    told = parse(query).hint
    assert told.startswith(hint)
    assert bool(told) == bool(hint)
