"""Chooses the steps of a walk: the same from the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from benchmarks.key_bytes import sent
from benchmarks.walk import hostile
from benchmarks.walk.steps import Step
from tui.actions import ACTIONS

_CHECK_EVERY = 120
_OPENERS = ("/", "?", "\x06", "T", "e", ":", "E", "o", "v", "t", "z", "'", "m", "s", "\x17", "\x18")
_OTHER = ("\r", "\t", "\x7f", "\x1b[3~", "\x00", "\x03", "\x1c", "\x1b[I", "\x1b[O", "é", "ж", "ك")
_WEIGHTS = {
    "escape": 8.0,  # out of prompts and panels, or the walk would spend its time there
    "theme.toggle": 0.3,
    "export": 0.2,
    "list.close": 0.1,
    "quit": 0.05,
    "suspend": 0.05,
}

Choice = Callable[[], Step]


class Chooser:
    """An endless walk. ``paths`` are the files that may be changed, from the workspace."""

    def __init__(
        self, seed: int, paths: Sequence[str], notes: Sequence[str], columns: int, rows: int
    ) -> None:
        """``notes`` are where annotation files may come to be; the size is fixed unless 0."""
        self._chance = random.Random(seed)
        self._paths, self._notes = paths, notes
        self._fixed = bool(columns and rows)
        self._columns, self._rows = columns or 120, rows or 40
        keys = [(sent(key), _WEIGHTS.get(one.id, 1.0)) for one in ACTIONS for key in one.keys]
        self._keys, self._weights = [key for key, _ in keys], [weight for _, weight in keys]
        self._choices: dict[Choice, int] = {
            self._key: 40,
            self._counted: 8,
            self._flood: 5,
            self._burst: 8,
            self._line: 14,
            self._mark: 10,
            self._other: 4,
            self._paste: 2,
            self._mouse: 12,
            self._wheel: 4,
            self._resize: 0 if self._fixed else 5,
            self._change: 3,
            self._damage: 2,
            self._kill: 1,
        }

    def steps(self) -> Iterator[Step]:
        """The walk; every so often it heals the files and looks at the annotations."""
        number = 0
        while True:
            number += 1
            if number % _CHECK_EVERY == 0:
                yield Step("heal")
                yield Step("check")
            yield self._chosen()

    def _chosen(self) -> Step:
        choices, weights = list(self._choices), list(self._choices.values())
        return self._chance.choices(choices, weights)[0]()

    def _any_key(self) -> str:
        return self._chance.choices(self._keys, self._weights)[0]

    def _key(self) -> Step:
        return Step("type", self._any_key())

    def _counted(self) -> Step:
        count = self._chance.choice((2, 7, 40, 500, 99999, 12345678901234))
        return Step("type", f"{count}{self._any_key()}")

    def _flood(self) -> Step:
        return Step("type", self._any_key() * self._chance.randrange(3, 40))

    def _burst(self) -> Step:
        keys = [self._any_key() for _ in range(self._chance.randrange(3, 12))]
        return Step("type", "".join(key for key in keys if key != "\r"))

    def _line(self) -> Step:
        words = "".join(
            self._chance.choice(hostile.TYPED) for _ in range(self._chance.randrange(1, 3))
        )
        end = self._chance.choice(("\r", "\r", "\x1b", "\x15", ""))
        return Step("type", self._chance.choice(_OPENERS) + words + end)

    def _mark(self) -> Step:
        """Annotates: what the walk is about at the end."""
        moves = self._chance.choice(("", "j", "jj", "}", " ", "vll", "vj", "]", "["))
        deed = self._chance.choice(("tc", "tw", "td", "t1", "enote here\r", "s2", "x", "u", "\x12"))
        return Step("type", moves + deed)

    def _other(self) -> Step:
        return Step("type", self._chance.choice(_OTHER))

    def _paste(self) -> Step:
        words = "".join(self._chance.choice(hostile.PAYLOADS) for _ in range(3))
        return Step("type", f"\x1b[200~{words.replace(chr(27), '')}\x1b[201~")

    def _mouse(self) -> Step:
        """A click, or a drag; now and then outside of the terminal."""
        button = self._chance.choice((0, 0, 0, 1, 2, 4, 8, 16))
        places = [self._place() for _ in range(self._chance.choice((1, 1, 2, 5)))]
        moved = "".join(f"\x1b[<{button + 32};{at}M" for at in places[1:])
        return Step("type", f"\x1b[<{button};{places[0]}M{moved}\x1b[<{button};{places[-1]}m")

    def _wheel(self) -> Step:
        button = self._chance.choice((64, 65, 66, 67))
        return Step("type", f"\x1b[<{button};{self._place()}M" * self._chance.randrange(1, 20))

    def _place(self) -> str:
        if self._chance.random() < 0.05:
            return self._chance.choice(("0;0", "9999;1", "1;9999", "500;500"))
        column = self._chance.randint(1, self._columns)
        return f"{column};{self._chance.randint(1, self._rows)}"

    def _resize(self) -> Step:
        self._columns, self._rows = self._chance.randint(32, 300), self._chance.randint(8, 80)
        return Step("resize", columns=self._columns, rows=self._rows)

    def _change(self) -> Step:
        """What happens to a document while it is read."""
        path = self._chance.choice(self._paths)
        how = self._chance.random()
        if how < 0.1:
            return Step("remove", path=path)
        if how < 0.2:
            return Step("rename", f"renamed {self._chance.randrange(100)}.txt", path)
        length = self._chance.choice((0, 5, 300, 3000, 100_000))
        return Step("write", hostile.text(self._chance, length).decode("latin-1"), path)

    def _damage(self) -> Step:
        path = self._chance.choice((*self._notes, "sidelight.toml"))
        return Step("write", self._chance.choice(hostile.DAMAGES).decode("latin-1"), path)

    def _kill(self) -> Step:
        return Step("kill")
