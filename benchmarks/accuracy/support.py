"""
How well claims are judged: `python -m benchmarks.accuracy.support MEASUREMENT`.

clusters [dev|held [FOLDER]]   event clusters with planted differences and traps
articles ARTICLES             real articles of several outlets on each event: what is flagged
derived ARTICLES CLAIMS       claims made from such articles by changing numbers and quotations
seeds FOLDER GOLD             claims with a status given by hand, spans given
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from credcheck.settings import Settings
from credcheck.support.claims import claims, claims_in
from credcheck.support.judge import judge, judge_near
from credcheck.types import Claim, Document, Examined, Group, Judgement, Prose, Source, Span

CLUSTERS = Path(__file__).resolve().parent / "clusters"
FLAGGED = frozenset({"differs", "reworded"})
# Kinds of gold that name a status, not a difference.
STATUSES = {"supported": "supported", "only here": "only-here"}


def judged(texts: Mapping[str, str], groups: tuple[Group, ...] = ()) -> tuple[Judgement, ...]:
    """Judge the claims of texts by name."""
    settings = Settings()
    examined = []
    for name, text in texts.items():
        document = Document(name, Source(name), text, text)
        found = claims(Prose(document, settings))
        examined.append(Examined(document, (), found, (), len(text.split())))
    return judge(examined, groups, (), settings)


def copies(texts: Mapping[str, str]) -> tuple[Group, ...]:
    """Documents that share half of their word 5-grams with the first that does, as one group."""
    grams = {name: _grams(text) for name, text in texts.items()}
    members: dict[str, list[str]] = defaultdict(list)
    for name, own in grams.items():
        for first in list(members):
            if len(own & grams[first]) >= 0.4 * min(len(own), len(grams[first])):
                members[first].append(name)
                break
        else:
            members[name].append(name)
    return tuple(
        Group(tuple(names), first, "edited", "shared word 5-grams")
        for first, names in members.items()
        if len(names) > 1
    )


def _grams(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def read_cluster(folder: Path) -> tuple[dict[str, str], dict[str, Any]]:
    """The texts of a cluster by file name, and its gold."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    return texts, json.loads((folder / "gold.json").read_text(encoding="utf-8"))


def score_cluster(folder: Path, is_verbose: bool = False) -> tuple[str, Counter[str]]:
    """Counts for one cluster: findings, right ones, planted, found, traps, traps flagged."""
    texts, gold = read_cluster(folder)
    found = judged(texts, copies(texts))
    flags = [j for j in found if j.status in FLAGGED]
    items = gold["items"]
    count: Counter[str] = Counter(words=sum(len(text.split()) for text in texts.values()))
    hit: set[str] = set()
    for flag in flags:
        kind = "quotation" if flag.claim.kind == "quote" else "value"
        met = _planted(flag, items)
        hit |= met
        count[f"{kind} flags"] += 1
        count[f"{kind} right"] += bool(met)
        if is_verbose and not met:
            _show("WRONG", flag, texts)
    for item in items:
        if item["kind"] in STATUSES:
            said = {j.status for j in found if _touches(j, item)}
            count[f"{item['kind']} items"] += 1
            count[f"{item['kind']} right"] += STATUSES[item["kind"]] in said
        elif item["kind"] == "trap":
            is_hit = any(_touches(flag, item) for flag in flags if not _planted(flag, items))
            count["traps"] += 1
            count["traps flagged"] += is_hit
            if is_hit and is_verbose:
                print("TRAP", folder.name, item["id"], _places(item))
        else:
            kind = "quotation" if item["kind"] == "altered quotation" else "value"
            count[f"{kind} planted"] += 1
            count[f"{kind} found"] += item["id"] in hit
            if is_verbose and item["id"] not in hit:
                print("MISSED", folder.name, item["id"], _places(item))
    return gold["set"], count


def _places(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(place["document"], place["text"][:60]) for place in item["places"]]


def _planted(flag: Judgement, items: Iterable[Mapping[str, Any]]) -> set[str]:
    """Planted differences that a flag names: its own place, and one of the other variant."""
    claim = flag.claim
    met = set()
    for item in items:
        own = {p.get("variant") for p in item["places"] if _is_at(p, claim.document, claim.span)}
        there = {
            p.get("variant")
            for p in item["places"]
            for e in flag.evidence
            if e.relation in FLAGGED and e.document and e.span and _is_at(p, e.document, e.span)
        }
        is_planted = item["kind"] not in STATUSES and item["kind"] != "trap"
        if is_planted and own and there - own:
            met.add(item["id"])
    return met


