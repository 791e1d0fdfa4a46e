"""Read events and the command line of the tools that learn from them."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path


def asked(description: str | None) -> tuple[Path, list[dict[str, str]]]:
    """The file to write, and the texts of each event by outlet, as given on the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("output", type=Path)
    parser.add_argument("events", type=Path)
    arguments = parser.parse_args()
    return arguments.output, read_events(arguments.events)


def read_events(path: Path) -> list[dict[str, str]]:
    """Return the texts of each event by outlet."""
    return list(events_by_number(path).values())


def events_by_number(path: Path) -> dict[int, dict[str, str]]:
    """The texts of each event by outlet; one article a line: "event", "outlet" and "text"."""
    events: dict[int, dict[str, str]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        events[record["event"]][record["outlet"]] = record["text"]
    return events
