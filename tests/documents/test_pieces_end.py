"""A file that ends within a character is damaged, however little of it was asked for."""

from __future__ import annotations

from io import BytesIO

from documents.pieces import decode_beginning, decode_stream

DATA = "é".encode() * 50 + b"end \xc3"


def test_a_beginning_that_reaches_the_end_is_judged_as_the_whole_is() -> None:
    assert decode_stream(BytesIO(DATA)) is None or decode_stream(BytesIO(DATA)) == (
        decode_beginning(BytesIO(DATA), least=10_000)
    )
    assert decode_beginning(BytesIO(DATA), "utf-8", least=10_000) is None
    whole = decode_beginning(BytesIO(DATA[:-5]), "utf-8", least=10_000)
    assert whole is not None
    assert whole.text == "é" * 50
