"""
How far a run is, on stderr, and a way to stop it that keeps what was found.

`Watched` stands round an engine: it counts what comes out of each `map`, and after an interrupt
lets no more in, so that the stages after it work with what there is. A second interrupt stops at
once.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import TypeVar

from credcheck.engines import Engine
from credcheck.types import Kept

In = TypeVar("In")
Out = TypeVar("Out")

# A run that is over sooner prints nothing; the line is redrawn no more often than it can be read.
QUIET_SECONDS = 1.0
REDRAW_SECONDS = 0.2
# The first result comes when the clock starts: a rate over so short a time is none.
PACE_SECONDS = 0.5
# A pace measured over less time than this promises hours, then minutes.
SETTLED_SECONDS = 2.0


@dataclass(slots=True)
class Meter:
    """One line on stderr that is drawn over: count, total, rate, time left."""

    total: int | None
    is_shown: bool
    started: float = field(default_factory=time.monotonic)
    drawn: float = 0.0
    width: int = 0

    def draw(self, word: str, count: int, total: int | None, since: float) -> None:
        """Show how far a stage is, if it is time."""
        now = time.monotonic()
        if not self.is_shown or now - self.started < QUIET_SECONDS:
            return
        if now - self.drawn < REDRAW_SECONDS:
            return
        self.drawn = now
        self._put(line(word, count, total, now - since))

    def clear(self) -> None:
        """Leave the line empty."""
        if self.width:
            self._put("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _put(self, text: str) -> None:
        sys.stderr.write(f"\r{text}{' ' * max(0, self.width - len(text))}")
        sys.stderr.flush()
        self.width = len(text)


def line(word: str, count: int, total: int | None, seconds: float) -> str:
    """`checking 1,200 of 20,000 files, 310 a second, 1:01 left`."""
    rate = count / seconds if seconds >= PACE_SECONDS else 0.0
    pace = f", {rate:,.0f} a second" if rate >= 1 else ""
    if total is None or count > total:
        return f"{word} {count:,}{pace}"
    is_settled = seconds >= SETTLED_SECONDS and rate > 0 and count < total
    left = f", {clock((total - count) / rate)} left" if is_settled else ""
    return f"{word} {count:,} of {total:,} files{pace}{left}"


def clock(seconds: float) -> str:
    """Seconds as m:ss or h:mm:ss."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class Watched:
    """An engine whose stages are counted and can be stopped."""

    def __init__(self, engine: Engine, meter: Meter) -> None:
        """Stand round `engine`."""
        self._engine = engine
        self._meter = meter
        self._stages = 0
        self.is_stopped = False
        self.examined = 0

    def map(self, stage: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """As the engine does, counted."""
        return self._counted(self._engine.map(stage, self._until_stopped(items)))

    def map_lots(
        self, stage: Callable[[Sequence[In]], Iterable[Out]], items: Iterable[In]
    ) -> Iterator[Out]:
        """As the engine does, counted."""
        return self._counted(self._engine.map_lots(stage, self._until_stopped(items)))

    def _counted(self, results: Iterable[Out]) -> Iterator[Out]:
        self._stages += 1
        is_first = self._stages == 1
        word, total = ("checking", self._meter.total) if is_first else ("comparing", None)
        since = None
        for count, result in enumerate(results, 1):
            # Counted from the first result on: starting the workers says nothing about the pace.
            since = time.monotonic() if since is None else since
            self._meter.draw(word, count, total, since)
            self.examined += is_first
            yield result

    def group(
        self, keys: Callable[[Sequence[In]], Iterable[Iterable[int]]], items: Iterable[In]
    ) -> Iterator[tuple[In, In]]:
        """As the engine does."""
        return self._engine.group(keys, items)

    def keep(self, items: Iterable[Out]) -> Kept[Out]:
        """As the engine does."""
        return self._engine.keep(items)

    def stop(self) -> None:
        """Let nothing more in."""
        self.is_stopped = True

    def _until_stopped(self, items: Iterable[In]) -> Iterator[In]:
        for item in items:
            if self.is_stopped:
                return
            yield item


@contextmanager
def stopping(engine: Watched) -> Iterator[None]:
    """Within, an interrupt stops the engine and a second one stops the program."""

    def stop(number: int, frame: FrameType | None) -> None:
        if engine.is_stopped:
            raise KeyboardInterrupt
        engine.stop()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
