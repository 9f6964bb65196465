"""Words that turn what is said: denial, refusal, and doubt whether it is so; in a few languages."""

from __future__ import annotations

from typing import Literal

Stance = Literal["denial", "doubt", "certainty"]

_DENIAL = """
against cannot decline declined declines denial denied denies deny fail failed fails failure halt
halted lacked lacks neither never no nobody none nor not nothing nowhere refusal refuse refused
refuses reject rejected rejection rejects unable unlikely without

abgelehnt ablehnung dementiert dementierte gescheitert kein keine keinem keinen keiner keines lehnt
lehnte nicht nichts nie niemals niemand ohne verneint verneinte verweigert verweigerte weder

aucun aucune dement echec jamais ne ni nie pas refus refusa refuse rejet rejeta rejete rien sans

fracaso jamas nada nadie negado nego niega ningun ninguna ninguno nunca rechaza rechazado rechazo
sin

mai nao nega negato negou nenhum nenhuma nessuna nessuno niente ninguem non nulla recusou rejeitou
respinto rifiuta rifiutato sem senza

без не нет ни никогда никто ничего опроверг опровергла опровергли отверг отвергла отвергли отказ
отказалась отказались отказался отклонил отклонила отклонили
"""
_DOUBT = """
alleged allegedly alleges apparently appeared appears believed claim claimed
claims could estimated if may maybe might perhaps possible possibly purported purportedly
reportedly rumor rumored rumour rumoured seemed seems suggest suggested suggests supposedly
suspected unconfirmed unverified would

angeblich anscheinend durfte falls geschatzt konnte moglicherweise mutmasslich
offenbar scheint soll sollen unbestatigt vermutlich vielleicht wohl

apparemment aurait presume presumee pretendument semble serait

aparentemente habria parece podria posible presunta presuntamente presunto quiza quizas
supuesta supuestamente supuesto

aparentemente apparentemente avrebbe forse parece presumibilmente presunta presunto
sarebbe sembra suposta supostamente suposto talvez teria

вероятно видимо возможно может неподтвержденные неподтвержденный неподтвержденным
предполагаемый предположительно якобы
"""
_ROUGHLY = """
about almost approximately around nearly roughly some etwa fast knapp rund ungefahr environ pres
presque alrededor casi unas unos cerca circa quase quasi около почти примерно
"""
_NEGATIONS = """
neither never no nobody none nor not nothing nowhere without kein keine keinem keinen keiner keines
nicht nichts nie niemals niemand ohne weder aucun aucune jamas jamais ne ni nie pas rien sans nada
nadie ningun ninguna ninguno nunca sin nao nenhum nenhuma nessuna nessuno niente ninguem non nulla
sem senza без не нет ни никогда никто ничего
"""
_CERTAINTY = """
admits admitted bestatigt bestatigte bewiesen certain certainly certo confermato confirm confirma
confirmado confirme confirmed confirmo confirmou confirms definitely gewiss indeed probado prouve
provado provato proved proven raumte seguro sicher verified zweifellos доказано подтвердил
подтвердила подтвердили подтверждено признал признала признали
"""

_STANCES: dict[str, Stance] = {
    **dict.fromkeys(_CERTAINTY.split(), "certainty"),
    **dict.fromkeys(_DOUBT.split(), "doubt"),
    **dict.fromkeys(_DENIAL.split(), "denial"),
}


_FORMS_OF_LOSING = "lose loses losing lost waste wasted wastes wasting"
_LOSING = frozenset(_FORMS_OF_LOSING.split())
_FAILING = frozenset(["fail", "failed", "fails"])
_MORE_OR_LESS = "more less fewer greater later earlier mehr weniger spater plus moins mas menos piu"
_COMPARED = frozenset(_MORE_OR_LESS.split())
_THAN = frozenset(["than", "als", "de", "que", "di", "del"])
_NEGATION_WORDS = frozenset(_NEGATIONS.split())
_APPROXIMATIONS = frozenset(_ROUGHLY.split())
_ONLY = frozenset(["not only", "nicht nur"])


def is_turn_of_phrase(before: str, word: str, after: str, then: str = "") -> bool:
    """Whether a denial among folded words denies nothing: "lost no time", "not only", "no more
    than", and "both engines failed", where nothing follows that was failed to be done.
    """
    return (
        f"{word} {after}" in _ONLY
        or (before in _LOSING and f"{word} {after}" == "no time")
        or (word in _NEGATION_WORDS and after in _COMPARED and then in _THAN)
        or (word in _FAILING and after != "to")
    )


def stance_of(folded: str) -> Stance | None:
    """What a folded word without accents does to what is said, if anything."""
    return _STANCES.get(folded)


def is_roughly(folded: str) -> bool:
    """Whether a folded word, before a number, says that it is not exact."""
    return folded in _APPROXIMATIONS


def stance_key(folded: str) -> str:
    """What is common to words that turn what is said in the same way: "not", "no", "nobody"."""
    return "not" if folded in _NEGATION_WORDS else folded
