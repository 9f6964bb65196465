"""Which encodings a text is likely to be in that has no byte-order mark and is not in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from documents.lazy_regex import lazy_regex

SAMPLE = 64 * 1024
"""How many bytes are looked at; whether the whole decodes is for the caller to find out."""

_LIKELY = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859-1", "iso8859-2", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-9", "iso8859-15"),
    *("koi8-r", "koi8-u", "cp866", "cp874"),
    *("gb18030", "big5hkscs", "cp932", "euc_jis_2004", "cp949"),
)
"""What texts are still found in. Rarer ones would only be mistaken for these in a short text."""

_PREFERRED = {
    # As the WHATWG's Encoding Standard has it: what says ISO 8859-1 or -9 is Windows' superset.
    "iso8859-1": ("cp1252", "iso8859-1"),
    "iso8859-9": ("cp1254", "iso8859-9"),
    # The variants that most files are in, before the ones with rarer characters added.
    "big5hkscs": ("cp950", "big5hkscs"),
    "euc_jis_2004": ("euc_jp", "euc_jis_2004"),
}
_C1 = lazy_regex(rb"[\x80-\x84\x86-\x9f]")
_LATIN_9_ONLY = lazy_regex(rb"[\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe]")


def likely_encodings(data: bytes, start: int = 0) -> Iterator[str]:
    """Names of Python codecs for 8-bit and East Asian encodings, the likeliest first.

    ``start`` is where ``data`` stops being ASCII or UTF-8: what tells encodings apart is there.
    """
    from chardet import detect_all

    sample = _sample(data, start)
    ranking = detect_all(
        sample, ignore_threshold=True, include_encodings=_LIKELY, compat_names=False
    )
    for guess in ranking:
        yield from _spellings(guess["encoding"] or "cp1252", sample)


def _sample(data: bytes, start: int) -> bytes:
    """The lines around ``start``; a line feed is never half of a character in these encodings."""
    begin = data.rfind(b"\n", max(0, start - SAMPLE // 2), start) + 1
    sample = data[begin : begin + SAMPLE]
    whole_lines = sample.rfind(b"\n") + 1
    return sample[:whole_lines] if len(sample) == SAMPLE and whole_lines else sample


def _spellings(encoding: str, sample: bytes) -> tuple[str, ...]:
    """The codecs to try for a detected encoding."""
    if encoding == "iso8859-15" and not _LATIN_9_ONLY.search(sample):
        encoding = "iso8859-1"
    codecs_ = _PREFERRED.get(encoding, (encoding,))
    if _C1.search(sample):  # control characters that no text in an ISO 8859 encoding has
        return tuple(codec for codec in codecs_ if not codec.startswith("iso8859"))
    return codecs_
