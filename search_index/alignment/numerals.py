"""Numbers as they are written in reports: 5,93 and 5.93, 14 500 and 14.500, seventeen and 17."""

from __future__ import annotations

from documents.lazy_regex import lazy_regex

_UNITS = {
    2: "two zwei deux dos dois duas два две двух двое twee",
    3: "three drei trois tres tre три трех трое drie",
    4: "four vier quatre cuatro quattro quatro четыре четырех четверо",
    5: "five funf cinq cinco cinque пять пяти vijf",
    6: "six sechs seis шесть шести zes",
    7: "seven sieben sept siete sette sete семь семи zeven",
    8: "eight acht huit ocho otto oito восемь восьми",
    9: "nine neun neuf nueve nove девять девяти negen",
    10: "ten zehn dix diez dieci dez десять десяти tien",
    11: "eleven elf onze undici одиннадцать одиннадцати",
    12: "twelve zwolf douze doce dodici doze двенадцать двенадцати dozen dutzend douzaine docena",
    13: "thirteen dreizehn treize trece tredici treze тринадцать",
    14: "fourteen vierzehn quatorze catorce quattordici четырнадцать",
    15: "fifteen funfzehn quinze quince quindici пятнадцать",
    16: "sixteen sechzehn seize dieciseis sedici dezesseis шестнадцать",
    17: "seventeen siebzehn diecisiete diciassette dezessete семнадцать",
    18: "eighteen achtzehn dieciocho diciotto dezoito восемнадцать",
    19: "nineteen neunzehn diecinueve diciannove dezenove девятнадцать",
    20: "twenty zwanzig vingt veinte venti vinte двадцать двадцати",
    30: "thirty dreissig dreißig trente treinta trenta trinta тридцать",
    40: "forty vierzig quarante cuarenta quaranta quarenta сорок",
    50: "fifty funfzig cinquante cincuenta cinquanta cinquenta пятьдесят",
    60: "sixty sechzig soixante sesenta sessanta sessenta шестьдесят",
    70: "seventy siebzig setenta settanta семьдесят",
    80: "eighty achtzig ochenta ottanta oitenta восемьдесят",
    90: "ninety neunzig noventa novanta девяносто",
    100: "hundred hundert сто honderd",
    1000: "thousand tausend mille mil тысяча",
}
_MULTIPLIERS = {
    100: "hundred hundert cent cents honderd",
    1000: "thousand tausend mille mil mila тысяч тысячи тысяча тыс duizend 千",
    10**4: "万 萬",
    10**6: (
        "百万 百萬 "
        "million millions millionen mio millon millones milione milioni milhao milhoes "
        "миллион миллиона миллионов млн miljoen"
    ),
    10**7: "千万",
    10**8: "亿 億",
    10**9: (
        "billion billions bn milliarde milliarden mrd milliard milliards miliardo miliardi "
        "миллиард миллиарда миллиардов млрд miljard"
    ),
}
_HALVES = dict.fromkeys(("half", "halben", "halbe", "halber", "halbes"), 0.5)
_NAMES: dict[str, float] = _HALVES | {
    word: float(value) for value, words in _UNITS.items() for word in words.split()
}
_TIMES = {word: value for value, words in _MULTIPLIERS.items() for word in words.split()}

_FOUR_TWENTIES = ("quatre-vingts", "quatre-vingt")

PERCENT = frozenset(("%", "percent", "prozent", "процент", "процента", "процентов", "pct"))

_grouped = lazy_regex(r"\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_separators = lazy_regex(r"[.,'’\s]")


def number_named(folded: str) -> float | None:
    """The number that a word is, half or from two on; also one of several, "twenty-four"."""
    for tens in _FOUR_TWENTIES:
        if folded.startswith(tens):
            return 80 + (_ones(folded[len(tens) + 1 :]) if len(folded) > len(tens) else 0)
    tens, hyphen, ones = folded.partition("-")
    if hyphen:
        return _NAMES[tens] + _ones(ones) if tens in _NAMES else None
    return _NAMES.get(folded)


def _ones(folded: str) -> float:
    """What stands behind the tens; "et-un" is one more."""
    return number_named(folded.removeprefix("et-")) or 1


def multiplier(folded: str) -> int | None:
    """What a word after a number multiplies it by."""
    return _TIMES.get(folded)


def number_value(digits: str) -> float:
    """The value of a number as written, with any of the usual signs between its digits.

    Three digits after a sign are thousands, unless they follow a nought.
    """
    grouped = _grouped.fullmatch(digits)
    if grouped and not digits.startswith("0"):
        whole, fraction = digits, ""
        last = max(digits.rfind("."), digits.rfind(","))
        if last >= 0 and digits[last] != grouped[1]:
            whole, fraction = digits[:last], digits[last + 1 :]
        return float(f"{_separators.sub('', whole)}.{fraction or 0}")
    parts = _separators.split(digits)
    if len(parts) == 1:
        return float(parts[0])
    return float(f"{''.join(parts[:-1])}.{parts[-1]}")


def number_key(value: float) -> str:
    """A number as a key: equal numbers have equal keys."""
    return f"{round(value, 6):.15g}"
