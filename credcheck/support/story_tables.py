"""
The story side by side: for each thing that several sources give, the value each of them gives.

Rows are things (a toll, a date, a quotation), columns the documents on one event. This is what an
editor reads first: a row in which the cells differ is a question to be settled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from credcheck.support.attribution import shared_source
from credcheck.types import Claim, ClaimKind, ClaimStatus, Judgement, Place, Span

COMPARED = frozenset({"number", "date", "money", "percent", "quote"})
# Words that two clusters must share to be one, if they give one value.
LEAST_SHARED = 3
Key = tuple[str, Span, str]
Member = TypeVar("Member", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source gives: where it says so, the normalised value, how it was judged."""

    place: Place
    sentence: Span
    value: str
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class Row:
    """
    One thing, and the cell of each column; None where a source says nothing of it.

    `shared_source` is whom all that name a source for it name, "" if fewer than two do.
    """

    kind: ClaimKind
    about: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    is_disputed: bool
    shared_source: str = ""


@dataclass(frozen=True, slots=True)
class StoryTable:
    """The documents on one event, and what they give; disputed rows first."""

    documents: tuple[str, ...]
    rows: tuple[Row, ...]


def story_tables(judgements: Iterable[Judgement]) -> tuple[StoryTable, ...]:
    """One table an event that at least two documents report, by the first document's name."""
    judged = {_key(j.claim): j for j in judgements if j.claim.kind in COMPARED}
    clusters = [c for c in _clusters(judged) if len({key[0] for key in c}) > 1]
    stories = _joined([{key[0] for key in cluster} for cluster in clusters])
    home = {document: number for number, story in enumerate(stories) for document in story}
    inside: dict[int, list[list[Key]]] = defaultdict(list)
    for cluster in clusters:
        inside[home[cluster[0][0]]].append(cluster)
    for clusters_of_story in inside.values():
        clusters_of_story[:] = _merged(clusters_of_story, judged)
    tables = (_table(tuple(sorted(stories[n])), inside[n], judged) for n in range(len(stories)))
    return tuple(sorted(tables, key=lambda table: table.documents))


def _key(claim: Claim) -> Key:
    return claim.document, claim.span, claim.kind


def _clusters(judged: Mapping[Key, Judgement]) -> list[list[Key]]:
    """Claims that are linked by evidence, each cluster in order."""
    links = [
        {key, (e.document, e.span, e.kind)}
        for key, judgement in judged.items()
        for e in judgement.evidence
        if e.document and e.span and (e.document, e.span, e.kind) in judged
    ]
    return [sorted(cluster) for cluster in _joined(links)]


def _joined(sets: Iterable[Iterable[Member]]) -> list[set[Member]]:
    """Sets that share a member, joined."""
    parent: dict[Member, Member] = {}

    def root(member: Member) -> Member:
        while parent.setdefault(member, member) != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for group in sets:
        members = list(group)
        for member in members[1:]:
            parent[root(member)] = root(members[0])
        root(members[0])
    found: dict[Member, set[Member]] = defaultdict(set)
    for member in list(parent):
        found[root(member)].add(member)
    return list(found.values())


def _merged(clusters: list[list[Key]], judged: Mapping[Key, Judgement]) -> list[list[Key]]:
    """Clusters of one story joined where they give one value for what shares words."""
    given = [_given(cluster, judged) for cluster in clusters]
    links = [{n} for n in range(len(clusters))]
    for one, two in combinations(range(len(clusters)), 2):
        about = given[one][1] & given[two][1]
        if given[one][0] & given[two][0] and len(about) >= LEAST_SHARED:
            links.append({one, two})
    return [
        sorted(key for number in sorted(joined) for key in clusters[number])
        for joined in _joined(links)
    ]


def _given(
    cluster: list[Key], judged: Mapping[Key, Judgement]
) -> tuple[set[tuple[ClaimKind, str]], set[str]]:
    """The values of a cluster with their kinds, and the words that it is about."""
    claims = [judged[key].claim for key in cluster]
    values = {(claim.kind, claim.value) for claim in claims}
    return values, {word for claim in claims for word in claim.about}


def _table(
    documents: tuple[str, ...], clusters: Iterable[list[Key]], judged: Mapping[Key, Judgement]
) -> StoryTable:
    rows = sorted((_row(documents, c, judged) for c in clusters), key=_rank)
    return StoryTable(documents, tuple(rows))


def _row(documents: tuple[str, ...], cluster: list[Key], judged: Mapping[Key, Judgement]) -> Row:
    first: dict[str, Judgement] = {}
    for key in cluster:
        first.setdefault(key[0], judged[key])
    judgements = [judged[key] for key in cluster]
    is_disputed = any(j.status in {"differs", "reworded"} for j in judgements)
    shared = set.intersection(*(set(j.claim.about) for j in judgements))
    first_about = judgements[0].claim.about
    about = tuple(word for word in first_about if word in shared) or first_about
    cells = tuple(_cell(first[d]) if d in first else None for d in documents)
    return Row(judgements[0].claim.kind, about, cells, is_disputed, _shared_source(first.values()))


def _shared_source(judgements: Iterable[Judgement]) -> str:
    named = [j.claim.speaker for j in judgements if j.claim.speaker]
    return shared_source(named) if len(named) > 1 else ""


def _cell(judgement: Judgement) -> Cell:
    claim = judgement.claim
    place = Place(claim.document, claim.span)
    return Cell(place, claim.sentence, claim.value, judgement.status)


def _rank(row: Row) -> tuple[bool, int, str, Span]:
    given = [cell for cell in row.cells if cell]
    return not row.is_disputed, -len(given), given[0].place.document, given[0].place.span
