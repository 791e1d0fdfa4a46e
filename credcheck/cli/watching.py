"""`--watch`: run again whenever a file that was read changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable

# Often enough to feel immediate; a look at 20,000 files takes about a tenth of a second.
POLL_SECONDS = 0.5
_CLEAR = "\x1b[2J\x1b[H"
State = tuple[tuple[str, int, int], ...]


def watch(once: Callable[[], int], files: Callable[[], Iterable[str]]) -> int:
    """
    Run `once`, then again after every change of `files`, until interrupted.

    The exit code is that of the last run.
    """
    code, seen = 0, None
    try:
        while True:
            now = state(files())
            if now != seen:
                seen = now
                if sys.stdout.isatty():
                    sys.stdout.write(_CLEAR)
                code = once()
                sys.stderr.write("watching for changes, Ctrl-C to leave\n")
            time.sleep(POLL_SECONDS)
    except KeyboardInterrupt:
        return code


def state(paths: Iterable[str]) -> State:
    """Name, time and size of every file; what has gone is left out."""
    found = []
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found.append((path, status.st_mtime_ns, status.st_size))
    return tuple(found)
