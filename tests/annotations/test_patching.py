from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from annotations.annotation_file import AnnotationFile
from annotations.model import Anchor, Annotation
from annotations.patching import CannotPatch, new_file, patch
from annotations.toml_file import ParsedFile, parse

NAME = "annotations/mk/a.txt.toml"
MOMENT = datetime(2026, 11, 21, 19, tzinfo=UTC)
DIGEST = "ab" * 32

texts = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["'''", '"""', "[x]\n[y]", "# no", "\\", "\r\n", "a\x00b", "👩‍👩‍👧", "\u2028\x85", "x = 1"]
)
moments = st.datetimes(timezones=st.just(UTC), min_value=datetime(1971, 1, 1))
extras = st.dictionaries(
    st.sampled_from(["due", "links", "odd key", "x.y"]),
    st.integers(0, 9) | texts | st.dictionaries(texts, st.booleans(), max_size=2),
    max_size=2,
)


@st.composite
def any_annotation(draw: st.DrawFn, ids: st.SearchStrategy[str] = texts) -> Annotation:
    start = draw(st.none() | st.integers(0, 10**7))
    return Annotation(
        id=draw(ids),
        start=start,
        end=None if start is None else start + draw(st.integers(1, 500)),
        exact=draw(texts),
        prefix=draw(texts),
        suffix=draw(texts),
        tags=tuple(draw(st.lists(texts.filter(bool), max_size=3))),
        note=draw(texts),
        status=draw(texts),
        created=draw(moments),
        modified=draw(moments),
        text=draw(st.none() | st.just("cd" * 32)),
        anchor=draw(st.none() | st.sampled_from(Anchor)),
        source_author=draw(st.none() | texts.filter(bool)),
        reply_to=draw(st.none() | texts.filter(bool)),
        extra=draw(extras),
    )


def file_of(*every: Annotation) -> AnnotationFile:
    return AnnotationFile(
        author="mk",
        path="a.txt",
        digest=DIGEST,
        length=9,
        reader="plain",
        encoding="utf-8",
        annotations=tuple(every),
    )


def read(text: str) -> ParsedFile:
    return parse(text.encode("utf-8"), NAME, "mk", "a.txt")


def patched(text: str, **wanted: Annotation | None) -> str:
    parsed = read(text)
    return patch(parsed, parsed.file, wanted, NAME).data.decode("utf-8")


def one(identifier: str, start: int, note: str = "") -> Annotation:
    return Annotation(
        id=identifier, start=start, end=start + 5, note=note, created=MOMENT, modified=MOMENT
    )


def test_a_new_file_is_laid_out_as_the_format_shows() -> None:
    annotation = replace(
        one("k3f9q2mx", 478), exact="x", tags=("claim", "claim/figure"), status="open"
    )
    assert (
        new_file(file_of(annotation), NAME).data.decode()
        == f"""\
schema = 1

[document]
path = "a.txt"
sha256 = "{DIGEST}"
length = 9
reader = "plain"
encoding = "utf-8"

[annotation.k3f9q2mx]
start = 478
end = 483
exact = "x"
tags = [
    "claim",
    "claim/figure",
]
status = "open"
created = 2026-11-21 19:00:00Z
modified = 2026-11-21 19:00:00Z
"""
    )


@given(st.lists(any_annotation(), max_size=4, unique_by=lambda each: each.id))
def test_any_annotation_comes_back_as_it_was(every: list[Annotation]) -> None:
    written = new_file(file_of(*every), NAME)
    again = parse(written.data, NAME, "mk", "a.txt").file
    assert {each.id: each for each in again.annotations} == {each.id: each for each in every}
    assert again.annotations == written.file.annotations
    assert again.digest == DIGEST


ids = st.sampled_from(["a", "b", "c", "odd id", "x.y"])


