"""Keyboards with Cyrillic letters."""

from __future__ import annotations

from tui.keyboards.layout import Layout

RUSSIAN = Layout(
    "russian",
    languages=("ru", "be", "kk", "ky", "tt", "ba"),
    automatic=True,
    plain=("ё1234567890-=", "йцукенгшщзхъ\\", "фывапролджэ", "ячсмитьбю."),
    shifted=('Ё!"№;%:?*()_+', "ЙЦУКЕНГШЩЗХЪ/", "ФЫВАПРОЛДЖЭ", "ЯЧСМИТЬБЮ,"),
)
UKRAINIAN = Layout(
    "ukrainian",
    languages=("uk",),
    automatic=True,
    plain=("'1234567890-=", "йцукенгшщзхїґ", "фівапролджє", "ячсмитьбю."),
    shifted=('ʼ!"№;%:?*()_+', "ЙЦУКЕНГШЩЗХЇҐ", "ФІВАПРОЛДЖЄ", "ЯЧСМИТЬБЮ,"),
)
BELARUSIAN = Layout(
    "belarusian",
    languages=("be",),
    automatic=False,
    plain=("ё1234567890-=", "йцукенгшўзх'\\", "фывапролджэ", "ячсмітьбю."),
    shifted=('Ё!"№;%:?*()_+', "ЙЦУКЕНГШЎЗХ'/", "ФЫВАПРОЛДЖЭ", "ЯЧСМІТЬБЮ,"),
)
BULGARIAN = Layout(
    "bulgarian",
    languages=("bg",),
    automatic=False,
    plain=("(1234567890-.", ",уеишщксдзц;„", "ьяаожгтнвмч", "юйъэфхпрлб"),
    shifted=(')!?+"%=:/–№$€', "ыУЕИШЩКСДЗЦ§“", "ѝЯАОЖГТНВМЧ", "ЮЙЪЭФХПРЛБ"),
)
BULGARIAN_PHONETIC = Layout(
    "bulgarian-phonetic",
    languages=("bg",),
    automatic=False,
    plain=("ч1234567890-=", "явертъуиопшщю", "асдфгхйкл;'", "зьцжбнм,./"),
    shifted=("Ч!@№$%€§*()–+", "ЯВЕРТЪУИОПШЩЮ", 'АСДФГХЙКЛ:"', "ЗѝЦЖБНМ„“?"),
)
# The Latin keyboard beside it is QWERTZ: з stands where its z is, and ж, which two keys have,
# counts as the one beside enter.
SERBIAN = Layout(
    "serbian",
    languages=("sr",),
    automatic=False,
    plain=("`1234567890'+", "љњерт уиопшђж", "асдфгхјклчћ", "зџцвбнм,.-"),
    shifted=('~!"#$%&/()=?*', "ЉЊЕРТ УИОПШЂЖ", "АСДФГХЈКЛЧЋ", "ЗЏЦВБНМ;:_"),
)
MACEDONIAN = Layout(
    "macedonian",
    languages=("mk",),
    automatic=False,
    plain=(" 1234567890-=", "љњертѕуиопшѓж", "асдфгхјклчќ", "зџцвбнм,./"),
    shifted=("~!„“$%^&*()_+", "ЉЊЕРТЅУИОПШЃЖ", "АСДФГХЈКЛЧЌ", "ЗЏЦВБНМ;:?"),
)
RUSSIAN_PHONETIC = Layout(
    "russian-phonetic",
    languages=(),
    automatic=False,
    plain=("ю1234567890-ч", "явертыуиопшщэ", "асдфгхйкл;'", "зьцжбнм,./"),
    shifted=("Ю!@ёЁъЪ&*()_Ч", "ЯВЕРТЫУИОПШЩЭ", 'АСДФГХЙКЛ:"', "ЗЬЦЖБНМ<>?"),
)
