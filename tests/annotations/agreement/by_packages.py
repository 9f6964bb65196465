"""Writes ``figures.json``: codings, and what established packages make of them.

Run it where scikit-learn, krippendorff and nltk are installed; the tests need none of them:

    python tests/annotations/agreement/by_packages.py

Every unit is written out, a character or a sentence at a time, and nothing of Sidelight is used.
"""

from __future__ import annotations

import json
import math
import random
import warnings
from importlib.metadata import version
from itertools import combinations
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).with_name("figures.json")
AUTHORS = ("anna", "ben", "cleo", "dina")
TAGS = ("claim", "claim/figure", "quote", "name")
STATUSES = ("open", "supported", "disputed", "refuted")
WORDS = [
    "the",
    "envoy",
    "told",
    "us",
    "that",
    "talks",
    "on",
    "grain",
    "and",
    "gas",
    "went",
    "well",
    "in",
    "spring",
]
SEEDS = range(1, 13)

Case = dict[str, Any]
Codes = list[object]  # of one unit: each author's, None where it was not coded


def make_case(seed: int) -> Case:
    """Texts, and marks of two to four authors on them, not all on every text."""
    chance = random.Random(seed)
    authors = AUTHORS[: 2 + seed % 3]
    texts, marks = {}, []
    for number in range(1 + seed % 3):
        sentences = make_sentences(chance)
        path, text = f"text{number}.txt", " ".join(sentences)
        texts[path] = sentences
        shared = [place(chance, text) for _ in range(6)]
        for author in authors:
            if number and chance.random() < 0.3:
                continue
            for _ in range(chance.randint(1, 8)):
                start, end = chance.choice(shared) if chance.random() < 0.6 else place(chance, text)
                tags = chance.sample(TAGS, chance.randint(1, 2))
                claim = any(tag.startswith("claim") for tag in tags)
                status = chance.choice(STATUSES) if claim else ""
                marks.append([author, path, start, end, tags, status])
    return {"seed": seed, "authors": authors, "texts": texts, "marks": marks}


def make_sentences(chance: random.Random) -> list[str]:
    """Short sentences that nobody would cut in another way."""
    lengths = [chance.randint(3, 9) for _ in range(chance.randint(8, 16))]
    return [" ".join(chance.choices(WORDS, k=length)).capitalize() + "." for length in lengths]


def place(chance: random.Random, text: str) -> tuple[int, int]:
    """A stretch of text somewhere."""
    start = chance.randrange(len(text) - 10)
    return start, min(len(text), start + chance.randint(1, 120))


def units(case: Case, kind: str, tag: str) -> list[Codes]:
    """For each unit of all texts whether each author has set the tag, or any; None: not read."""
    found: list[Codes] = []
    for path, sentences in case["texts"].items():
        marks = [mark for mark in case["marks"] if mark[1] == path]
        read = {mark[0] for mark in marks}
        if len(read) < 2:
            continue
        for start, end in stretches(sentences, kind):
            found.append(
                [
                    any(
                        has_tag(mark, tag)
                        for mark in marks
                        if mark[0] == author and mark[2] < end and start < mark[3]
                    )
                    if author in read
                    else None
                    for author in case["authors"]
                ]
            )
    return found


def stretches(sentences: list[str], kind: str) -> list[tuple[int, int]]:
    """The spans of the sentences, or of the characters, of a text."""
    length = len(" ".join(sentences))
    if kind == "characters":
        return [(place, place + 1) for place in range(length)]
    spans, start = [], 0
    for sentence in sentences:
        spans.append((start, start + len(sentence)))
        start += len(sentence) + 1
    return spans


def has_tag(mark: list[Any], tag: str) -> bool:
    """Whether a mark has the tag or one under it; any, for an empty one."""
    return any(tag in ("", name) or name.startswith(tag + "/") for name in mark[4])


def statuses(case: Case) -> list[Codes]:
    """For each sentence the one status of each author's claims in it."""
    found: list[Codes] = []
    for path, sentences in case["texts"].items():
        for start, end in stretches(sentences, "sentences"):
            row: Codes = []
            for author in case["authors"]:
                given = {
                    mark[5]
                    for mark in case["marks"]
                    if mark[:2] == [author, path] and mark[2] < end and start < mark[3] and mark[5]
                }
                if len(given) > 1:
                    given.discard("open")
                row.append(given.pop() if len(given) == 1 else None)
            found.append(row)
    return found


