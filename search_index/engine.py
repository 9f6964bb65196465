"""What an engine is: all that the program knows of an index stands here.

An engine is a module or an object with the two functions of ``Engine``. It keeps an index in the
folder it is given, and tells from it in which texts a word or phrase may stand. It need not know:
whatever it does not tell is read, and what it does tell must be so.

What has to stand in a text for a word or phrase to stand there is said in ``search_index.terms``:
``terms_of`` gives the terms of a text, ``Needed`` those that are asked for.
``tests/search_index/conformance`` is what an engine has to pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from search_index.indexing.corpus import Corpus
    from search_index.snapshot import Signature
    from search_index.terms import Needed


class Evidence(NamedTuple):
    """The texts in which a word or phrase may stand, by their numbers.

    It stands in no other text that is known. Where ``exact``, it stands in these as often as
    ``counts`` says, and ``titled`` are those whose headlines hold it, as
    ``search_index.titles`` says. Of the texts that are ``unsure`` nothing is said, whatever else is
    said of them: they have to be read.
    """

    counts: Mapping[int, int]
    exact: bool
    titled: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()


class Completion(NamedTuple):
    """A term, and how often it stands in the texts."""

    term: str
    frequency: int


class TokenText(NamedTuple):
    """A text by its number, as numbers of its words in order.

    ``nodes`` are the stretches of words at which what is asked for stands, in order.
    """

    number: int
    words: Sequence[int]
    nodes: list[tuple[int, int]]


class TokenTexts(NamedTuple):
    """Texts that can be told without reading them, and the words by their numbers."""

    names: Sequence[str]
    texts: Iterator[TokenText]


class Part(Protocol):
    """Some texts of an index, which go by numbers from 0 on.

    It never changes: where the index does, there is another part. An index may have but one. A
    damaged one may raise anything; the texts are read then.
    """

    @property
    def size(self) -> int:
        """How many numbers there are, of texts that count no more too."""

    def get_ready(self) -> None:
        """Does what the first question would have to wait for, such as opening files.

        It may be asked again and again, and need not be asked at all.
        """

    def evidence(self, wanted: Needed) -> Evidence | None:
        """Where something may stand; None where that cannot be told. Its text may be any."""

    def completions(self, prefix: str) -> Iterable[Completion]:
        """All terms with this beginning, in the order of their code points."""

    def token_texts(self, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
        """Those of the ``texts`` that can be told without reading, with the places of all wanted.

        None where an engine keeps nothing like that. A text that is left out is read.
        """


class Place(NamedTuple):
    """Where an index has a text: the number of the part, and the text's number there.

    ``signature`` is that of the file when it was last found to hold this text. One that is
    ``scanned`` was looked at, but is left to reading: it cannot be read, or its terms mislead.
    """

    part: int
    number: int
    signature: Signature
    scanned: bool = False


class Holdings(NamedTuple):
    """What an index holds: its parts, and the place of each text by its key.

    Only ``get`` is asked of the places, so that they can be looked up where they lie. What is not
    ``lasting`` is gone with the program, and so is no index in a reader's eyes.
    """

    parts: Sequence[Part] = ()
    places: Mapping[str, Place] = {}
    lasting: bool = True


class Index(Protocol):
    """An index, opened for one thread."""

    def refresh(self) -> Holdings:
        """What it holds now, the very same object as before where nothing has changed.

        An index that is missing, damaged or of somebody else holds nothing; nothing is raised.
        """

    def is_intact(self) -> bool:
        """Whether all that it held when it was refreshed last can be believed still.

        What has come to it since makes no difference. It is asked before each answer.
        """

    def drop(self) -> None:
        """Lets go of everything: it was found to be damaged. The next refresh begins anew."""


class Progress(NamedTuple):
    """``done`` of ``total`` documents that had to be looked at; ``document`` is the latest.

    What is written about a document belongs to it: looking at that alone counts as one document.
    ``problem`` says why the index cannot be brought up to date, if it cannot.
    """

    done: int
    total: int
    document: str
    problem: str = ""


class Summary(NamedTuple):
    """How bringing an index up to date went.

    So many ``documents`` are in the index now; of ``indexed`` ones the text, or what is written
    about it, was added or changed. ``problem`` says why the index could not be brought up to date,
    and is empty where it was; searching works without.
    """

    documents: int
    indexed: int
    problem: str = ""


class Engine(Protocol):
    """A way to keep an index. A module with these functions is one."""

    def open_index(self, folder: Path) -> Index:
        """The index in ``folder``, which need not exist; nothing is written."""

    def update(
        self,
        folder: Path,
        corpus: Corpus,
        *,
        rebuild: bool,
        progress: Callable[[Progress], None],
    ) -> Summary:
        """Brings the index in ``folder`` up to date, or makes it anew; nobody else does meanwhile.

        The folder is made if it is missing; nobody but its owner may look into it, and whatever
        else is in it goes. ``progress`` is called before each text that is looked at, and at the
        end, as ``search_index.indexing.corpus.Telling`` does it; it may raise, and the process may
        be killed at any time: the next update goes on from there. A text is let go before the next
        one is asked for. Raises OSError.
        """