@given(
    st.lists(any_annotation(ids), max_size=5, unique_by=lambda each: each.id),
    st.lists(any_annotation(ids), max_size=5, unique_by=lambda each: each.id),
    st.booleans(),
)
def test_any_change_of_any_file_gives_what_was_wanted(
    before: list[Annotation], after: list[Annotation], windows: bool
) -> None:
    data = new_file(file_of(*before), NAME).data
    parsed = parse(data.replace(b"\n", b"\r\n") if windows else data, NAME, "mk", "a.txt")
    wanted = {each.id: None for each in before} | {each.id: each for each in after}
    result = patch(parsed, replace(parsed.file, digest="ef" * 32), wanted, NAME)
    again = parse(result.data, NAME, "mk", "a.txt")
    assert {each.id: each for each in again.file.annotations} == {each.id: each for each in after}
    assert again.file == result.file
    assert again.layout.text == result.layout.text
    assert (b"\r\n" in result.data) == windows
    assert not windows or b"\n" not in result.data.replace(b"\r\n", b"")


BY_HAND = f'''\
# My marks. Please ask before you edit!
schema = 1
mood = "good" # unknown to anybody

# what it is about
[document]
sha256 = '{DIGEST}'   # long
  path   =   "a.txt"

# the first
# (important)
[annotation.a]
note = """
[annotation.zz]
"""   # spread out
end=9
start=4 # here
colour = "green"
tags = ["x", # why x
        "y"]

# floating, about nothing

[annotation."odd id"]
start = 20
end = 25
# inside
[annotation."odd id".links]
to = ["k"]

[annotation.c]
start = 50
end = 55

[other.table]
x = 1
# the end'''


def test_an_edit_leaves_every_other_byte() -> None:
    a = read(BY_HAND).by_id["a"]
    assert patched(BY_HAND, a=replace(a, start=5, tags=("z",), status="open")) == (
        BY_HAND.replace("start=4 #", "start=5 #")
        .replace('["x", # why x\n        "y"]', '[\n    "z",\n]')
        .replace("]\n\n# floating", ']\nstatus = "open"\n\n# floating')
    )


def test_a_key_that_goes_leaves_the_comment_behind_it() -> None:
    a = read(BY_HAND).by_id["a"]
    cut = 'note = """\n[annotation.zz]\n"""   # spread out'
    assert patched(BY_HAND, a=replace(a, note="")) == BY_HAND.replace(cut, "# spread out")


def test_an_edit_keeps_sub_tables_and_comments_inside() -> None:
    odd = read(BY_HAND).by_id["odd id"]
    assert odd.extra == {"links": {"to": ["k"]}}
    assert patched(BY_HAND, **{"odd id": replace(odd, note="n")}) == BY_HAND.replace(
        "end = 25\n", 'end = 25\nnote = "n"\n'
    )


def test_an_unknown_key_that_changes_takes_its_tables_along() -> None:
    odd = read(BY_HAND).by_id["odd id"]
    text = patched(BY_HAND, **{"odd id": replace(odd, extra={"links": {"to": "m"}})})
    assert tomli.loads(text)["annotation"]["odd id"]["links"] == {"to": "m"}
    head, tail = BY_HAND.split('[annotation."odd id"]')[0], BY_HAND.split("[annotation.c]")[1]
    assert text.startswith(head)
    assert text.endswith(tail)
    assert "# inside" in text


def test_new_tables_go_by_position_before_the_comments_of_the_next() -> None:
    text = patched(BY_HAND, n=one("n", 10), first=one("first", 0), last=one("last", 99))
    order = [line for line in text.splitlines() if line.startswith("[")]
    assert order == [
        "[document]",
        "[annotation.first]",
        "[annotation.a]",
        "[annotation.zz]",  # inside a's note
        "[annotation.n]",
        '[annotation."odd id"]',
        '[annotation."odd id".links]',
        "[annotation.c]",
        "[annotation.last]",
        "[other.table]",
    ]
    assert "# the first\n# (important)\n[annotation.a]" in text
    assert "# floating, about nothing\n\n[annotation.n]" in text
    for lines in BY_HAND.split("\n\n"):
        assert lines in text


def test_adding_and_deleting_again_gives_the_same_bytes() -> None:
    for start in (0, 10, 30, 99):
        assert patched(patched(BY_HAND, n=one("n", start)), n=None) == BY_HAND


