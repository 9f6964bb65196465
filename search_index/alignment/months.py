"""Months and days of the week by their names."""

from __future__ import annotations

_MONTHS = (
    "january jan januar janner janvier enero gennaio janeiro января январь січня",
    "february feb februar fevrier febrero febbraio fevereiro февраля февраль лютого",
    "march mar marz mars marzo marco maart марта март березня",
    "april apr avril abril aprile апреля апрель квітня",
    "may mai mayo maggio maio mei мая май травня",
    "june jun juni juin junio giugno junho июня июнь червня",
    "july jul juli juillet julio luglio julho июля июль липня",
    "august aug aout agosto августа август серпня",
    "september sep sept septembre septiembre settembre setembro сентября сентябрь вересня",
    "october oct oktober octobre octubre ottobre outubro октября октябрь жовтня",
    "november nov novembre noviembre novembro ноября ноябрь листопада",
    "december dec dezember decembre diciembre dicembre dezembro декабря декабрь грудня",
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NUMBERS |= {f"{number}月": number for number in range(1, 13)}
_DOUBTFUL = frozenset(("may", "march", "mar", "mars", "mai", "jan", "sep", "sept", "май", "мая"))
"""Names of months that are something else as well."""


def month_named(folded: str) -> int | None:
    """The month of that name, from 1 on; ``folded`` without accents."""
    return _NUMBERS.get(folded)


def is_doubtful(folded: str) -> bool:
    """Whether the word is a month only beside a day or a year."""
    return folded in _DOUBTFUL


_DAYS = (
    "monday montag lundi lunes lunedi понедельник понедельника 周一 星期一 月曜",
    "tuesday dienstag mardi martes martedi вторник вторника 周二 星期二 火曜",
    "wednesday mittwoch mercredi miercoles mercoledi среду 周三 星期三 水曜",
    "thursday donnerstag jeudi jueves giovedi четверг четверга 周四 星期四 木曜",
    "friday freitag vendredi viernes venerdi пятница пятницу 周五 星期五 金曜",
    "saturday samstag sonnabend samedi sabado sabato суббота субботу 周六 星期六 土曜",
    "sunday sonntag dimanche domingo domenica воскресенье 周日 星期日 日曜",
)
_DAY_NUMBERS = {name: number for number, names in enumerate(_DAYS) for name in names.split()}
_PARTS_OF_DAYS = "abend nachmittag nacht morgen vormittag mittag s"
_DAY_NUMBERS |= {
    f"{day}{part}": number
    for day, number in _DAY_NUMBERS.items()
    if day.endswith("tag") or day == "mittwoch"
    for part in _PARTS_OF_DAYS.split()
}


def weekday_named(folded: str) -> int | None:
    """The day of the week of that name, from 0 on; ``folded`` without accents."""
    return _DAY_NUMBERS.get(folded)
