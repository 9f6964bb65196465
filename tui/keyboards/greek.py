"""The Greek keyboard."""

from __future__ import annotations

from tui.keyboards.layout import Layout

GREEK = Layout(
    "greek",
    languages=("el",),
    automatic=True,
    plain=("`1234567890-=", ";ςερτυθιοπ[]\\", "ασδφγηξκλ '", "ζχψωβνμ,./"),
    shifted=("~!@#$%^&*()_+", ": ΕΡΤΥΘΙΟΠ{}|", 'ΑΣΔΦΓΗΞΚΛ "', "ΖΧΨΩΒΝΜ<>?"),
)
