"""The language of a paragraph, where a rule needs it, and the words that begin sentences."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAMPLE = 2000  # code points of a paragraph that are enough to tell its language

_STOP_WORDS = {
    "en": _words("the of and to is in that for was it with as on be this are i you he at not my"),
    "de": _words("der die das und ist im den von mit nicht ein eine zu auf des dem sich auch als"),
    "fr": _words("le la les et des est une dans du un pour que qui en sur au par pas à il ce"),
    "es": _words("el la los las y en una por que del se un con su es para al como más lo"),
}

_ENGLISH = _words(
    """
    the this that these those he she it we they you i in on at as but and however if when while
    after before for what why how who where which there here its his her their our my your an a also
    although because since so then thus yet not no yes both each some many most another other one
    two three to from with by despite during let do does did is are was were can could should would
    have has had according meanwhile moreover furthermore nevertheless still such even once only all
    any every several few more now today yesterday tomorrow please under over about against among
    between through until unless whether nor or instead later perhaps maybe just first second
    finally additionally overall indeed given having being that's it's there's he's she's i'm we're
    they're you're i've we've i'll don't
    """
)

_STARTERS = {
    "en": _ENGLISH,
    "de": _words(
        """
        der die das den dem des ein eine einer einem einen eines er sie es wir ich ihr im am an auf
        aus bei mit nach von vor zu zum zur für durch über unter um als wenn weil dass da dann doch
        aber und oder auch nicht nur noch so wie was wer wo dieser diese dieses diesem diesen jedoch
        seit während trotz sein seine seiner ihre ihr man hier dort dabei dazu damit danach darauf
        daher deshalb heute bereits bis ab alle allerdings zudem außerdem später in
        """
    ),
    "fr": _words(
        """
        le la les un une des du il elle ils elles on nous vous je ce cette ces cet en au aux dans
        sur pour par avec sans sous mais et ou donc car si quand comme après avant depuis selon son
        sa ses leur leurs notre nos ainsi puis cependant toutefois lors
        """
    ),
    "es": _words(
        """
        el la los las un una unos unas lo se su sus al del en con por para sin sobre entre pero y o
        si cuando como después antes desde según este esta estos estas ese esa eso esto más también
        no hay durante tras aunque además
        """
    ),
}
_CYRILLIC = _words(
    """
    в во на но и а с со к ко у о об от из за по до при для под над не ни он она оно они мы вы я ты
    это этот эта эти того тот та те там тут так как что кто где когда если после перед ещё еще его
    её ее их наш ваш все всё весь всего затем потом однако также кроме между уже только среди
    з із зі від це цей ця ці той він вона воно вони ми ви й але що як якщо коли після також є нас
    цього
    """
)


def language(text: str) -> str:
    """``en``, ``de``, ``fr`` or ``es``, by the commonest words of each, or empty."""
    sample = text[:_SAMPLE].lower().split()
    counts = {name: sum(word in stop for word in sample) for name, stop in _STOP_WORDS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def starts_sentences(word: str, text: str) -> bool:
    """Whether the word begins sentences far oftener than it follows an abbreviation.

    ``text`` is what it stands in, to tell the language from.
    """
    word = word.lower().replace("’", "'")
    if word[:1] > "\u0370":
        return word in _CYRILLIC
    return word in _STARTERS.get(language(text), _ENGLISH) or word.partition("'")[0] in _ELISIONS


_ELISIONS = _words("l d c j qu n s")
