"""The list of possible originals, built from small dictionaries written here."""

from __future__ import annotations

import gzip
import json
import lzma
from pathlib import Path

import pytest

pytest.importorskip("lemminflect")
pytest.importorskip("scipy")

from hypothesis import given
from hypothesis import strategies as st

from tools import candidate_sources as sources
from tools.build_candidates import (
    COMMON_SWAPS,
    Usage,
    build,
    drop_opposites,
    is_kept,
    lexicon,
    rules,
    uninflected,
    write,
)
from tools.candidate_pairs import (
    BITS,
    LEXICON_BIT,
    RULE_BIT,
    SEEN_LEXICON_BIT,
    Evidence,
    add_swaps,
    is_substitution,
    lemma_pairs,
    plain_spelling,
    surface_pairs,
    written_alike,
)
from tools.candidate_sources import CommonSwap, Group
from tools.inflection import forms
from tools.news_words import Corpus, occurrences, read, split

LEXICON = Path(__file__).parents[2] / "credcheck" / "lexicons" / "spun_phrases.tsv"


def corpus(folder: Path, texts: list[str]) -> Corpus:
    path = folder / "articles.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    return read([path])


def pairs_of(groups: list[Group], rare: str = "") -> dict[str, dict[str, Evidence]]:
    pairs = lemma_pairs([("mythes", groups)], lambda term: term != rare, lambda term: term == rare)
    return surface_pairs(pairs, lambda _: True)


class TestInflection:
    @pytest.mark.parametrize(
        ("written", "original"),
        [
            ("assaults", "attacks"),
            ("goes to", "visits"),
            ("went to", "visited"),
            ("going to", "visiting"),
            ("go to", "visit"),
        ],
    )
    def test_number_and_tense_are_kept(self, written: str, original: str) -> None:
        groups = [Group("v", "same", ("go to", "visit")), Group("n", "same", ("assault", "attack"))]
        assert original in pairs_of(groups)[written]

    def test_tenses_do_not_mix(self) -> None:
        assert "visit" not in pairs_of([Group("v", "same", ("go to", "visit"))])["went to"]

    def test_noun_phrase_inflects_before_of(self) -> None:
        assert ("NNS", "points of view") in forms("point of view", "n")

    def test_unknown_part_of_speech_is_taken_from_both_sides(self) -> None:
        found = pairs_of([Group("", "same", ("acquire", "gain"))])
        assert "gained" in found["acquired"]
        assert "gainer" not in found["acquired"]


class TestUninflected:
    USAGE = Usage({"left": 99, "leaves": 99, "leaving": 1, "leave": 99}, {}, frozenset())

    def of(self, written: str, *originals: str) -> list[str]:
        kept = [(original, BITS["wordnet same"], 0.5) for original in originals]
        return [form for form, _, _ in uninflected(written, kept, self.USAGE)]

    def test_a_base_form_may_stand_for_every_form_in_use(self) -> None:
        assert set(self.of("sail", "leave")) == {"left", "leaves"}

    def test_what_is_listed_is_not_listed_again(self) -> None:
        assert self.of("sail", "leave", "left") == ["leaves"]

    def test_what_is_inflected_stays_so(self) -> None:
        assert self.of("sails", "leaves") == []


def test_a_rare_word_is_written_but_never_the_original() -> None:
    found = pairs_of([Group("v", "same", ("pay", "remunerate"))], rare="remunerate")
    assert "paid" in found["remunerated"]
    assert "pay" not in found


class TestCommonSwaps:
    SWAPS = (
        CommonSwap("visit", "go to", "v", "rewriter"),
        CommonSwap("shop", "emporium", "n", "thesaurus"),
        CommonSwap("and", "along with", "r", "rewriter"),
    )

    def found(self) -> dict[str, dict[str, Evidence]]:
        pairs = lemma_pairs([], bool, bool)
        add_swaps(pairs, self.SWAPS, lambda term: term != "emporium", lambda _: True)
        return surface_pairs(pairs, lambda _: True)

    def test_both_sides_are_inflected_alike(self) -> None:
        assert self.found()["went to"]["visited"].bits == BITS["swaps rewriter"]
        assert self.found()["emporiums"]["shops"].bits == BITS["swaps thesaurus"]

    def test_what_is_inflected_already_stays_as_it_is(self) -> None:
        pairs = lemma_pairs([], bool, bool)
        swap = CommonSwap("deed", "actions", "n", "thesaurus")
        add_swaps(pairs, [swap], lambda _: True, lambda _: True)
        assert set(surface_pairs(pairs, lambda _: True)) == {"deed", "actions"}

    def test_the_other_way_round_is_a_looser_pair(self) -> None:
        assert self.found()["visits"]["goes to"].bits == BITS["swaps back"]

    def test_a_rare_word_is_no_original(self) -> None:
        assert "shops" not in self.found()

    def test_a_phrase_may_stand_for_a_function_word(self) -> None:
        assert "and" in self.found()["along with"]
        assert "and" not in self.found()

    def test_the_list_is_well_formed(self) -> None:
        swaps = list(sources.common_swaps(COMMON_SWAPS))
        assert {swap.pos for swap in swaps} <= set("nvarx")
        for swap in swaps:
            assert swap.original != swap.written
            assert sources.WRITTEN.fullmatch(swap.written), swap
            assert sources.WRITTEN.fullmatch(swap.original), swap


