"""
Lines that stand at the head or foot of files on different subjects: what a site puts on its pages.

Whatever its words, such a line is no part of an article. Left in, it would make one source of files
that have nothing else in common, and claims would be judged that no article makes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.passages import narrowed
from credcheck.align.sketch import sketch
from credcheck.align.stock import STRANGERS_LIKENESS_MAX
from credcheck.align.topics import Topics
from credcheck.types import Edge, Passage, Span

if TYPE_CHECKING:
    from credcheck.align.sketch import Keys

# Fewer files show coincidences: two reporters end on the same words.
FILES_MIN = 5
# A line is the site's if so many files hold it of which none is near another in what it says.
RECURS_MIN = 4
# Of its holders so many are asked, spread over all.
_HOLDERS_ASKED_MAX = 24
# Two files that share so many of their four-word stretches tell one story. With fewer than so many
# of them, nothing is told.
_STORY_SHARE_MIN = 0.1
_STORY_KEYS_MIN = 4
_NO_KEYS = np.zeros(0, np.uint64)


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked of a file: the site it names, the lines at its ends, its words."""

    document: str
    site: str
    edges: tuple[Edge, ...]
    passages: tuple[Passage, ...]


def bare(page: Page, furniture: Mapping[str, Sequence[Span]]) -> Iterator[Passage]:
    """The passages of a file without the lines that are its site's."""
    spans = furniture.get(page.document)
    for passage in page.passages:
        rest = narrowed(passage, spans) if spans else passage
        if rest is not None:
            yield rest


def standing(pages: Iterable[Page]) -> dict[str, tuple[Span, ...]]:
    """Return for each document the places in its raw text of the lines that are its site's."""
    sites: dict[str, list[Page]] = {}
    for page in pages:
        sites.setdefault(page.site, []).append(page)
    return dict(found for name in sorted(sites) for found in _of_site(sites[name]))


def _of_site(pages: Sequence[Page]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    holders: dict[int, list[str]] = {}
    for page in pages:
        for edge in page.edges:
            holders.setdefault(edge.key, []).append(page.document)
    shared = {key: names for key, names in holders.items() if len(names) >= RECURS_MIN}
    if len(pages) < FILES_MIN or not shared:
        return
    files = Files.of(pages, shared.keys())
    found = {key for key, names in shared.items() if files.holds_strangers(names)}
    for page in pages:
        spans = tuple(edge.span for edge in page.edges if edge.key in found)
        if spans:
            yield page.document, spans


@dataclass(frozen=True, slots=True, eq=False)
class Files:
    """Files without the lines that they share at their ends: how near are any two?"""

    topics: Topics
    keys: Mapping[str, Keys]

    @classmethod
    def of(cls, pages: Iterable[Page], shared: Container[int]) -> Files:
        """Take the edges whose keys are in `shared` out of the files that have them."""
        topics, keys = [], {}
        for page in pages:
            spans = [edge.span for edge in page.edges if edge.key in shared]
            for passage in page.passages:
                rest = narrowed(passage, spans) if spans else passage
                if rest is not None:
                    topics.append(rest)
                    if spans:
                        keys[page.document] = np.frombuffer(sketch(rest), np.uint64)
        return cls(Topics.of(topics), keys)

    def holds_strangers(self, names: Sequence[str]) -> bool:
        """Tell whether enough of these files have nothing to do with one another."""
        apart: list[str] = []
        for name in names[:: max(1, -(-len(names) // _HOLDERS_ASKED_MAX))]:
            if all(self._are_strangers(other, name) for other in apart):
                apart.append(name)
        return len(apart) >= RECURS_MIN

    def _are_strangers(self, one: str, other: str) -> bool:
        keys = self.keys.get(one, _NO_KEYS), self.keys.get(other, _NO_KEYS)
        least = min(map(len, keys))
        if least < _STORY_KEYS_MIN:
            return False
        if len(np.intersect1d(*keys, assume_unique=True)) >= _STORY_SHARE_MIN * least:
            return False
        likeness = self.topics.likeness(one, other, ())
        return likeness is None or likeness < STRANGERS_LIKENESS_MAX
