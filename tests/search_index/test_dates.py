from __future__ import annotations

import pytest

from search_index.dates import asked_days, document_days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", 20250101, 20251231),
        ("2025-03", 20250301, 20250331),
        ("2025-03-07", 20250307, 20250307),
        ("20250307", 20250307, 20250307),
        ("2025/3/7", 20250307, 20250307),
        ("202", 20200101, 20291231),
        ("2025-", 20250101, 20251231),
        ("2025-0", 20250101, 20250931),
        ("2025-1", 20251001, 20251231),
        ("2025-03-2", 20250320, 20250329),
        ("2025-01..2025-03", 20250101, 20250331),
        ("2025-01..", 20250101, 99999999),
        ("2025-01.", 20250101, 20250131),
        ("..2025", 0, 20251231),
        ("2025..2024", 20240101, 20251231),
        (">=2025-02", 20250201, 99999999),
        (">2025-02", 20250232, 99999999),
        ("<2025-02", 0, 20250200),
        ("<=2025", 0, 20251231),
        (">", 0, 99999999),
    ],
)
def test_a_date_stands_for_days(text: str, first: int, last: int) -> None:
    assert asked_days(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["yesterday", "2025-13", "2025-02-32", "12.02.2025", "20-5", "a..b"]
)
def test_what_is_no_date_stands_for_none(text: str) -> None:
    assert asked_days(text) is None


@pytest.mark.parametrize(
    ("path", "told", "day"),
    [
        ("call.txt", "2025-02-12", (20250212, 20250212)),
        ("call.txt", "2025-02-12T10:00:00", (20250212, 20250212)),
        ("call.txt", "2025-02", (20250201, 20250231)),
        ("2024-01-01.txt", "2025-02-12", (20250212, 20250212)),
        ("2024-01-01.txt", "last spring", (20240101, 20240101)),
        ("reports/2025-02-12-call.txt", None, (20250212, 20250212)),
        ("reports/call_20250212.txt", None, (20250212, 20250212)),
        ("2025/02/12/call.txt", None, (20250212, 20250212)),
        ("2024-01-01/2025-02-12.txt", None, (20250212, 20250212)),
        ("2025-02-30.txt", None, None),
        ("120250212.txt", None, None),
        ("99990101.txt", None, None),
        ("call.txt", None, None),
    ],
)
def test_a_document_has_the_date_on_record_or_the_one_in_its_path(
    path: str, told: str | None, day: tuple[int, int] | None
) -> None:
    assert document_days(path, told) == day
