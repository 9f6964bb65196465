"""What may happen to an index on disk: each function does one harm to the index in a folder."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

Harm = Callable[[Path, random.Random], None]
NOBODY = 65534


def _file(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted(file for file in folder.rglob("*") if file.is_file()))


def _folder(folder: Path, chance: random.Random) -> Path:
    return chance.choice([folder, *sorted(each for each in folder.iterdir() if _is_own(each))])


def _is_own(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink()


def cut(folder: Path, chance: random.Random) -> None:
    file = _file(folder, chance)
    os.truncate(file, chance.randrange(file.stat().st_size or 1))


def flip(folder: Path, chance: random.Random) -> None:
    _flip(_file(folder, chance), chance)


def _flip(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(data)


def flip_unseen(folder: Path, chance: random.Random) -> None:
    """A bit turned by the disk: no time and no size tells of it."""
    file = _file(folder, chance)
    before = file.stat()
    _flip(file, chance)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def delete(folder: Path, chance: random.Random) -> None:
    _file(folder, chance).unlink()


def delete_folder(folder: Path, chance: random.Random) -> None:
    shutil.rmtree(_folder(folder, chance))


def grow(folder: Path, chance: random.Random) -> None:
    with _file(folder, chance).open("ab") as file:
        file.write(chance.randbytes(chance.randrange(1, 100)))


def replace_by_noise(folder: Path, chance: random.Random) -> None:
    file = _file(folder, chance)
    file.write_bytes(chance.randbytes(file.stat().st_size))


def replace_by_folder(folder: Path, chance: random.Random) -> None:
    file = _file(folder, chance)
    file.unlink()
    file.mkdir()


def replace_by_link(folder: Path, chance: random.Random) -> None:
    file = _file(folder, chance)
    copy = file.with_name("copy")
    file.rename(copy)
    file.symlink_to(copy)


def replace_by_pipe(folder: Path, chance: random.Random) -> None:
    """Whoever opened it would wait for ever."""
    file = _file(folder, chance)
    file.unlink()
    os.mkfifo(file)


def replace_folder_by_link(folder: Path, chance: random.Random) -> None:
    place = _folder(folder, chance)
    elsewhere = place.with_name(f"elsewhere-{chance.randrange(10**9)}")
    place.rename(elsewhere)
    place.symlink_to(elsewhere)


def replace_folder_by_file(folder: Path, chance: random.Random) -> None:
    place = _folder(folder, chance)
    shutil.rmtree(place)
    place.write_bytes(b"no folder")


def exchange(folder: Path, chance: random.Random) -> None:
    one, other = _file(folder, chance), _file(folder, chance)
    if one != other:
        between = folder / "between"
        one.rename(between)
        other.rename(one)
        between.rename(other)


def let_others_write(folder: Path, chance: random.Random) -> None:
    chance.choice([_file, _folder])(folder, chance).chmod(0o777)


def give_away(folder: Path, chance: random.Random) -> None:
    if os.geteuid() == 0:
        os.chown(chance.choice([_file, _folder])(folder, chance), NOBODY, NOBODY)


HARMS: list[Harm] = [
    cut,
    flip,
    flip_unseen,
    delete,
    delete_folder,
    grow,
    replace_by_noise,
    replace_by_folder,
    replace_by_link,
    replace_by_pipe,
    replace_folder_by_link,
    replace_folder_by_file,
    exchange,
    let_others_write,
    give_away,
]


def harm(folder: Path, seed: int) -> str:
    """Does one of these harms, chosen by the seed, to the index in ``folder``; gives its name."""
    chance = random.Random(seed)
    chosen = HARMS[seed % len(HARMS)]
    if _is_own(folder) and any(file.is_file() for file in folder.rglob("*")):
        chosen(folder, chance)
    return chosen.__name__
