"""Stems that stand in the same company, and those WordNet relates."""

from __future__ import annotations

from pathlib import Path

from tools.build_related_stems import lines, synonyms

NOUNS = """\
  1 licence
00000001 03 n 02 boat 0 vessel 0 001 @ 00000002 n 0000 | a craft
00000002 03 n 01 craft 0 000 | a thing
"""
INDEX = """\
  1 licence
boat n 1 1 @ 1 1 00000001
vessel n 1 1 @ 1 1 00000001
craft n 1 0 1 0 00000002
"""


def test_synonyms_and_hypernyms(tmp_path: Path) -> None:
    (tmp_path / "data.noun").write_text(NOUNS)
    (tmp_path / "index.noun").write_text(INDEX)
    (tmp_path / "data.verb").write_text("")
    (tmp_path / "index.verb").write_text("")
    assert set(synonyms(tmp_path)) == {
        ("boat", "vessel", 0.6),
        ("boat", "craft", 0.5),
        ("craft", "vessel", 0.5),
    }


def test_every_stem_has_a_line_with_its_relatives() -> None:
    strength = {("boat", "vessel"): 0.6, ("boat", "craft"): 0.5}
    assert list(lines(strength)) == [
        "boat\tcraft 0.50\tvessel 0.60\n",
        "craft\tboat 0.50\n",
        "vessel\tboat 0.60\n",
    ]