def _touches(flag: Judgement, item: Mapping[str, Any]) -> bool:
    return any(_is_at(p, flag.claim.document, flag.claim.span) for p in item["places"])


def _is_at(place: Mapping[str, Any], document: str, span: Span) -> bool:
    return place["document"] == document and span.overlaps(Span(place["start"], place["end"]))


def _show(label: str, flag: Judgement, texts: Mapping[str, str]) -> None:
    claim = flag.claim
    print(label, claim.document, repr(claim.span.of(texts[claim.document])))
    print("      ", " ".join(claim.sentence.of(texts[claim.document]).split())[:220])
    for e in flag.evidence:
        if e.document and e.span and e.relation in FLAGGED:
            around = Span(max(0, e.span.start - 90), e.span.end + 60)
            print("   vs ", e.document, e.similarity, repr(around.of(texts[e.document])))


def clusters(folder: Path, which: str, is_verbose: bool) -> None:
    """Print precision and recall over the clusters of one set."""
    total: Counter[str] = Counter()
    for path in sorted(p for p in folder.iterdir() if (p / "gold.json").exists()):
        if which and json.loads((path / "gold.json").read_text())["set"] != which:
            continue
        _, count = score_cluster(path, is_verbose)
        total += count
        print(path.name, dict(count))
    for kind in ("value", "quotation"):
        print(kind, _rates(total, (kind,)))
    print("together", _rates(total, ("value", "quotation")))
    print(f"traps flagged {total['traps flagged']} of {total['traps']}; {total['words']} words")


def _rates(total: Counter[str], kinds: Iterable[str]) -> str:
    right = sum(total[f"{kind} right"] for kind in kinds)
    flags = sum(total[f"{kind} flags"] for kind in kinds)
    found = sum(total[f"{kind} found"] for kind in kinds)
    planted = sum(total[f"{kind} planted"] for kind in kinds)
    return (
        f"precision {right}/{flags} = {right / max(1, flags):.2f}, "
        f"recall {found}/{planted} = {found / max(1, planted):.2f}"
    )


STATUS = {
    "supported": "supported",
    "differs": "conflict",
    "reworded": "altered-quote",
    "only-here": "single-source",
    "unattributed": "vague",
}


def seeds(folder: Path, gold_path: Path, is_verbose: bool) -> None:
    """Accuracy of the status of claims whose spans are given."""
    texts = {p.name: _read(p) for p in sorted(folder.glob("*.txt"))}
    gold = json.loads(gold_path.read_text(encoding="utf-8"))["claims"]
    asked = {name: [g for g in gold if g["file"] == name] for name in texts}
    examined = [_asked(name, text, asked[name]) for name, text in texts.items()]
    found = {
        (j.claim.document, j.claim.span, j.claim.time): j
        for j in judge(examined, (), (), Settings())
    }
    count: Counter[str] = Counter()
    for claim in gold:
        span = Span(claim["start"], claim["end"])
        judgement = found[claim["file"], span, claim["id"]]
        said = STATUS[judgement.status]
        count["right"] += said == claim["status"]
        count[f"{claim['status']} gold"] += 1
        count[f"{said} said"] += 1
        count[f"{said} right"] += said == claim["status"]
        if is_verbose and said != claim["status"]:
            print(claim["id"], claim["kind"], claim["status"], "->", said, "|", claim["text"][:100])
    print(f"accuracy {count['right']}/{len(gold)} = {count['right'] / len(gold):.3f}")
    for status in STATUS.values():
        figures = (f"{name} {count[f'{status} {name}']}" for name in ("right", "said", "gold"))
        print(f"{status}: {', '.join(figures)}")


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _asked(name: str, text: str, asked: Iterable[Mapping[str, Any]]) -> Examined:
    """A document whose claims are its own and those asked for, these marked by their id."""
    document = Document(name, Source(name), text, text)
    own = claims(Prose(document, Settings()))
    extra = tuple(_as_claim(name, text, own, g) for g in asked)
    return Examined(document, (), (*own, *extra), (), len(text.split()))


def _as_claim(name: str, text: str, own: Iterable[Claim], gold: Mapping[str, Any]) -> Claim:
    """The claim at a given span: the program's own if there is one, else made from the words."""
    span = Span(gold["start"], gold["end"])
    kinds = {
        "number": {"number", "money", "percent", "date"},
        "date": {"date"},
        "quote": {"quote"},
        "person-role": {"name"},
    }.get(gold["kind"], set())
    inside = [c for c in own if c.kind in kinds and c.span.overlaps(span)]
    inside.sort(key=lambda c: (c.kind == "date" and gold["kind"] == "number", c.span))
    if inside:
        return replace(inside[0], span=span, time=gold["id"])
    made = claims_in(text, span)
    return replace(made, document=name, time=gold["id"])