class TestSpelling:
    @pytest.mark.parametrize(
        ("left", "right"),
        [
            ("organisation", "organization"),
            ("colour", "color"),
            ("travelled", "traveled"),
            ("defence", "defense"),
            ("centre", "center"),
            ("catalogue", "catalog"),
            ("grey", "gray"),
            ("per cent", "percent"),
            ("on-line", "online"),
            ("towards", "toward"),
            ("reported", "reports"),
        ],
    )
    def test_regional_spelling_and_inflection_are_no_substitution(
        self, left: str, right: str
    ) -> None:
        assert not is_substitution(left, right)
        assert not is_substitution(right, left)

    @pytest.mark.parametrize(
        ("left", "right"), [("safety", "security"), ("navy", "military"), ("round", "around")]
    )
    def test_words_apart_stay_apart(self, left: str, right: str) -> None:
        assert is_substitution(left, right)

    @given(st.text("abceilorstuwyz -", max_size=20))
    def test_likeness_is_reflexive_and_spelling_idempotent_in_hyphens(self, term: str) -> None:
        assert written_alike(term, term)
        assert "-" not in plain_spelling(term)


class TestSources:
    def test_mythes_leaves_antonyms_out(self) -> None:
        found = list(sources.mythes_meaning("hot", ["(adj)", "torrid", "cold (antonym)"]))
        assert found == [Group("a", "same", ("hot", "torrid"))]

    def test_moby_pairs_head_with_entries(self, tmp_path: Path) -> None:
        path = tmp_path / "words.txt"
        path.write_text("visit,call on,go to see\n", encoding="utf-8")
        assert [g.members for g in sources.moby(path)] == [
            ("visit", "call on"),
            ("visit", "go to see"),
        ]

    def test_edict_glosses_of_one_sense(self, tmp_path: Path) -> None:
        path = tmp_path / "edict"
        path.write_bytes(
            "head\n語 [ご] /(v5r,vi) (1) to tie up/to bind/(2) to sum up/\n".encode("euc_jp")
        )
        same = [g for g in sources.edict(path) if g.kind == "same"]
        assert same == [Group("v", "same", ("tie up", "bind"))]

    def test_cedict_splits_senses(self, tmp_path: Path) -> None:
        path = tmp_path / "all.js"
        rows = {"all": [["字", "字", "zi4", ["still; yet", "to remain; to stay"]]]}
        path.write_text("export default " + json.dumps(rows), encoding="utf-8")
        same = [g for g in sources.cedict(path) if g.kind == "same"]
        assert Group("", "same", ("still", "yet")) in same
        assert Group("v", "same", ("remain", "stay")) in same

    def test_wikdict_pivots_over_a_foreign_word(self, tmp_path: Path) -> None:
        entries = ["trip /t/ <n>\nmatka\n", "journey /d/ <n>\n1. matka, reissu\na gloss\n"]
        offsets = [0, len(entries[0].encode())]
        index = "".join(
            f"{text.split()[0]}\t{letters(at)}\t{letters(len(text.encode()))}\n"
            for text, at in zip(entries, offsets, strict=True)
        )
        (tmp_path / "x.index").write_text(index, encoding="utf-8")
        (tmp_path / "x.dict.dz").write_bytes(gzip.compress("".join(entries).encode()))
        assert list(sources.wikdict([tmp_path / "x"], [])) == [
            Group("n", "same", ("trip", "journey"))
        ]

    @given(st.integers(0, 2**40))
    def test_index_numbers(self, value: int) -> None:
        assert sources.number(letters(value)) == value


