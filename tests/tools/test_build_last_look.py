"""The weights of the last look."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from credcheck.support.last_look import FEATURES
from tools.build_last_look import TRAP, Example, fitted, of_clusters, of_events

ONE = "The Merev dam above Sarat burst on Tuesday, killing 41 people and ruining 212 homes."
TWO = "When the Merev dam above Sarat burst on Tuesday it killed 47 people and ruined 318 homes."


def test_planted_differences_are_one_and_traps_count_for_more(tmp_path: Path) -> None:
    def place(name: str, text: str, words: str, **more: str) -> dict[str, object]:
        start = text.index(words)
        return {"document": name, "start": start, "end": start + len(words), "text": words, **more}

    items = [
        {
            "kind": "differing value",
            "places": [
                place("a.txt", ONE, "41", variant="a"),
                place("b.txt", TWO, "47", variant="b"),
            ],
        },
        {"kind": "trap", "places": [place("a.txt", ONE, "212"), place("b.txt", TWO, "318")]},
    ]
    folder = tmp_path / "dam"
    folder.mkdir()
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    (folder / "b.txt").write_text(TWO, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps({"items": items}), encoding="utf-8")
    found = list(of_clusters([tmp_path]))
    assert all(len(example.values) == len(FEATURES) for example in found)
    assert [example.is_one for example in found].count(True) == 1
    assert TRAP in {example.weight for example in found if not example.is_one}


def test_couples_nobody_judged_count_less(tmp_path: Path) -> None:
    events, labels = tmp_path / "events.jsonl", tmp_path / "labels.jsonl"
    rows = [{"event": 7, "outlet": n, "text": t} for n, t in (("a", ONE), ("b", TWO))]
    events.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    label = {"event": 7, "places": [["a", ONE.index("41")], ["b", TWO.index("47")]], "right": True}
    labels.write_text(json.dumps(label) + "\n", encoding="utf-8")
    found = list(of_events(events, labels))
    judged = [example for example in found if example.is_one]
    assert len(judged) == 1
    assert all(example.weight < judged[0].weight for example in found if not example.is_one)


def test_weights_keep_to_their_side() -> None:
    pytest.importorskip("scipy")
    none = Example((0.0,) * len(FEATURES), is_one=False, weight=1.0, event="e")
    slip, octaves = FEATURES.index("digits swapped"), FEATURES.index("octaves")
    on = {n: tuple(float(k == n) for k in range(len(FEATURES))) for n in (slip, octaves)}
    wrong = [replace(none, values=on[slip]), replace(none, values=on[octaves], is_one=True)] * 50
    weights = fitted([*wrong, none])
    assert weights[slip] == weights[octaves] == 0.0
