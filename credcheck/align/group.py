"""
Gather files that share one source, and say which of them looks least altered.

Two files share a source if most of the words of one of them lie in passages that align with the
other. A quotation or a paragraph of a press release that two reports have in common does not make
them one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from credcheck.settings import Settings
from credcheck.types import (
    Alignment,
    AlignmentKind,
    Examined,
    Group,
    Kept,
)

# What counts as one source unless the settings say otherwise.
SOURCE_SHARE = Settings().duplicates.source_share
# Files that fill this share of another one were collected in it.
COLLECTION_SHARE_MIN = 0.8
# A file that holds another one and at least as much of its own is no copy of it.
COPY_SHARE_MIN = 0.5
_MOST_ALTERED: tuple[AlignmentKind, ...] = ("verbatim", "edited", "reworded", "excerpt")
_VERDICTS = ("clean", "suspect", "spun")


@dataclass(frozen=True, slots=True)
class Link:
    """Two files that share a source; the shares are of the words of each that align."""

    left: str
    right: str
    left_share: float
    right_share: float
    kind: AlignmentKind


def group(
    alignments: Iterable[Alignment],
    examined: Kept[Examined],
    share_min: float = SOURCE_SHARE,
) -> tuple[Group, ...]:
    """
    Return the groups of files that share a source, in order of their first file.

    Two files do from the share `share_min` of the words of either one on.
    """
    pairs = by_pair(alignments)
    found = [link for pair, some in sorted(pairs.items()) if (link := _link(pair, some, share_min))]
    found = _without_collections(found)
    if not found:
        return ()
    names = {name for link in found for name in (link.left, link.right)}
    known = {e.document.id: _profile(e) for e in examined if e.document.id in names}
    return tuple(_group(tuple(sorted(members)), found, known) for members in components(found))


def by_pair(alignments: Iterable[Alignment]) -> dict[tuple[str, str], list[Alignment]]:
    """Return the alignments of every pair of files."""
    pairs: dict[tuple[str, str], list[Alignment]] = {}
    for alignment in alignments:
        pairs.setdefault((alignment.left.document, alignment.right.document), []).append(alignment)
    return pairs


@dataclass(frozen=True, slots=True)
class Profile:
    """What the grouping knows of a file: its number of words, its date, how spun it looks."""

    words: int
    date: str | None
    spun: str


def _profile(examined: Examined) -> Profile:
    return Profile(examined.words, examined.document.meta.date, examined.spun)


def shares(alignments: Iterable[Alignment]) -> tuple[float, float]:
    """Which share of the words of the left and of the right file the alignments of a pair cover."""
    pairs = [(a.left_share, a.right_share) for a in alignments]
    return min(1.0, sum(p[0] for p in pairs)), min(1.0, sum(p[1] for p in pairs))


def _link(pair: tuple[str, str], alignments: list[Alignment], share_min: float) -> Link | None:
    left_share, right_share = shares(alignments)
    if max(left_share, right_share) < share_min:
        return None
    is_excerpt = min(left_share, right_share) < COPY_SHARE_MIN
    kind = "excerpt" if is_excerpt else _heaviest(alignments)
    return Link(*pair, left_share, right_share, kind)


def _heaviest(alignments: Iterable[Alignment]) -> AlignmentKind:
    """The kind that most of the aligned characters are of."""
    sizes: dict[AlignmentKind, int] = {}
    for alignment in alignments:
        size = len(alignment.left.span)
        sizes[alignment.kind] = sizes.get(alignment.kind, 0) + size
    return max(_MOST_ALTERED, key=lambda kind: sizes.get(kind, 0))


def _without_collections(links: list[Link]) -> list[Link]:
    """
    Drop the links by which a collection would make one source of the independent files it holds.

    A collection is a file that files without a link of their own fill nearly to the end, one beside
    the other. It stays with the one that it holds most of.
    """
    linked = {frozenset((link.left, link.right)) for link in links}
    held: dict[str, list[tuple[float, str, Link]]] = {}
    for link in links:
        if min(link.left_share, link.right_share) < COLLECTION_SHARE_MIN:
            is_left = link.left_share < link.right_share
            holder, part = (link.left, link.right) if is_left else (link.right, link.left)
            held.setdefault(holder, []).append((min(link.left_share, link.right_share), part, link))
    dropped: list[Link] = []
    for parts in held.values():
        first, *others = sorted(parts, key=lambda part: (-part[0], part[1]))
        apart = [part for part in others if frozenset((first[1], part[1])) not in linked]
        if first[0] + sum(part[0] for part in apart) >= COLLECTION_SHARE_MIN:
            dropped += (part[2] for part in apart)
    return [link for link in links if link not in dropped]


def components(links: Iterable[Link]) -> list[set[str]]:
    """Return the sets of files that links connect, in order of their first file."""
    home: dict[str, set[str]] = {}
    for link in links:
        left, right = home.get(link.left, {link.left}), home.get(link.right, {link.right})
        if left is not right:
            left |= right
        for name in left:
            home[name] = left
    return sorted({id(members): members for members in home.values()}.values(), key=min)


def homes(alignments: Iterable[Alignment], share_min: float = SOURCE_SHARE) -> dict[str, str]:
    """Return for each file that shares its source with others the first of those files."""
    links = (_link(pair, some, share_min) for pair, some in by_pair(alignments).items())
    found = components(link for link in links if link is not None)
    return {name: min(members) for members in found for name in members}


def _group(members: tuple[str, ...], links: list[Link], known: Mapping[str, Profile]) -> Group:
    inside = [link for link in links if link.left in members]
    kinds = {link.kind for link in inside}
    first, reason = representative(members, known)
    return Group(
        documents=members,
        representative=first,
        kind=max(kinds, key=_MOST_ALTERED.index),
        reason=reason,
    )


def representative(members: tuple[str, ...], known: Mapping[str, Profile]) -> tuple[str, str]:
    """
    Return the file that looks earliest or least altered, and why; a signal, not a finding.

    The reason goes after the name of the file.
    """
    return (
        _earliest(members, known)
        or _least_spun(members, known)
        or _longest(members, members, known)
    )


def _earliest(members: Sequence[str], known: Mapping[str, Profile]) -> tuple[str, str] | None:
    """The file with the first date, if every file has one."""
    dated = sorted((date, name) for name in members if (date := known[name].date))
    if len(dated) < len(members) or dated[0][0] == dated[1][0]:
        return None
    later = _range(date for date, _ in dated[1:])
    return dated[0][1], f"looks earliest: dated {dated[0][0]}, {_others(members)} {later}"


def _least_spun(members: Sequence[str], known: Mapping[str, Profile]) -> tuple[str, str] | None:
    """Of the files with the fewest signs of spinning the longest, if others show more."""
    least = min(_VERDICTS.index(known[name].spun) for name in members)
    plain = [name for name in members if _VERDICTS.index(known[name].spun) == least]
    if len(plain) == len(members):
        return None
    spun = [name for name in members if name not in plain]
    signs = "shows no signs of spinning" if not least else "shows the fewest signs of spinning"
    first, length = _longest(plain, members, known)
    more = f", {length}" if len(plain) > 1 else ""
    return first, f"looks least altered: {signs}, unlike {', '.join(spun)}{more}"


def _longest(
    among: Sequence[str], members: Sequence[str], known: Mapping[str, Profile]
) -> tuple[str, str]:
    """The file with the most words."""
    longest = max(among, key=lambda name: known[name].words)
    words, others = known[longest].words, sorted(known[n].words for n in members if n != longest)
    if words == others[-1]:
        return longest, f"is as long as any, {words:,} words; neither dates nor wording tell more"
    lengths = _range(f"{number:,}" for number in others)
    return longest, f"holds the most text: {words:,} words, {_others(members)} {lengths}"


def _others(members: Sequence[str]) -> str:
    return "the other" if len(members) == 2 else "the others"


def _range(ordered: Iterable[str]) -> str:
    """One value as it is, several from the first to the last."""
    first, *others = dict.fromkeys(ordered)
    return f"{first} to {others[-1]}" if others else first
