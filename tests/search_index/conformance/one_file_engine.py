"""The smallest engine there is: the words of all texts in one file, which is read as a whole.

It shows what an engine needs, and proves that nothing else is asked of one. It tells where a word
stands, or the beginning of one; whatever else is looked for is read where all its words stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, reduce
from pathlib import Path
from typing import Any, NamedTuple

from annotations.forgetting import remove
from documents.places import make_private
from search_index.engine import Completion, Evidence, Holdings, Place, Progress, Summary, TokenTexts
from search_index.folding import fold
from search_index.indexing.corpus import Corpus, Item, Telling
from search_index.sealed import FileState, NotOurs, check_folder, file_state, read_sealed
from search_index.sealed import write_sealed as write
from search_index.snapshot import Signature
from search_index.terms import Needed, terms_of
from search_index.titles import headline_span

FILE = "words.json"
_BATCH = 20
"""Texts after which everything is written anew: good for a test, and for nothing else."""


class Words(NamedTuple):
    """What is kept of a text: its terms with their counts, and those of its headline."""

    size: int
    modified: int
    counts: Mapping[str, int]
    titled: Sequence[str] = ()
    scanned: bool = False


Texts = dict[str, Words]
NOTHING = Holdings()


def read(folder: Path) -> Texts:
    """The texts by their keys. Raises NotOurs."""
    check_folder(folder)
    content: dict[str, Any] = read_sealed(folder / FILE)
    return {key: Words(*fields) for key, fields in content.items()}


def words_of(item: Item, text: str | None) -> Words:
    """What is kept of a text; None is one that cannot be read."""
    if text is None:
        return Words(*item.signature, {}, scanned=True)
    folded = fold(text)
    title = terms_of(folded[: headline_span(folded).end])
    return Words(*item.signature, terms_of(folded), sorted(title))


class Part:
    """All texts of the index."""

    def __init__(self, texts: Sequence[Words]) -> None:
        self._texts = texts
        self._where: dict[str, dict[int, int]] = {}
        for number, text in enumerate(texts):
            for term, count in text.counts.items():
                self._where.setdefault(term, {})[number] = count

    @property
    def size(self) -> int:
        return len(self._texts)

    @cached_property
    def _terms(self) -> list[str]:
        return sorted(self._where)

    def _beginning_with(self, prefix: str) -> Iterator[str]:
        for term in self._terms[bisect_left(self._terms, prefix) :]:
            if not term.startswith(prefix):
                return
            yield term

    def get_ready(self) -> None:
        pass

    def completions(self, prefix: str) -> Iterator[Completion]:
        for term in self._beginning_with(prefix):
            yield Completion(term, sum(self._where[term].values()))

    def evidence(self, wanted: Needed) -> Evidence | None:
        groups = [[term] for term in wanted.terms]
        if wanted.prefix:
            groups.append(list(self._beginning_with(wanted.prefix)))
        if not groups:
            return None
        found = [self._holding(group) for group in groups]
        if len(wanted.words) == 1:
            titled = self._titled(groups[0])
            return Evidence(found[0], True, titled & found[0].keys())
        everywhere = reduce(lambda one, other: one & other, (set(each) for each in found))
        return Evidence(dict.fromkeys(everywhere, 1), exact=False)

    def _holding(self, terms: Sequence[str]) -> Counter[int]:
        counts: Counter[int] = Counter()
        for term in terms:
            counts.update(self._where.get(term, {}))
        return counts

    def _titled(self, terms: Sequence[str]) -> frozenset[int]:
        wanted = set(terms)
        return frozenset(
            number for number, text in enumerate(self._texts) if wanted.intersection(text.titled)
        )

    def token_texts(self, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
        return None


class Index:
    """The file, read again whenever it has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.drop()

    def drop(self) -> None:
        self._state: FileState | None = None
        self._holdings = NOTHING

    def refresh(self) -> Holdings:
        try:
            check_folder(self._folder)
            state = file_state(self._folder / FILE)
            if state != self._state:
                self.drop()
                self._holdings = _holdings(read(self._folder))
                self._state = state
        except NotOurs:
            self.drop()
        return self._holdings

    def is_intact(self) -> bool:
        return True


def _holdings(texts: Texts) -> Holdings:
    places = {
        key: Place(0, number, Signature(text.size, text.modified), text.scanned)
        for number, (key, text) in enumerate(texts.items())
    }
    return Holdings([Part(list(texts.values()))], places)


def open_index(folder: Path) -> Index:
    return Index(folder)


def update(
    folder: Path, corpus: Corpus, *, rebuild: bool, progress: Callable[[Progress], None]
) -> Summary:
    before = {} if rebuild else _believed(folder)
    texts = {item.key: before[item.key] for item in corpus if item.key in before}
    outdated = corpus.outdated(
        lambda key: Signature(*texts[key][:2]) if key in texts else None,
    )
    _make_room(folder)
    tasks = [item for item in corpus if item.key in outdated]
    telling, indexed = Telling(tasks, progress), set[str]()
    for done, item in enumerate(tasks):
        telling.begin(item)
        texts[item.key] = words_of(item, corpus.text(item))
        if item.key not in before or before[item.key][2:] != texts[item.key][2:]:
            indexed.add(item.document)
        if done % _BATCH == _BATCH - 1:
            write(folder / FILE, texts)
    write(folder / FILE, texts)
    telling.end()
    return Summary(corpus.documents, len(indexed))


def _believed(folder: Path) -> Texts:
    try:
        return read(folder)
    except NotOurs:
        return {}


def _make_room(folder: Path) -> None:
    """Makes the folder; what is in it and not ours goes. Raises OSError."""
    with suppress(NotOurs):
        check_folder(folder)
        for file in folder.iterdir():
            if file.name != FILE or not file.is_file() or file.is_symlink():
                remove(file)
        make_private(folder)
        return
    remove(folder)
    make_private(folder)