def _events(path: Path) -> dict[int, dict[str, str]]:
    """Articles by event and outlet."""
    events: dict[int, dict[str, str]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        events[record["event"]][record["outlet"]] = record["text"]
    return events


def articles(path: Path) -> None:
    """Print every flag on unmodified articles, each pair of places once, and how many."""
    count: Counter[str] = Counter()
    events = _events(path)
    for _, texts in sorted(events.items()):
        seen: set[frozenset[tuple[str | None, Span | None]]] = set()
        for judgement in judged(texts):
            if judgement.status in FLAGGED:
                own = (judgement.claim.document, judgement.claim.span)
                against = [e for e in judgement.evidence if e.relation in FLAGGED]
                pair = frozenset({own, (against[0].document, against[0].span)})
                if pair not in seen:
                    seen.add(pair)
                    count[judgement.status] += 1
                    _show(judgement.status, judgement, texts)
    print(f"{dict(count)} in {sum(map(len, events.values()))} articles")


def derived(path: Path, gold_path: Path) -> None:
    """Precision and recall on numbers and quotations changed in real articles."""
    events = _events(path)
    count: Counter[str] = Counter()
    for item in json.loads(gold_path.read_text(encoding="utf-8")):
        texts = dict(events.get(item["tri"], {}))
        outlet = {key.lower(): key for key in texts}.get(item["src"].lower())
        if outlet is None:
            continue
        kind = "quote" if "quote" in item else "value"
        said = _judged_item(texts, outlet, item)
        count[f"{kind} {item['gold']}"] += 1
        count[f"{kind} {item['gold']} {said}"] += 1
        count[f"{kind} said {said}"] += 1
    for kind, label in (("value", "conflict"), ("quote", "altered-quote")):
        right = count[f"{kind} {label} {label}"]
        flags, gold = count[f"{kind} said {label}"], count[f"{kind} {label}"]
        precision, recall = right / max(1, flags), right / max(1, gold)
        print(f"{label}: precision {right}/{flags} = {precision:.2f}", end=", ")
        print(f"recall {right}/{gold} = {recall:.2f}")
    print(dict(sorted(count.items())))


def _judged_item(texts: dict[str, str], outlet: str, item: Mapping[str, Any]) -> str:
    """The status of one derived claim, standing alone in the place of its article."""
    text = f"“{item['quote']}”" if "quote" in item else item["sent"]
    kinds = {"quote"} if "quote" in item else {"number", "date", "money", "percent"}
    start = 1 if "quote" in item else item["item"]["start"]
    others = {name: body for name, body in texts.items() if name != outlet}
    judgements = judged_alone(text, others)
    for judgement in judgements:
        span = judgement.claim.span
        if judgement.claim.kind in kinds and span.start <= start + 1 and span.end > start:
            return STATUS[judgement.status]
    return "single-source"


@cache
def _examined(name: str, text: str) -> Examined:
    document = Document(name, Source(name), text, text)
    return Examined(document, (), claims(Prose(document, Settings())), (), len(text.split()))


def judged_alone(text: str, others: Mapping[str, str]) -> list[Judgement]:
    """Claims of a sentence against whole articles that are known to be on its event."""
    examined = [_examined("claim", text), *(_examined(n, t) for n, t in others.items())]
    found = judge_near(
        examined,
        tuple(tuple(range(1, len(examined))) if n == 0 else (0,) for n in range(len(examined))),
    )
    return [j for j in found if j.claim.document == "claim"]


def main(arguments: list[str]) -> None:
    """Run one of the measurements."""
    is_verbose = "-v" in arguments
    rest = [a for a in arguments if a != "-v"]
    which = {"dev": "development", "held": "held out"}.get(rest[1] if len(rest) > 1 else "", "")
    folder = Path(rest[2]) if len(rest) > 2 else CLUSTERS
    if rest[0] == "clusters":
        clusters(folder, which, is_verbose)
    elif rest[0] == "seeds":
        seeds(Path(rest[1]), Path(rest[2]), is_verbose)
    elif rest[0] == "articles":
        articles(Path(rest[1]))
    elif rest[0] == "derived":
        derived(Path(rest[1]), Path(rest[2]))


if __name__ == "__main__":
    main(sys.argv[1:])
