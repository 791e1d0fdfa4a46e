"""The default engine: worker processes on this machine, and a spool file for what is kept."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import tempfile
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, combinations, islice
from typing import IO, Generic, TypeVar

from credcheck.types import Kept

In = TypeVar("In")
Out = TypeVar("Out")
Item_co = TypeVar("Item_co", covariant=True)

# A pool of two costs about 0.25 s to start; below this many items one process is done sooner.
POOL_MIN_ITEMS = 24
# Items that may wait, per worker: enough to keep all busy, few enough to keep memory flat.
WAITING_PER_WORKER = 4
BATCH_ITEMS = 4
# Items that a stage takes at a time, if it does. Documents are cut in .53 of the time of one by one
# by 4, .41 by 8, .40 by 16.
LOT_ITEMS = 8
# An examined article takes some 150 KB; every reading of the spool unpacks it anew.
IN_MEMORY_MAX_ITEMS = 256


class Spool(Generic[Item_co]):
    """
    Items in a temporary file, read back by number or in order.

    Memory holds eight bytes an item. The file goes when the spool does.
    """

    def __init__(self, items: Iterable[Item_co]) -> None:
        """Write every item once, in order."""
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="credcheck-")  # noqa: SIM115
        self._offsets: list[int] = [0]
        for item in items:
            data = zlib.compress(pickle.dumps(item, pickle.HIGHEST_PROTOCOL), 1)
            self._file.write(data)
            self._offsets.append(self._offsets[-1] + len(data))
        self._last: tuple[int, Item_co] | None = None

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, index: int) -> Item_co:
        if not 0 <= index < len(self):
            raise IndexError(index)
        if self._last and self._last[0] == index:
            return self._last[1]
        start, end = self._offsets[index : index + 2]
        self._file.seek(start)
        item: Item_co = pickle.loads(zlib.decompress(self._file.read(end - start)))
        self._last = (index, item)
        return item

    def __iter__(self) -> Iterator[Item_co]:
        return (self[index] for index in range(len(self)))


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """
    Worker processes for `map`, an in-memory inverted index for `group`, a spool for `keep`.

    `jobs` is the number of processes; 1 runs everything in this one. How items meet in `group` is
    told in `shared_keys`; up to `all_pairs_max_items` items all meet all.
    """

    jobs: int = field(default_factory=lambda: max(1, os.cpu_count() or 1))
    # With one four-word stretch in two as a key, all 930 edited copies among 5,752 articles met at
    # 3.0, in 2,745 pairs; 2.0 doubles the pairs.
    weight_min: float = 2.5
    key_max_items: int = 30
    # 276 pairs take about a third of a second.
    all_pairs_max_items: int = 24

    def map(self, stage: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """`stage` of every item, in order."""
        source = iter(items)
        first = list(islice(source, POOL_MIN_ITEMS))
        if self.jobs == 1 or len(first) < POOL_MIN_ITEMS:
            yield from map(stage, chain(first, source))
            return
        yield from self._by_workers(
            partial(_run, stage), _batches(chain(first, source), BATCH_ITEMS)
        )

    def map_lots(
        self, stage: Callable[[Sequence[In]], Iterable[Out]], items: Iterable[In]
    ) -> Iterator[Out]:
        """What `stage` gives for every item, `LOT_ITEMS` at a time; in order."""
        lots = _batches(items, LOT_ITEMS)
        first = list(islice(lots, POOL_MIN_ITEMS // LOT_ITEMS))
        if self.jobs == 1 or sum(len(lot) for lot in first) < POOL_MIN_ITEMS:
            yield from chain.from_iterable(map(stage, chain(first, lots)))
            return
        yield from self._by_workers(partial(_listed, stage), chain(first, lots))

    def _by_workers(
        self, stage: Callable[[list[In]], list[Out]], batches: Iterable[list[In]]
    ) -> Iterator[Out]:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(
            self.jobs, mp_context=context, initializer=_begin, initargs=gc.get_threshold()
        ) as pool:
            yield from _in_order(pool, stage, batches, self.jobs)

    def group(
        self, keys: Callable[[Sequence[In]], Iterable[Iterable[int]]], items: Iterable[In]
    ) -> Iterator[tuple[In, In]]:
        """Pairs of items that share enough of what `keys` gives for each, once, in order."""
        kept = list(items)
        if len(kept) <= self.all_pairs_max_items:
            yield from combinations(kept, 2)
            return
        # numpy is not needed, and not loaded, for a single file.
        import numpy as np

        from credcheck.engines.shared_keys import pairs_sharing

        rows = [np.asarray(row, np.uint64) for row in keys(kept)]
        for left, right in pairs_sharing(rows, self.weight_min, self.key_max_items):
            yield kept[left], kept[right]

    def keep(self, items: Iterable[Out]) -> Kept[Out]:
        """A few items as they are, more on disk, so that memory stays flat however many."""
        source = iter(items)
        first = tuple(islice(source, IN_MEMORY_MAX_ITEMS))
        if len(first) < IN_MEMORY_MAX_ITEMS:
            return first
        return Spool(chain(first, source))


def _begin(*garbage_thresholds: int) -> None:
    """Set up a worker: it looks for garbage as often as its parent."""
    # Ctrl-C reaches every process of a terminal; only the first decides what to do about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*garbage_thresholds)


def _run(stage: Callable[[In], Out], batch: list[In]) -> list[Out]:
    return [stage(item) for item in batch]


def _listed(stage: Callable[[Sequence[In]], Iterable[Out]], lot: Sequence[In]) -> list[Out]:
    return list(stage(lot))


def _batches(items: Iterable[In], size: int) -> Iterator[list[In]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _in_order(
    pool: ProcessPoolExecutor,
    stage: Callable[[list[In]], list[Out]],
    batches: Iterable[list[In]],
    jobs: int,
) -> Iterator[Out]:
    """Results in the order of the items, with a bounded number under way."""
    waiting: deque[Future[list[Out]]] = deque()
    for batch in batches:
        waiting.append(pool.submit(stage, batch))
        if len(waiting) > jobs * WAITING_PER_WORKER:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()
