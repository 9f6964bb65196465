"""Links, decisions and conflicts in an annotation's table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from annotations.annotation_file import AnnotationFile
from annotations.model import Annotation, Conflict, Decision, Link, LinkKind, mark
from annotations.patching import new_file, patch
from annotations.toml_entries import conflict_over
from annotations.toml_file import ParsedFile, parse
from annotations.toml_values import annotation_from, values_of

NAME = "annotations/mk/a.txt.toml"
HEAD = 'schema = 1\n\n[document]\npath = "a.txt"\nsha256 = "00"\nlength = 9\n\n'
BASE = mark("One sentence here.", 0, 12, tags=("claim",), note="n", status="open")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda one: one.replace(microsecond=0)
)
links = st.builds(
    Link, st.sampled_from(LinkKind), texts.filter(bool), texts, st.sampled_from(["", "mk"]), texts
)
decisions = st.builds(Decision, texts, moments, st.sampled_from(["", "mk"]))


@st.composite
def conflicts(draw: st.DrawFn) -> Conflict:
    field = draw(st.sampled_from(["note", "status", "place"]))
    said = {name: draw(texts) for name in ("note", "status", "exact", "prefix")}
    theirs = replace(BASE, **said, text=draw(texts) or None, modified=draw(moments))
    return conflict_over(field, theirs)


annotations = st.builds(
    lambda linked, decided, waiting: replace(
        BASE, links=tuple(linked), history=tuple(decided), conflicts=tuple(waiting)
    ),
    st.lists(links, max_size=3),
    st.lists(decisions, max_size=3),
    st.lists(conflicts(), max_size=3),
)


def written(*those: Annotation) -> ParsedFile:
    file = AnnotationFile(author="mk", path="a.txt", digest="00", length=9)
    return new_file(replace(file, annotations=those), NAME)


def read(data: bytes) -> Annotation:
    [one] = parse(data, NAME, "mk", "a.txt").file.annotations
    return one


@given(annotations)
def test_what_is_written_is_read_again(annotation: Annotation) -> None:
    assert read(written(annotation).data) == annotation


@given(annotations, annotations)
def test_an_edit_gives_what_writing_it_anew_gives(before: Annotation, after: Annotation) -> None:
    parsed = written(before)
    patched = patch(parsed, parsed.file, {after.id: after}, NAME)
    assert read(patched.data) == after
    assert patched.data == written(after).data


def test_each_entry_has_a_line_of_its_own() -> None:
    link = Link(LinkKind.CONTRADICTS, "k2", "b.txt", "ann")
    made = Decision("refuted", datetime(2026, 11, 21, 19, tzinfo=UTC), "mk")
    text = written(replace(BASE, links=(link,), history=(made,))).data.decode()
    assert '    { kind = "contradicts", id = "k2", document = "b.txt", author = "ann" },\n' in text
    assert '    { status = "refuted", date = 2026-11-21 19:00:00Z, author = "mk" },\n' in text


@pytest.mark.parametrize(
    "statement",
    [
        'links = [{ kind = "likes", id = "k" }]',
        'links = [{ kind = "cites", id = "k", weight = 3 }]',
        'links = [{ kind = "cites" }, 5]',
        'links = { to = ["k"] }',
        'history = "yesterday"',
        'history = [{ status = "open" }]',
        'conflicts = [{ note = "x" }]',
        "conflicts = [{ start = true, modified = 2026-11-21 19:00:00Z }]",
        'conflicts = [{ status = "x", note = "y", modified = 2026-11-21 19:00:00Z }]',
    ],
)
def test_what_is_not_understood_stays_through_an_edit(statement: str) -> None:
    data = f"{HEAD}[annotation.k]\nstart = 1\nend = 2\n{statement}\n".encode()
    parsed = parse(data, NAME, "mk", "a.txt")
    [one] = parsed.file.annotations
    assert (one.links, one.history, one.conflicts) == ((), (), ())
    assert patch(parsed, parsed.file, {"k": replace(one, note="n")}, NAME).data == data.replace(
        b"end = 2\n", b'end = 2\nnote = "n"\n'
    )
    link, made = Link(LinkKind.CITES, "z"), Decision("open", BASE.created, "mk")
    waiting = conflict_over("status", BASE)
    more = replace(one, links=(link,), history=(made,), conflicts=(waiting,))
    table = tomli.loads(patch(parsed, parsed.file, {"k": more}, NAME).data.decode())
    again = annotation_from("k", table["annotation"]["k"])
    assert (again.links, again.history, again.conflicts) == ((link,), (made,), (waiting,))
    assert again.extra


def test_values_keep_their_order() -> None:
    full = replace(BASE, links=(Link(LinkKind.CITES, "z"),), extra={"due": 3})
    assert list(values_of(full))[-2:] == ["links", "due"]
