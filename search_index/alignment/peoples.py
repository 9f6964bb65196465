"""Names of countries and of their people: Syria and Syrian, Britain and British, as one name."""

from __future__ import annotations

_ENDINGS = (
    *("ischen", "ischer", "isches", "ische", "isch", "ians", "ian", "eans", "ean", "ans", "an"),
    *("ese", "ish", "ain", "land", "lands", "is", "ia", "ya", "ey", "ien", "i", "a", "y", "e"),
)
_SHORTEST = 4
_IRREGULAR = (
    "france french francais francaise frenchman frenchwoman frankreich franzosisch",
    "spain spanish spaniard spaniards espana",
    "netherlands dutch holland",
    "greece greek greeks",
    "denmark danish dane danes",
    "poland polish pole poles polen",
    "switzerland swiss schweiz",
    "ireland irish",
    "wales welsh",
    "norway norwegian norwegians",
    "syria syrian syrians syrien syrer",
    "cyprus cypriot cypriots",
    "philippines filipino filipinos",
    "thailand thai thais",
    "kosovo kosovar kosovars",
    "lebanon lebanese",
    "iraq iraqi iraqis irak",
    "oman omani omanis",
    "peru peruvian peruvians",
    "cuba cuban cubans",
    "mali malian malians",
    "chad chadian chadians",
    "laos laotian",
)
_KNOWN = {word: line.split()[0] for line in _IRREGULAR for word in line.split()}


def people(folded: str) -> str:
    """What the name of a country and those of its people have in common; any other word likewise
    loses its ending. ``folded`` without accents.
    """
    known = _KNOWN.get(folded)
    while known is None:
        for ending in _ENDINGS:
            if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST:
                folded = folded[: -len(ending)]
                break
        else:
            return folded
    return known
