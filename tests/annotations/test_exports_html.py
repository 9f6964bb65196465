"""The HTML page: it shows everything, runs nothing and loads nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from export_material import TEXT, annotated, exported, hostile_material, material
from hypothesis import given
from hypothesis import strategies as st

from annotations.exports.html_page.marks import in_lanes, marked_html, marks_of
from annotations.model import Anchor
from annotations.palette import Palette

ELEMENTS = (
    "html head meta title style body header main nav section h1 h2 h3 p ol ul li a span "
    "div aside mark time blockquote q"
)
ATTRIBUTES = "lang charset http-equiv content name class id href dir title rel datetime"


class Page(HTMLParser):
    """The elements, ids, links and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "!doctype"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(attribute))]


def test_html_is_well_formed_and_links_lead_somewhere() -> None:
    page = Page(exported("html", hostile_material()))
    assert page.open == []
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    inner = {link[1:] for link in page.values("href") if link.startswith("#")}
    assert inner <= set(ids)


def test_html_runs_and_loads_nothing() -> None:
    page = exported("html", hostile_material())
    parsed = Page(page)
    allowed = set(ELEMENTS.split())
    assert {tag for tag, _ in parsed.elements} <= allowed
    attributes = {name for _, attrs in parsed.elements for name in attrs}
    assert attributes <= set(ATTRIBUTES.split())
    assert all(re.match("#|https?://", link) for link in parsed.values("href"))
    policy = next(a["content"] for _, a in parsed.elements if a.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not re.search(r"url\(|@import|src=[^x]", page)


def test_html_names_what_cannot_be_seen() -> None:
    page = exported("html", hostile_material())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", page)
    assert "U+202E" in page
    assert "␛" in page


def test_html_shows_the_whole_text_and_the_notes() -> None:
    page = Page(exported("html", material(annotated("5 bn", note="Which year?"))))
    for part in ("The minister spoke on Monday.", "Nobody asked why.", "Which year?", "claim"):
        assert part in page.text


def test_html_lists_the_claims_by_status() -> None:
    decided = annotated("Monday", status="supported")
    page = Page(exported("html", material(decided, annotated("5 bn"))))
    listing = page.text[page.text.index("Claims by status") :]
    assert listing.index("open") < listing.index("5 bn") < listing.index("supported")


def test_html_lists_a_changed_claim_as_it_reads_today_and_says_so() -> None:
    was = annotated("Monday")
    now = TEXT.replace("Monday", "Sunday")
    changed = replace(was, anchor=Anchor.CHANGED, reads="Sunday")
    lost = replace(annotated("5 bn"), start=None, end=None, anchor=Anchor.ORPHAN)
    page = Page(exported("html", material(changed, lost, texts={"call.txt": now})))
    _, _, below = page.text.partition("Claims by status")
    listing, _, _ = below.partition("\n\n\n\n")
    assert "Sunday" in listing
    assert "Monday" not in listing
    assert listing.index("Sunday") < listing.index("changed since it was marked")
    assert listing.index("5 bn") < listing.index("no longer in the text")


def test_html_of_a_long_text_shows_what_stands_near_the_marks() -> None:
    lines = [f"Sentence number {n} of a long text that goes on." for n in range(10_000)]
    text = "\n\n".join(lines)
    one = annotated("Sentence number 5000 of", text=text)
    page = exported("html", material(one, texts={"call.txt": text}))
    assert "number 4999 of" in page
    assert "number 5001 of" in page
    assert "number 4000 of" not in page
    assert "characters not shown" in page
    assert len(page) < 60_000


def test_html_of_a_text_that_is_gone_keeps_quotes_and_notes() -> None:
    page = Page(exported("html", material(annotated("Monday", note="When?"), texts={})))
    assert "Monday" in page.text
    assert "When?" in page.text


SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=8,
)


@given(st.text("ab<&\n ", min_size=45, max_size=45), SPANS, st.integers(0, 20), st.integers(25, 45))
def test_html_marks_nest_however_they_overlap(
    text: str, spans: list[tuple[int, int]], start: int, end: int
) -> None:
    placed = [
        replace(annotated("Monday"), start=left, end=right, anchor=Anchor.EXACT)
        for left, right in spans
    ]
    marks = [m for m in in_lanes(marks_of(placed, Palette())) if m.start < end and start < m.end]
    page = Page(marked_html(text, start, end, marks, {m.number for m in marks}))
    assert page.open == []
    for label in page.values("href"):
        page.text = page.text.replace(f"\u2060c{label[2:]}", "", 1)
    assert page.text == text[start:end]
    assert sorted(page.values("id")) == sorted(f"m{m.number}" for m in marks)


@given(SPANS)
def test_marks_that_overlap_stand_in_lanes_of_their_own(spans: list[tuple[int, int]]) -> None:
    placed = [replace(annotated("Monday"), start=left, end=right) for left, right in spans]
    laned = in_lanes(marks_of(placed, Palette()))
    for at in range(45):
        lanes = [one.lane for one in laned if one.start <= at < one.end]
        if len(lanes) <= 4:
            assert len([lane for lane in lanes if lane < 3]) == len(
                {lane for lane in lanes if lane < 3}
            )
