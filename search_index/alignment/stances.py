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
about alleged allegedly alleges almost apparently appeared appears around believed claim claimed
claims could estimated if may maybe might nearly perhaps possible possibly purported purportedly
reportedly roughly rumor rumored rumour rumoured seemed seems suggest suggested suggests supposedly
suspected unconfirmed unverified would

angeblich anscheinend durfte etwa falls fast geschatzt konnte laut moglicherweise mutmasslich
offenbar rund scheint soll sollen unbestatigt vermutlich vielleicht wohl

apparemment aurait environ presque presume presumee pretendument selon semble serait

aparentemente casi habria parece podria posible presunta presuntamente presunto quiza quizas segun
supuesta supuestamente supuesto unos

aparentemente apparentemente avrebbe circa forse parece presumibilmente presunta presunto quase
quasi sarebbe secondo segundo sembra suposta supostamente suposto talvez teria

вероятно видимо возможно может неподтвержденные неподтвержденный неподтвержденным около почти
предполагаемый предположительно примерно якобы
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
_ONLY = frozenset(["not only", "nicht nur"])


def is_turn_of_phrase(before: str, word: str, after: str) -> bool:
    """Whether a denial between two folded words denies nothing: "lost no time", "not only"."""
    return f"{word} {after}" in _ONLY or (before in _LOSING and f"{word} {after}" == "no time")


def stance_of(folded: str) -> Stance | None:
    """What a folded word without accents does to what is said, if anything."""
    return _STANCES.get(folded)