def kappa(first: Codes, second: Codes) -> float | None:
    """Cohen's kappa by scikit-learn; None where it is undefined."""
    from sklearn.metrics import cohen_kappa_score

    both = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    if not both:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of divisions by zero: the answer says it
        value = float(cohen_kappa_score(*map(numbers, zip(*both, strict=True))))
    return None if math.isnan(value) else value


def alpha(rows: list[Codes]) -> float | None:
    """Krippendorff's alpha by krippendorff, which nltk must confirm; None where undefined."""
    import krippendorff
    import numpy

    rows = [row for row in rows if sum(code is not None for code in row) > 1]
    known = sorted({str(code) for row in rows for code in row if code is not None})
    if len(known) < 2:
        return None
    numbered = [
        [numpy.nan if code is None else known.index(str(code)) for code in row] for row in rows
    ]
    table = numpy.array(numbered, dtype=float).T
    value = float(krippendorff.alpha(reliability_data=table, level_of_measurement="nominal"))
    assert math.isclose(value, alpha_by_nltk(rows), abs_tol=1e-9)
    return value


def alpha_by_nltk(rows: list[Codes]) -> float:
    """The same by nltk."""
    from nltk.metrics.agreement import AnnotationTask

    data = [
        (str(author), str(unit), str(code))
        for unit, row in enumerate(rows)
        for author, code in enumerate(row)
        if code is not None
    ]
    return float(AnnotationTask(data).alpha())


def numbers(codes: tuple[object, ...]) -> list[str]:
    """Codes as scikit-learn takes them."""
    return [str(code) for code in codes]


def figures(case: Case) -> list[list[Any]]:
    """Subject, name, measure, units, authors and value of every figure."""
    used = {name for mark in case["marks"] for name in mark[4]}
    used |= {"claim"} & {name.split("/")[0] for name in used}
    found = []
    for tag in ["", *sorted(used)]:
        subject = "tag" if tag else "any tag"
        found += of_rows(subject, tag, "sentences", case, units(case, "sentences", tag))
        value = alpha(units(case, "characters", tag))
        found.append([subject, tag, "krippendorff_alpha", "characters", case["authors"], value])
    rows = [row for row in statuses(case) if sum(code is not None for code in row) > 1]
    given = {str(code) for row in rows for code in row if code is not None}
    if given:
        found += of_rows("statuses", "", "sentences", case, rows)
    if "open" in given:
        made = [[None if code == "open" else code for code in row] for row in rows]
        found += of_rows("decisions", "", "sentences", case, made)
    for status in sorted(given):
        alone = [[None if code is None else code == status for code in row] for row in rows]
        found += of_rows("status", status, "sentences", case, alone)
    return found


def of_rows(subject: str, name: str, kind: str, case: Case, rows: list[Codes]) -> list[list[Any]]:
    """The kappa of each pair, and the alpha of all."""
    found: list[list[Any]] = []
    columns = list(map(list, zip(*rows, strict=True))) or [[] for _ in case["authors"]]
    for first, second in combinations(range(len(case["authors"])), 2):
        names = [case["authors"][first], case["authors"][second]]
        value = kappa(columns[first], columns[second])
        found.append([subject, name, "cohen_kappa", kind, names, value])
    found.append([subject, name, "krippendorff_alpha", kind, case["authors"], alpha(rows)])
    return found


def main() -> None:
    """Writes the file, a figure a line."""
    packages = {name: version(name) for name in ("scikit-learn", "krippendorff", "nltk")}
    cases = []
    for case in map(make_case, SEEDS):
        lines = {
            "seed": case["seed"],
            "authors": case["authors"],
            "texts": case["texts"],
            "marks": case["marks"],
            "figures": figures(case),
        }
        cases.append(json.dumps(lines))
    body = ",\n".join(cases)
    FIGURES.write_text(f'{{"packages": {json.dumps(packages)},\n"cases": [\n{body}\n]}}\n')


if __name__ == "__main__":
    main()
