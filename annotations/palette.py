"""The tags a workspace reads with, and what each means on the screen and for the review queue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from documents.settings import Hue, Settings, TagSetting

LEVELS = "/"
"""What parts a tag's levels: ``claim/figure`` is a kind of ``claim``."""

UNKNOWN_HUE: Hue = "grey"
DEFAULT_STATUSES = ("open", "supported", "disputed", "refuted", "unverifiable")

_NO_LETTER = "·"


class Tag(NamedTuple):
    """A tag: ``key`` is the letter that sets it, if any; with ``review`` its marks are claims."""

    name: str
    key: str | None = None
    hue: Hue = UNKNOWN_HUE
    review: bool = False
    sign: str = ""

    @property
    def letter(self) -> str:
        """The one character that stands for the tag in the margin.

        It is the tag's key, else its ``sign``, else its initial.
        """
        return self.key or self.sign or next((c for c in self.name if c.isalnum()), _NO_LETTER)


DEFAULT_TAGS = (
    Tag("claim", "c", "blue", review=True),
    Tag("question", "q", "amber", review=True),
    Tag("quote", "u", "teal"),
    Tag("figure", "f", "violet"),
    Tag("name", "n", "grey"),
    Tag("doubt", "d", "red"),
)


class Palette:
    """The tags and statuses of a workspace; other tags are welcome, and are grey.

    The first status is the one that a claim starts with and waits in the review queue with.
    """

    def __init__(
        self, tags: Sequence[Tag] = DEFAULT_TAGS, statuses: Sequence[str] = DEFAULT_STATUSES
    ) -> None:
        self.tags = tuple(tags)
        self.statuses = tuple(statuses)
        self._by_name = {tag.name: tag for tag in reversed(self.tags)}
        self._letters = frozenset(tag.letter for tag in self.tags)
        self._by_key = {tag.key: tag for tag in reversed(self.tags) if tag.key}

    @classmethod
    def from_settings(cls, settings: Settings) -> Palette:
        """The palette of ``sidelight.toml``; where it names no tag or status, the usual ones."""
        tags = _resolved(settings.tags) if settings.tags else DEFAULT_TAGS
        return cls(tags, settings.statuses or DEFAULT_STATUSES)

    @property
    def open_status(self) -> str:
        """The status of a claim that nobody has decided on."""
        return self.statuses[0] if self.statuses else ""

    def tag(self, name: str) -> Tag:
        """The tag called ``name``; one that is not in the palette takes after its parents."""
        if known := self._by_name.get(name):
            return known
        parent = next((self._by_name[p] for p in ancestors(name) if p in self._by_name), None)
        if parent:
            return Tag(name, None, parent.hue, parent.review)
        return Tag(name, sign=self._letter_left(name))

    def _letter_left(self, name: str) -> str:
        """A letter of a tag not in the palette that stands for no tag in it, if there is one."""
        letters = [character for character in name if character.isalnum()]
        wanted = [*letters[:1], *(capital for one in letters if len(capital := one.upper()) == 1)]
        return next((one for one in wanted if one not in self._letters), "")

    def by_key(self, key: str) -> Tag | None:
        """The tag that ``key`` sets."""
        return self._by_key.get(key)

    def asks_review(self, tags: Iterable[str]) -> bool:
        """Whether an annotation with these tags is a claim."""
        return any(self.tag(name).review for name in tags)

    def initial_status(self, tags: Iterable[str]) -> str:
        """The status of a new annotation with these tags: empty unless it is a claim."""
        return self.open_status if self.asks_review(tags) else ""


def ancestors(name: str) -> Iterator[str]:
    """The tags that ``name`` is a kind of, the nearest first: ``a/b/c`` gives ``a/b``, ``a``."""
    while (cut := name.rfind(LEVELS)) > 0:
        name = name[:cut]
        yield name


def falls_under(name: str, wanted: str) -> bool:
    """Whether the tag ``name`` is ``wanted`` or a kind of it."""
    return name == wanted or name.startswith(wanted + LEVELS)


def _resolved(said: Sequence[TagSetting]) -> tuple[Tag, ...]:
    """The tags the settings list, with what they leave open filled in."""
    by_name = {setting.name: setting for setting in reversed(said)}
    names = list(dict.fromkeys(setting.name for setting in said))
    keys = _keys([by_name[name] for name in names])
    return tuple(Tag(n, keys[n], _hue(n, by_name), _review(n, by_name)) for n in names)


def _keys(said: Sequence[TagSetting]) -> dict[str, str | None]:
    """Each tag's key. No two share one: the first that asks has it, and asking beats a default."""
    usual = {tag.name: tag.key for tag in DEFAULT_TAGS}
    taken: set[str] = set()
    keys: dict[str, str | None] = {}
    wishes: list[tuple[str, str | None]] = [(s.name, s.key) for s in said if s.key]
    wishes += [(s.name, usual.get(s.name)) for s in said if not s.key]
    for name, key in wishes:
        keys[name] = None if key in taken else key
        if key:
            taken.add(key)
    return keys


def _hue(name: str, said: dict[str, TagSetting]) -> Hue:
    for one in (name, *ancestors(name)):
        if (setting := said.get(one)) and setting.hue in get_args(Hue):
            return setting.hue or UNKNOWN_HUE
    return next((tag.hue for tag in _usual(name)), UNKNOWN_HUE)


def _review(name: str, said: dict[str, TagSetting]) -> bool:
    for one in (name, *ancestors(name)):
        if (setting := said.get(one)) and setting.review is not None:
            return setting.review
    return any(tag.review for tag in _usual(name))


def _usual(name: str) -> list[Tag]:
    """The tag of the usual palette that ``name`` takes after, if there is one."""
    line = (name, *ancestors(name))
    return [tag for one in line for tag in DEFAULT_TAGS if tag.name == one][:1]
