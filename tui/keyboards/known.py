"""The layouts that are ready-made, by name."""

from __future__ import annotations

from tui.keyboards.arabic import ARABIC, PERSIAN
from tui.keyboards.asian import GEORGIAN, HINDI, THAI
from tui.keyboards.cyrillic import (
    BELARUSIAN,
    BULGARIAN,
    BULGARIAN_PHONETIC,
    MACEDONIAN,
    RUSSIAN,
    RUSSIAN_PHONETIC,
    SERBIAN,
    UKRAINIAN,
)
from tui.keyboards.greek import GREEK
from tui.keyboards.hebrew import HEBREW

LAYOUTS = {
    layout.name: layout
    for layout in (
        RUSSIAN,
        UKRAINIAN,
        BELARUSIAN,
        BULGARIAN,
        BULGARIAN_PHONETIC,
        SERBIAN,
        MACEDONIAN,
        RUSSIAN_PHONETIC,
        GREEK,
        ARABIC,
        PERSIAN,
        HEBREW,
        HINDI,
        GEORGIAN,
        THAI,
    )
}
