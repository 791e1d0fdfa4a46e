"""
Sentences that stand in files on different subjects: what a site puts on its pages.

Whatever its words, such a sentence is no part of an article. Left in, it would make one source of
files that have nothing else in common, and claims would be judged that no article makes. Figures in
it may differ from file to file: the time of an update, the date of a post, a row of polls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from credcheck.align.passages import narrowed
from credcheck.align.recurring import recurring
from credcheck.align.sketch import common, sketch
from credcheck.align.topics import Subject, Topics
from credcheck.types import Passage, Span

if TYPE_CHECKING:
    from credcheck.align.sketch import Keys

# Fewer files show coincidences: two reporters end on the same words.
FILES_MIN = 5
# A sentence of so many words is the site's if so many files hold it of which none is near another
# in what it says. Of 84 found so among 5,752 articles 69 are a site's own and 15 come from digests
# that a site put under several articles. With three files for four, paragraphs copied into two
# articles on other things would go.
WORDS_MIN = 6
RECURS_MIN = 4
# Of its holders so many are asked, spread over all.
_HOLDERS_ASKED_MAX = 24
# Two files that share so many of their four-word stretches tell one story. With fewer than so many
# of them, nothing is told.
_STORY_SHARE_MIN = 0.1
_STORY_KEYS_MIN = 4
# Nor are they strangers if they are as near in their subject as this. Sentences that several
# reports on one event quote stand in files that are nearer, .21 and more in the median.
STRANGERS_LIKENESS_MAX = 0.2


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked of a file: the site it names and its words."""

    document: str
    site: str
    passages: tuple[Passage, ...]


def bare(page: Page, furniture: Mapping[str, Sequence[Span]]) -> Iterator[Passage]:
    """The passages of a file without the sentences that are its site's."""
    spans = furniture.get(page.document)
    for passage in page.passages:
        rest = narrowed(passage, spans) if spans else passage
        if rest is not None:
            yield rest


def standing(pages: Iterable[Page]) -> dict[str, tuple[Span, ...]]:
    """Return for each document the places in its raw text of the sentences that are its site's."""
    sites: dict[str, list[Page]] = {}
    for page in pages:
        sites.setdefault(page.site, []).append(page)
    return dict(found for name in sorted(sites) for found in _of_site(sites[name]))


def _of_site(pages: Sequence[Page]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    if len(pages) < FILES_MIN:
        return
    passages = [passage for page in pages for passage in page.passages]
    shared = recurring(passages, WORDS_MIN, RECURS_MIN)
    if not shared:
        return
    files = Files.of(passages, shared)
    found: dict[str, list[Span]] = {}
    for holders in shared:
        if files.are_strangers(sorted({number for number, _ in holders})):
            for number, nth in holders:
                passage = files.passages[number]
                found.setdefault(passage.document, []).append(sentence(passage, nth))
    yield from ((name, tuple(sorted(found[name]))) for name in sorted(found))


def sentence(passage: Passage, nth: int) -> Span:
    """Where a sentence of a passage stands."""
    return Span(passage.starts[passage.sentences[nth]], passage.stops[nth])


@dataclass(frozen=True, slots=True, eq=False)
class _Rest:
    """What a file says and is about beside the sentences that it shares."""

    keys: Keys
    subject: Subject


@dataclass(frozen=True, slots=True, eq=False)
class Files:
    """
    Files and, by their numbers, which of their sentences recur.

    How near any two are beside these sentences is worked out when it is asked.
    """

    passages: Sequence[Passage]
    topics: Topics
    sentences: Mapping[int, Sequence[int]]
    rests: dict[int, _Rest | None] = field(default_factory=dict)

    @classmethod
    def of(cls, passages: Sequence[Passage], shared: Iterable[Iterable[tuple[int, int]]]) -> Files:
        """Take recurring sentences, each as numbers of files and of sentences in them."""
        sentences: dict[int, list[int]] = {}
        for holders in shared:
            for number, nth in holders:
                sentences.setdefault(number, []).append(nth)
        return cls(passages, Topics.of(passages), sentences)

    def are_strangers(self, holders: Sequence[int]) -> bool:
        """Tell whether enough of these files have nothing to do with one another."""
        apart: list[_Rest] = []
        for number in holders[:: max(1, -(-len(holders) // _HOLDERS_ASKED_MAX))]:
            rest = self._rest(number)
            if rest and all(self._are_apart(other, rest) for other in apart):
                apart.append(rest)
                if len(apart) >= RECURS_MIN:
                    return True
        return False

    def _rest(self, number: int) -> _Rest | None:
        if number not in self.rests:
            self.rests[number] = self._found(self.passages[number], self.sentences[number])
        return self.rests[number]

    def _found(self, passage: Passage, nth: Iterable[int]) -> _Rest | None:
        rest = narrowed(passage, [sentence(passage, n) for n in nth])
        if rest is None:
            return None
        keys = sketch(rest)
        return _Rest(keys, self.topics.subject(rest)) if len(keys) >= _STORY_KEYS_MIN else None

    def _are_apart(self, one: _Rest, other: _Rest) -> bool:
        if len(common(one.keys, other.keys)) >= _STORY_SHARE_MIN * min(
            len(one.keys), len(other.keys)
        ):
            return False
        likeness = self.topics.nearness(one.subject, other.subject)
        return likeness is None or likeness < STRANGERS_LIKENESS_MAX
