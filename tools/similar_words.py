"""
How alike are two words or phrases in what stands beside them?

Positive pointwise mutual information with the two words to the left and to the right, kept apart
by side, contexts smoothed by the power 0.75 (Levy, Goldberg and Dagan 2015), reduced by a
randomised singular value decomposition with a fixed seed; singular values are not used as weights.
Phrases are projected into the space of the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse  # type: ignore[import-untyped,import-not-found,unused-ignore]

from tools.news_words import split

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.news_words import Corpus

    Floats = NDArray[np.float32]

REACH = 2  # 1, 2 and 3 words tried on development pairs; 2 was best
CONTEXT_WORDS = 20_000
LEAST_COUNT = 20
DIMENSIONS = 600  # recall of neighbours grew to 500 and was level from 600 on
OVERSAMPLING = 30
PASSES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Unit vectors of words and phrases, one row a term."""

    rows: dict[str, int]
    vectors: Floats

    def cosine(self, left: str, right: str) -> float:
        """The cosine of two terms, 0 where one is unknown."""
        a, b = self.rows.get(left), self.rows.get(right)
        return 0.0 if a is None or b is None else float(self.vectors[a] @ self.vectors[b])

    def cosines(self, left: str, rights: list[str]) -> Floats:
        """The cosines of one term with many, 0 where one is unknown."""
        rows = np.array([self.rows.get(right, -1) for right in rights], np.int64)
        found = np.zeros(len(rights), np.float32)
        if left in self.rows:
            found[rows >= 0] = self.vectors[rows[rows >= 0]] @ self.vectors[self.rows[left]]
        return found


def likeness(corpus: Corpus, places: dict[str, NDArray[np.int64]]) -> Likeness:
    """Vectors of all words that occur 20 times, and of the phrases found at `places`."""
    height = 1 + sum(corpus.counts[word] >= LEAST_COUNT for word in corpus.words[1:])
    counts = word_contexts(corpus.ids, height)
    weights = _context_weights(counts)
    words, basis = reduce(_information(counts, weights))
    kept = {phrase: at for phrase, at in places.items() if len(at) >= LEAST_COUNT}
    phrases = _information(phrase_contexts(corpus.ids, kept), weights) @ basis
    rows = {word: n for n, word in enumerate(corpus.words[:height]) if n}
    rows.update({phrase: height + n for n, phrase in enumerate(kept)})
    return Likeness(rows, _unit(np.vstack([words, phrases]).astype(np.float32)))


def word_contexts(ids: NDArray[np.int32], height: int) -> sparse.csr_matrix:
    """Counts of context words before (left half of the columns) and after each word."""
    total = sparse.csr_matrix((height, 2 * CONTEXT_WORDS), dtype=np.float32)
    for distance in range(1, REACH + 1):
        near, far = ids[:-distance], ids[distance:]
        # The end of a paragraph (0) is a context, but nothing is seen through it.
        inside = np.ones(len(near), bool)
        for step in range(1, distance):
            inside &= ids[step : len(near) + step] > 0
        total = total + _counts(near[inside], far[inside] + CONTEXT_WORDS, far[inside], height)
        total = total + _counts(far[inside], near[inside], near[inside], height)
    return total


def phrase_contexts(
    ids: NDArray[np.int32], places: dict[str, NDArray[np.int64]]
) -> sparse.csr_matrix:
    """The same counts for phrases, one row each in the order of `places`."""
    padded = np.concatenate([np.zeros(REACH, ids.dtype), ids, np.zeros(8, ids.dtype)])
    total = sparse.csr_matrix((len(places), 2 * CONTEXT_WORDS), dtype=np.float32)
    if not places:
        return total
    rows = np.repeat(np.arange(len(places)), [len(at) for at in places.values()])
    starts = np.concatenate(list(places.values())) + REACH
    widths = np.repeat([_width(phrase) for phrase in places], [len(at) for at in places.values()])
    for distance in range(1, REACH + 1):
        before, after = padded[starts - distance], padded[starts + widths + distance - 1]
        total = total + _counts(rows, before, before, len(places), least=0)
        total = total + _counts(rows, after + CONTEXT_WORDS, after, len(places), least=0)
    return total


def _width(phrase: str) -> int:
    return len(split(phrase.replace("-", " ")))


def _counts(
    rows: NDArray[np.integer],
    columns: NDArray[np.integer],
    context: NDArray[np.integer],
    height: int,
    least: int = 1,
) -> sparse.csr_matrix:
    keep = (rows >= least) & (rows < height) & (context < CONTEXT_WORDS)
    ones = np.ones(int(keep.sum()), np.float32)
    return sparse.csr_matrix((ones, (rows[keep], columns[keep])), shape=(height, 2 * CONTEXT_WORDS))


def _context_weights(counts: sparse.csr_matrix) -> Floats:
    """The smoothed share of each context, each side by itself."""
    sums = np.asarray(counts.sum(0)).ravel() + 1e-9
    sides = np.power(sums, 0.75).reshape(2, CONTEXT_WORDS)
    shares: Floats = (sides / sides.sum(1, keepdims=True)).ravel().astype(np.float32)
    return shares


def _information(counts: sparse.csr_matrix, weights: Floats) -> sparse.csr_matrix:
    """Positive pointwise mutual information, each side by itself."""
    sides = [_side(counts, weights, side) for side in (0, 1)]
    return sparse.hstack(sides).tocsr()


def _side(counts: sparse.csr_matrix, weights: Floats, side: int) -> sparse.csr_matrix:
    span = slice(side * CONTEXT_WORDS, (side + 1) * CONTEXT_WORDS)
    part = counts[:, span].tocoo()
    totals = np.asarray(part.sum(1)).ravel() + 1e-9
    values = np.log(part.data / totals[part.row] / weights[span][part.col])
    keep = values > 0
    data = values[keep].astype(np.float32)
    return sparse.csr_matrix((data, (part.row[keep], part.col[keep])), shape=part.shape)


def reduce(matrix: sparse.csr_matrix) -> tuple[Floats, Floats]:
    """Left singular vectors of a matrix, and the basis that projects further rows onto them."""
    random = np.random.default_rng(0)
    start = random.standard_normal((matrix.shape[1], DIMENSIONS + OVERSAMPLING))
    turned = matrix.T.tocsr()
    span = matrix @ start.astype(np.float32)
    for _ in range(PASSES):
        span = np.linalg.qr(span)[0]
        span = matrix @ np.linalg.qr(turned @ span)[0]
    span = np.linalg.qr(span)[0]
    left, values, right = np.linalg.svd((turned @ span).T, full_matrices=False)
    basis = right[:DIMENSIONS].T / np.maximum(values[:DIMENSIONS], 1e-6)
    return (span @ left)[:, :DIMENSIONS], basis


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = vectors / np.maximum(lengths, 1e-9)
    return unit


def neighbours(found: Likeness, words: list[str], most: int) -> dict[str, list[str]]:
    """For each of `words` the `most` nearest of them, nearest first."""
    if not words:
        return {}
    most = min(most, len(words) - 1)
    rows = np.array([found.rows[word] for word in words])
    targets = found.vectors[rows]
    nearest: dict[str, list[str]] = {}
    for start in range(0, len(words), 1000):
        block = targets[start : start + 1000] @ targets.T
        best = np.argpartition(-block, most, axis=1)[:, : most + 1]
        for offset, columns in enumerate(best):
            ranked = sorted(columns, key=lambda c: (-block[offset, c], c))
            near = [words[c] for c in ranked if c != start + offset][:most]
            nearest[words[start + offset]] = near
    return nearest