def test_a_person_keeps_the_comments_on_what_is_deleted() -> None:
    text = patched(BY_HAND, a=None)
    for comment in ("# the first\n# (important)\n", "# spread out\n", "# here\n", "# why x\n"):
        assert comment in text
    assert "colour" not in text
    assert [each.id for each in read(text).file.annotations] == ["odd id", "c"]
    assert '# floating, about nothing\n\n[annotation."odd id"]' in text


def test_deleting_removes_sub_tables_wherever_they_stand() -> None:
    text = BY_HAND + '\n[annotation."odd id".history]\nx = 1\n'
    assert "odd id" not in patched(text, **{"odd id": None})


@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n", "\n# bye", "  # bye\n", "\n  \n"])
def test_a_file_may_end_in_any_way(ending: str) -> None:
    text = "[document]\nlength = 9\n\n[annotation.a]\nstart = 1\nend = 2" + ending
    result = patched(text, b=one("b", 7))
    assert result.startswith(text)
    assert [each.id for each in read(result).file.annotations] == ["a", "b"]


def test_newlines_stay_those_of_the_file() -> None:
    text = BY_HAND.replace("\n", "\r\n")
    result = patched(text, n=one("n", 10, note="a\nb"), c=None)
    assert "\n" not in result.replace("\r\n", "")
    assert read(result).by_id["n"].note == "a\nb"


def test_a_byte_order_mark_stays() -> None:
    assert patched("\ufeff" + BY_HAND, c=None) == "\ufeff" + patched(BY_HAND, c=None)


def test_a_missing_document_table_comes_first() -> None:
    parsed = read("# mine\nschema = 1\n\n[annotation.a]\nstart = 1\nend = 2\n")
    result = patch(parsed, file_of(), {"a": one("a", 3)}, NAME)
    text = result.data.decode()
    assert text.startswith('# mine\nschema = 1\n\n[document]\npath = "a.txt"\nsha256 = "abab')
    assert parse(result.data, NAME, "mk", "a.txt").file.digest == DIGEST


UNUSUAL = [
    'annotation.a = { start = 1, end = 2, note = "x", due = 3 }\n',
    'annotation = { a = { start = 1, end = 2, note = "x", due = 3 } }\n',
    'annotation.a.start = 1\nannotation.a.end = 2\nannotation.a.note = "x"\nannotation.a.due = 3\n',
    '[annotation]\na = { start = 1, end = 2, note = "x", due = 3 }\n',
    '[annotation]\na.start = 1\na.end = 2\na.note = "x"\na.due = 3\n',
]


@pytest.mark.parametrize("text", UNUSUAL)
def test_an_unusual_layout_loses_nothing(text: str) -> None:
    parsed = read(text)
    a = parsed.by_id["a"]
    assert (a.note, a.extra) == ("x", {"due": 3})
    result = patch(parsed, file_of(), {"a": replace(a, note="y"), "b": one("b", 5)}, NAME)
    again = parse(result.data, NAME, "mk", "a.txt").by_id
    assert again == {"a": replace(a, note="y"), "b": one("b", 5)}


@pytest.mark.parametrize("text", UNUSUAL)
def test_an_unusual_layout_with_comments_is_refused_rather_than_lost(text: str) -> None:
    parsed = read("# keep me\n" + text)
    with pytest.raises(CannotPatch, match="comments"):
        patch(parsed, file_of(), {"a": None}, NAME)


def test_what_could_not_be_understood_stays_and_cannot_be_replaced() -> None:
    text = BY_HAND + "\n\n[annotation.bad]\nstart = 'x' # oops\n"
    result = patched(text, c=None, n=one("n", 1))
    assert result.endswith("[annotation.bad]\nstart = 'x' # oops\n")
    with pytest.raises(CannotPatch):
        patched(text, bad=one("bad", 1))


def test_times_a_file_does_not_give_are_not_made_up() -> None:
    text = "[document]\nlength = 9\n\n[annotation.a]\nstart = 1\nend = 2\n"
    a = read(text).by_id["a"]
    assert patched(text, a=replace(a, note="n")) == text + 'note = "n"\n'
