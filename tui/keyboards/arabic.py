"""Keyboards with Arabic letters: the one of 101 keys, and the Persian standard ISIRI 9147."""

from __future__ import annotations

from tui.keyboards.layout import Layout

ARABIC = Layout(
    "arabic",
    languages=("ar",),
    automatic=True,
    plain=("ذ1234567890-=", "ضصثقفغعهخحجد\\", "شسيبلاتنمكط", "ئءؤرﻻىةوزظ"),
    shifted=(
        "\u0651!@#$%^&*)(_+",
        "\u064e\u064b\u064f\u064cﻹإ`÷×؛<>…",
        '\u0650\u064d][ﻷأـ،/:"',
        "~\u0652}{ﻵآ',.؟",
    ),
)
PERSIAN = Layout(
    "persian",
    languages=("fa",),
    automatic=True,
    plain=("\u200d۱۲۳۴۵۶۷۸۹۰-=", "ضصثقفغعهخحجچ\\", "شسیبلاتنمکگ", "ظطزرذدپو./"),
    shifted=(
        "÷!٬٫﷼٪×،*)(ـ+",
        "\u0652\u064c\u064d\u064b\u064f\u0650\u064e\u0651][}{|",
        "ؤئيإأآة»«:؛",
        "ك\u0653ژ\u0670\u200c\u0654ء><؟",
    ),
)
