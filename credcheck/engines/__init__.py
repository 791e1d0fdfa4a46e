"""
Where the stages run.

A stage is a plain function and never learns where it runs. An engine is one adapter file; its
imports stay inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from credcheck.types import Kept

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """What `check` asks of the place it runs in."""

    def map(self, stage: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """`stage` of every item, in order, whatever the number of workers."""
        ...

    def map_lots(
        self, stage: Callable[[Sequence[In]], Iterable[Out]], items: Iterable[In]
    ) -> Iterator[Out]:
        """What `stage` gives for every item, of which it takes several at a time; in order."""
        ...

    def group(
        self, keys: Callable[[Sequence[In]], Iterable[Iterable[int]]], items: Iterable[In]
    ) -> Iterator[tuple[In, In]]:
        """Pairs of items that share enough of what `keys` gives for each, once, in order."""
        ...

    def keep(self, items: Iterable[Out]) -> Kept[Out]:
        """The items, to be read twice and by number."""
        ...
