"""
How well damage is found and repaired: `python -m benchmarks.accuracy.broken FOLDER [--misses]`.

FOLDER holds damaged.jsonl and clean.jsonl, one record a line: `id`, `text`, `labels`, and `format`
where it is "md". A label has
`class`, `start`, `end` (code points, half-open), and `repair` where the mended wording is known. A
label is found if a finding of its class touches it; a finding is right if it touches a label of its
class, or damage of a class that is the same thing seen from another side. On clean text every
finding is a false flag and every edit a fault.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from credcheck.clean import clean
from credcheck.detect import detect
from credcheck.language.identify import identified
from credcheck.settings import Settings
from credcheck.types import Document, Finding, Source, Span

# What each class of label may be found as.
CLASSES: dict[str, tuple[str, ...]] = {
    "mojibake": ("BRK101", "BRK103", "BRK107"),
    "invisible-character": ("BRK102", "BRK106", "BRK304"),
    "lost-character": ("BRK103", "BRK101", "BRK105"),
    "homoglyph": ("BRK104",),
    "html-entity": ("BRK201", "BRK107"),
    "html-tag": ("BRK202", "BRK203", "BRK204"),
    "glued-words": ("BRK301", "BRK302", "BRK502"),
    "no-space-after-punctuation": ("BRK302", "BRK301", "BRK303"),
    "space-before-punctuation": ("BRK303", "BRK302"),
    "blank-wall": ("BRK304", "BRK102"),
    "repeated-word": ("BRK305",),
    "line-wrap": ("BRK306",),
    "ocr": ("BRK307", "BRK306"),
    "empty-lead-in": ("BRK401", "BRK402"),
    "orphan-heading": ("BRK402", "BRK401"),
    "torn-table": ("BRK403", "BRK202"),
    "truncated": ("BRK404",),
    "repeated-passage": ("BRK405", "BRK406", "BRK407"),
    "placeholder": ("BRK408",),
    "residue": ("BRK501", "BRK302"),
    "boilerplate": tuple(f"BRK5{number:02}" for number in range(1, 20)),
}
# Labels of other collections that mean the same.
SAME = {
    "tag": "html-tag",
    "markup": "html-tag",
    "markup-debris": "html-tag",
    "entity": "html-entity",
    "invisible": "invisible-character",
    "direction-mark": "invisible-character",
    "missing-space": "no-space-after-punctuation",
    "surplus-space": "space-before-punctuation",
    "repeated-line": "repeated-passage",
    "repeated-title": "repeated-passage",
    "truncated-end": "truncated",
    "hyphenation": "line-wrap",
    "line-break": "line-wrap",
    "ocr-confusion": "ocr",
    "table": "torn-table",
}


@dataclass
class Count:
    """What was found of one class."""

    labels: int = 0
    found: int = 0
    flags: int = 0
    right: int = 0
    repairs: int = 0
    exact: int = 0


@dataclass
class Tally:
    """All that was counted on damaged texts."""

    classes: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    misses: list[str] = field(default_factory=list)


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def examined(record: dict[str, Any], settings: Settings) -> tuple[Document, tuple[Finding, ...]]:
    """The mended document and its findings of broken text."""
    text = record["text"]
    source = Source(record["id"], record.get("format", "txt"))
    document = identified(Document(record["id"], source, text, text), settings)
    document = clean(document)
    findings, _ = detect(document, settings)
    return document, tuple(f for f in findings if f.rule.startswith("BRK"))


def class_of(label: dict[str, Any]) -> str:
    return SAME.get(label["class"], label["class"])


def codes_of(name: str) -> tuple[str, ...]:
    return CLASSES.get(name, ())


def touches(finding: Finding, label: dict[str, Any]) -> bool:
    return finding.span.start <= label["end"] and finding.span.end >= label["start"]


def weigh(record: dict[str, Any], tally: Tally, settings: Settings) -> None:
    """Count one damaged text."""
    document, findings = examined(record, settings)
    labels = record["labels"]
    for label in labels:
        weigh_label(document, label, findings, tally)
    for finding in findings:
        is_right = any(
            touches(finding, label) and finding.rule in codes_of(class_of(label))
            for label in labels
        )
        count = tally.classes[finding.rule]
        count.flags += 1
        count.right += is_right
        if not is_right:
            tally.misses.append(f"false  {finding.rule} {shown(document.raw, finding.span)}")


def weigh_label(
    document: Document, label: dict[str, Any], findings: Iterable[Finding], tally: Tally
) -> None:
    name = class_of(label)
    count = tally.classes[name]
    count.labels += 1
    span = Span(label["start"], label["end"])
    if not any(touches(f, label) and f.rule in codes_of(name) for f in findings):
        tally.misses.append(f"missed {name} {shown(document.raw, span)}")
        return
    count.found += 1
    wanted = label.get("repair", label.get("fixed"))
    if wanted is not None:
        here = carried(document, span).of(document.text)
        count.repairs += 1
        count.exact += folded(wanted) == folded(here)
        if folded(wanted) != folded(here):
            tally.misses.append(f"repair {name} {here!r} for {wanted!r}")


def carried(document: Document, span: Span) -> Span:
    """A span of the text as read, in the mended text."""
    for layer in document.layers:
        span = layer.carry(span)
    return span


def folded(text: str) -> str:
    return " ".join(text.split())


def shown(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 25) : span.start], text[span.end : span.end + 25]
    return repr(f"{before}[[{span.of(text)[:80]}]]{after}")


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def print_damaged(folder: Path, settings: Settings, with_misses: bool) -> None:
    tally = Tally()
    texts = list(records(folder / "damaged.jsonl"))
    for record in texts:
        weigh(record, tally, settings)
    print(f"{len(texts)} damaged texts\n")
    print(f"{'class':30}{'labels':>7}{'found':>7}{'recall':>8}{'repairs':>9}{'exact':>7}")
    total = Count()
    for name, count in sorted(tally.classes.items()):
        if count.labels:
            print_class(name, count)
            total.labels += count.labels
            total.found += count.found
            total.repairs += count.repairs
            total.exact += count.exact
    print_class("all", total)
    print(f"\n{'code':30}{'flags':>7}{'right':>7}{'precision':>11}")
    flagged = [(code, count) for code, count in sorted(tally.classes.items()) if count.flags]
    for code, count in flagged:
        print(f"{code:30}{count.flags:7}{count.right:7}{share(count.right, count.flags):>11}")
    flags, right = (sum(getattr(c, n) for _, c in flagged) for n in ("flags", "right"))
    print(f"{'all':30}{flags:7}{right:7}{share(right, flags):>11}")
    if with_misses:
        print("\n" + "\n".join(tally.misses))


def print_class(name: str, count: Count) -> None:
    recall, exact = share(count.found, count.labels), share(count.exact, count.repairs)
    print(f"{name:30}{count.labels:7}{count.found:7}{recall:>8}{count.repairs:9}{exact:>7}")


def print_clean(folder: Path, settings: Settings, with_misses: bool) -> None:
    texts = flags = edits = errors = words = 0
    codes: Counter[str] = Counter()
    lines: list[str] = []
    for record in records(folder / "clean.jsonl"):
        document, findings = examined(record, settings)
        texts, words = texts + 1, words + len(record["text"].split())
        flags, errors = flags + len(findings), errors + sum(f.severity == "error" for f in findings)
        edits += sum(len(layer.edits) for layer in document.layers)
        codes.update(f.rule for f in findings)
        lines += (f"false  {f.rule} {shown(document.raw, f.span)}" for f in findings)
    print(f"\n{texts} clean texts, {words} words")
    print(f"false flags {flags} ({200 * flags / max(texts, 1):.2f} per 200 texts), errors {errors}")
    print(f"edits made {edits}; flags by code {dict(sorted(codes.items()))}")
    if with_misses:
        print("\n".join(lines))


def main(arguments: list[str]) -> int:
    folders = [Path(a) for a in arguments if not a.startswith("-")]
    if len(folders) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    settings = Settings(select=("BRK",))
    print_damaged(folders[0], settings, "--misses" in arguments)
    print_clean(folders[0], settings, "--misses" in arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
