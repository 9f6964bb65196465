"""Keyboards of other alphabets."""

from __future__ import annotations

from tui.keyboards.layout import Layout

GEORGIAN = Layout(
    "georgian",
    languages=("ka",),
    automatic=True,
    plain=("„1234567890-=", "ქწერტყუიოპ[]\\", "ასდფგჰჯკლ;'", "ზხცვბნმ,./"),
    shifted=("“!@#$%^&*()_+", "QჭEღთYUIOP{}|", 'AშDFGHჟKL:"', "ძXჩVBNM<>?"),
)
HINDI = Layout(
    "hindi",
    languages=("hi", "mr", "ne"),
    automatic=True,
    plain=(
        "\u094a१२३४५६७८९०-\u0943",
        "\u094c\u0948\u093e\u0940\u0942बहगदजड\u093c\u0949",
        "\u094b\u0947\u094d\u093f\u0941परकतचट",
        "\u0946\u0902मनवलस,.य",
    ),
    shifted=("ऒऍ\u0945#$%^&*()\u0903ऋ", "औऐआईऊभङघधझढञऑ", "ओएअइउफऱखथछठ", "ऎ\u0901णऩऴळशष।य़"),
)
THAI = Layout(
    "thai",
    languages=("th",),
    automatic=True,
    plain=(
        "_ๅ/-ภถ\u0e38\u0e36คตจขช",
        "ๆไำพะ\u0e31\u0e35รนยบลฃ",
        "ฟหกดเ\u0e49\u0e48าสวง",
        "ผปแอ\u0e34\u0e37ทมใฝ",
    ),
    shifted=(
        "%+๑๒๓๔\u0e39฿๕๖๗๘๙",
        '๐"ฎฑธ\u0e4d\u0e4aณฯญฐ,ฅ',
        "ฤฆฏโฌ\u0e47\u0e4bษศซ.",
        "()ฉฮ\u0e3a\u0e4c?ฒฬฦ",
    ),
)
