"""The language of a text, as far as its script and its commonest words tell."""

from __future__ import annotations

from documents.lazy_regex import lazy_regex
from search_index.folding import fold

_SAMPLE = 2000  # code points from the beginning of a text

NAMES = {
    "ar": ("arabic", "العربية"),
    "de": ("german", "deutsch"),
    "el": ("greek", "ελληνικά"),
    "en": ("english",),
    "es": ("spanish", "español"),
    "fa": ("persian", "farsi", "فارسی"),
    "fr": ("french", "français"),
    "he": ("hebrew", "עברית"),
    "hi": ("hindi", "हिन्दी"),
    "it": ("italian", "italiano"),
    "ja": ("japanese", "日本語"),
    "ko": ("korean", "한국어"),
    "nl": ("dutch", "nederlands"),
    "pt": ("portuguese", "português"),
    "ru": ("russian", "русский"),
    "th": ("thai", "ไทย"),
    "uk": ("ukrainian", "українська"),
    "zh": ("chinese", "中文"),
}
"""The languages that are told apart, by their ISO 639-1 codes, with what people call them."""

_SCRIPTS = {
    "el": "\u0370-\u03ff",
    "cyrillic": "\u0400-\u04ff",
    "he": "\u0590-\u05ff",
    "arabic": "\u0600-\u06ff",
    "hi": "\u0900-\u097f",
    "th": "\u0e00-\u0e7f",
    "ko": "\uac00-\ud7af",
    "kana": "\u3041-\u30ff",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "latin": "a-zA-Z\u00c0-\u024f",
}
_of_script = {name: lazy_regex(f"[{characters}]") for name, characters in _SCRIPTS.items()}
_UKRAINIAN = lazy_regex("[іїєґІЇЄҐ]")
_PERSIAN = lazy_regex("[پچژگی]")
_COMMON = {
    name: frozenset(words.split())
    for name, words in {
        "de": "der die das und ist im den von mit nicht ein eine zu auf des dem sich auch",
        "en": "the of and to is in that for was it with as on be this are by from",
        "es": "el la los las y en una por que del se un con su es para al como",
        "fr": "le la les et des est une dans du un pour que qui en sur au pas ce",
        "it": "il di che non è per una sono con della nel anche gli più alla dei la un",
        "nl": "het een van en dat niet met voor zijn op aan ook er maar werd naar de is",
        "pt": "o que não uma com para os mais em dos são também foi pelo ao um da as",
    }.items()
}


def is_language(code: str, wanted: str) -> bool:
    """Whether ``wanted`` begins the code or the name of a language."""
    wanted = fold(wanted)
    return bool(code) and any(
        fold(name).startswith(wanted) for name in (code, *NAMES.get(code, ()))
    )


def language_named(wanted: str) -> str:
    """The English names of the languages that ``wanted`` begins the code or a name of."""
    names = [names[0].title() for code, names in NAMES.items() if is_language(code, wanted)]
    return " or ".join(names) or f"“{wanted}”"


def language_of(text: str) -> str:
    """The code of the language that ``text`` begins in, one of NAMES; empty where none is told."""
    sample = text[:_SAMPLE]
    counts = {name: len(found.findall(sample)) for name, found in _of_script.items()}
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return ""
    if script in {"han", "kana"}:
        # Japanese writes both; one kana in ten is enough.
        return "ja" if counts["kana"] * 10 > counts["han"] else "zh"
    if script == "cyrillic":
        return "uk" if len(_UKRAINIAN.findall(sample)) * 50 > counts[script] else "ru"
    if script == "arabic":
        return "fa" if len(_PERSIAN.findall(sample)) * 20 > counts[script] else "ar"
    return _of_words(sample) if script == "latin" else script


def _of_words(sample: str) -> str:
    """Of languages in Latin letters, the one whose commonest words stand there."""
    words = sample.lower().split()
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""