def letters(value: int) -> str:
    digits = [key for key, _ in sorted(sources.BASE64.items(), key=lambda item: item[1])]
    return (letters(value // 64) if value >= 64 else "") + digits[value % 64]


class TestCorpus:
    def test_phrases_are_found_where_a_plain_search_finds_them(self, tmp_path: Path) -> None:
        found = corpus(tmp_path, ["They go to town. We go to town.", "Go to it\nTo town we go to"])
        places = occurrences(found, ["go to", "go to town", "town go"])
        words = [found.words[n] for n in found.ids]
        for phrase in ("go to", "go to town"):
            wanted = phrase.split()
            plain = [i for i in range(len(words)) if words[i : i + len(wanted)] == wanted]
            assert places[phrase].tolist() == plain
        assert "town go" not in places

    def test_numbers_names_and_signs(self, tmp_path: Path) -> None:
        assert split("In 1999 some 2,500 of Ali’s 12 don't.") == (
            ["in", "<year>", "some", "<num>", "of", "ali", "'s", "12", "don't", "."]
        )
        assert corpus(tmp_path, ["We met Ali. Then Ali met us all."]).names == {"ali", "then"} | {
            "we"
        }


class TestList:
    @pytest.fixture
    def built(self, tmp_path: Path) -> list[tuple[str, str, int]]:
        texts = ["the minister said that troops attack the town and leave it . "] * 40
        texts += ["officials assault nobody . "] * 5
        source = [("moby", [Group("", "near", ("assault", "attack"))])]
        source += [("mythes", [Group("v", "same", ("assault", "attack", "storm"))])]
        surface, found, usage = build(corpus(tmp_path, texts), source, set())
        path = tmp_path / "list.tsv.gz"
        number = write(path, surface, found, usage)
        lines = gzip.decompress(path.read_bytes()).decode().splitlines()
        assert len(lines) == number
        rows = [line.split("\t") for line in lines]
        return [(written, original, int(bits)) for written, original, bits, _ in rows]

    def test_sources_are_joined(self, built: list[tuple[str, str, int]]) -> None:
        bits = {(w, o): b for w, o, b in built}["assault", "attack"]
        assert bits & BITS["moby near"]
        assert bits & BITS["mythes same"]

    def test_rare_words_are_no_originals(self, built: list[tuple[str, str, int]]) -> None:
        dictionary = [(w, o) for w, o, b in built if not b & (LEXICON_BIT | SEEN_LEXICON_BIT)]
        assert ("attack", "assault") not in dictionary

    def test_sorted_by_key_and_without_repeats(self, built: list[tuple[str, str, int]]) -> None:
        keys = [written for written, _, _ in built]
        assert keys == sorted(keys)
        assert len({(w, o) for w, o, _ in built}) == len(built)

    def test_the_same_inputs_give_the_same_bytes(self, tmp_path: Path) -> None:
        texts = ["we visit the town and we go to the sea . "] * 40
        source = [("edict", [Group("v", "same", ("go to", "visit", "travel to"))])]
        for name in ("one", "two"):
            surface, found, usage = build(corpus(tmp_path, texts), source, set())
            write(tmp_path / name, surface, found, usage)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()

    @pytest.mark.parametrize(
        ("written", "original", "bits", "cosine", "kept"),
        [
            ("law enforcement", "enforcement", BITS["wordnet same"], 0.8, False),
            ("monday", "tuesday", BITS["wordnet near"], 0.9, False),
            ("go to", "visit", BITS["moby near"], 0.35, True),
            ("go to", "visit", BITS["moby near"], 0.10, False),
            ("go to", "visit", BITS["wikdict same"], 0.0, True),
            ("a lot", "lot", LEXICON_BIT, 0.0, True),
        ],
    )
    def test_what_is_kept(
        self, written: str, original: str, bits: int, cosine: float, kept: bool
    ) -> None:
        assert is_kept(written, original, bits, cosine, frozenset(["monday", "tuesday"])) == kept

    def test_opposites_go(self) -> None:
        surface = {"rising": {"falling": Evidence(16), "climbing": Evidence(16)}}
        drop_opposites(surface, {("rise", "fall")})
        assert list(surface["rising"]) == ["climbing"]

    def test_rules_go_both_ways(self) -> None:
        assert {("2", "two", RULE_BIT), ("two", "2", RULE_BIT)} <= set(rules([]))
        assert ("who're", "who are", RULE_BIT) in set(rules(["who're"]))
        assert not [row for row in rules(["won't", "can't"]) if row[0] in ("won't", "can't")]


class TestLexicon:
    def test_every_row_is_lower_case_and_says_something(self) -> None:
        rows = list(lexicon(LEXICON))
        assert len(rows) > 400
        assert all(written and original and written != original for written, original, _ in rows)

    def test_rows_seen_in_development_carry_their_own_bit(self) -> None:
        bits = {bit for _, _, bit in lexicon(LEXICON)}
        assert bits == {LEXICON_BIT, SEEN_LEXICON_BIT}
