"""Lexicons: two forms, one meaning, and errors that name the place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.lexicons import phrases
from credcheck.lexicons.phrases import Entry, Lexicon, LexiconError, fold, load, search, shipped

WORDS = st.lists(st.sampled_from(["go", "to", "the", "Bank"]), min_size=1, max_size=4)


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_tsv_and_json_say_the_same(tmp_path: Path) -> None:
    pairs = {"bosom peril": "breast cancer", "flag to clamor": "signal to noise"}
    listed = [{"tortured": spun, "expected": meant} for spun, meant in pairs.items()]
    rows = "".join(f"{spun}\t{meant}\n" for spun, meant in pairs.items())
    forms = [
        load(written(tmp_path, "a.tsv", f"# a comment\nspun\tintended\n{rows}")),
        load(written(tmp_path, "b.json", json.dumps(pairs))),
        load(written(tmp_path, "c.json", json.dumps(listed))),
        load(written(tmp_path, "d.json", json.dumps({"name": "x", "phrases": listed}))),
    ]
    assert len({form.entries for form in forms}) == 1
    assert forms[0].entries[0] == Entry(("bosom", "peril"), ("breast cancer",))


def test_name_version_and_hash_are_kept(tmp_path: Path) -> None:
    lexicon = load(written(tmp_path, "house.tsv", "# name: House\n# version: 7\na b\tc|d\n"))
    assert (lexicon.name, lexicon.version, len(lexicon.digest)) == ("House", "7", 12)
    assert lexicon.entries == (Entry(("a", "b"), ("c", "d")),)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("one.tsv", "good\trow\nonly one side\n", "one.tsv:2:"),
        ("two.json", "{", "two.json:1:"),
        ("three.json", '[{"tortured": "x"}]', "phrase 0"),
        ("four.json", '"text"', "expected an object"),
    ],
)
def test_a_bad_lexicon_is_one_line_that_names_the_place(
    tmp_path: Path, name: str, text: str, place: str
) -> None:
    with pytest.raises(LexiconError, match=place) as caught:
        load(written(tmp_path, name, text))
    assert "\n" not in str(caught.value)


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.tsv"):
        load(str(tmp_path / "nowhere.tsv"))


def test_the_longest_phrase_wins_and_punctuation_parts() -> None:
    lexicon = Lexicon(
        "x", "", "", (Entry(("go", "to"), ("visit",)), Entry(("go", "to", "the"), ("b",)))
    )
    text = "Go to the fair; go, to. go  to\u00a0it"
    assert [(text[a:b], e.intended) for a, b, e in search(lexicon, text)] == [
        ("Go to the", ("b",)),
        ("go  to", ("visit",)),
    ]


@given(WORDS, st.lists(WORDS, max_size=4))
def test_search_agrees_with_looking_everywhere(text: list[str], keys: list[list[str]]) -> None:
    entries = tuple(Entry(fold(" ".join(key)), ("x",)) for key in keys)
    found = {e.words for _, _, e in search(Lexicon("x", "", "", entries), " ".join(text))}
    folded = fold(" ".join(text))
    everywhere = {folded[i:j] for i in range(len(folded)) for j in range(i + 1, len(folded) + 1)}
    assert found <= everywhere
    assert bool(found) == any(entry.words in everywhere for entry in entries)


def test_the_shipped_list_is_sound() -> None:
    lexicon = shipped("spun_certain")
    assert lexicon.name == "certain phrases"
    assert len(lexicon.entries) == len({e.words for e in lexicon.entries}) > 100
    assert not [e for e in lexicon.entries if fold(e.intended[0]) == e.words]
    assert phrases.openings(lexicon)["overseas"][0].words == ("overseas", "affairs", "minister")
