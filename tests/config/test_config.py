from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from credcheck.config import (
    ConfigError,
    applied,
    found,
    inline,
    limits,
    loaded,
    nearest,
    shown,
    suggestion,
    users_own,
)
from credcheck.settings import Duplicates, Gate, Settings

EVERYTHING = """
select = ["SPN", "BRK303"]
ignore = ["glued-words"]
include = ["*.txt"]
exclude = ["drafts/"]
force-exclude = true
allow = ["crore"]
language = "en"
text-field = "body"
[duplicates]
passage-words = 30
copy-share = 0.9
[gate]
fail-on = "warning"
[gate.file]
broken = 0.01
quality = 70
[gate.corpus]
spun = 0.2
[severity]
UNS201 = "error"
[per-file-ignores]
"quotes/*.txt" = ["SPN"]
"""


def written(folder: Path, text: str, name: str = "credcheck.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    settings = loaded(written(tmp_path, EVERYTHING))
    assert settings == Settings(
        select=("SPN", "BRK303"),
        ignore=("glued-words",),
        include=("*.txt",),
        exclude=("drafts/",),
        force_exclude=True,
        allow=("crore",),
        language="en",
        text_field="body",
        duplicates=Duplicates(passage_words=30, copy_share=0.9),
        gate=Gate("warning", {"broken": 0.01}, {"spun": 0.2}, {"quality": 70.0}),
        severity={"UNS201": "error"},
        per_file_ignores={"quotes/*.txt": ("SPN",)},
    )


def test_every_field_of_the_settings_can_be_set() -> None:
    for field in fields(Settings):
        value = getattr(Settings(), field.name)
        same = list(value) if isinstance(value, tuple) else value
        table = {} if isinstance(value, Gate | Duplicates) else same
        assert applied(Settings(), {field.name.replace("_", "-"): table}, "x") == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["SPN"]', 'credcheck.toml: unknown key "selct"; did you mean "select"?'),
        ('select = "SPN"', 'credcheck.toml: select: expected a list of strings, got "SPN"'),
        ("select = [1]", "credcheck.toml: select: expected a list of strings, got [1]"),
        ("language = 3", "credcheck.toml: language: expected a string, got 3"),
        ('force-exclude = "yes"', 'force-exclude: expected true or false, got "yes"'),
        ("[duplicates]\nevidense = 2", 'unknown key "evidense"; did you mean "evidence"?'),
        ("[duplicates]\ncopy-share = 2", "duplicates.copy-share: expected a number from 0 to 1"),
        ("[duplicates]\nrepeated-words = -1", "repeated-words: expected a number from 0 on"),
        ("[duplicates]\npassage-words = 2.5", "passage-words: expected a number, got 2.5"),
        ("gate = 1", "credcheck.toml: gate: expected a table, got 1"),
        ('[gate]\nfail_on = "x"', 'gate: unknown key "fail_on"; did you mean "fail-on"?'),
        ('[gate]\nfail-on = "warn"', 'info, never, got "warn"; did you mean "warning"?'),
        ("[gate.file]\nspum = 1", 'gate.file: unknown metric "spum"; did you mean "spun"?'),
        ("[gate.file]\nspun = 2", "gate.file.spun: spun is a number from 0 to 1, not 2"),
        ('[gate.file]\nspun = "x"', 'gate.file.spun: expected a number, got "x"'),
        ("[gate.file]\nspun = true", "gate.file.spun: expected a number, got True"),
        ('[severity]\nSPN101 = "bad"', 'severity.SPN101: expected one of error'),
        ('[per-file-ignores]\n"*.md" = "SPN"', 'per-file-ignores."*.md": expected a list'),
        ("x = = 1", "credcheck.toml: not valid TOML"),
        ("extend = 1", "extend: expected"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        loaded(written(tmp_path, text))
    assert message in str(caught.value)
    assert str(caught.value).startswith("credcheck.toml: ")
    assert "\n" not in str(caught.value)


def test_the_nearest_file_upward_and_no_other(tmp_path: Path) -> None:
    written(tmp_path, 'ignore = ["DUP"]')
    near = written(tmp_path, 'select = ["SPN"]', "a/.credcheck.toml")
    assert nearest([tmp_path / "a" / "b"]) == near
    settings = found([tmp_path / "a" / "b"], {}).settings
    assert (settings.select, settings.ignore) == (("SPN",), ())


def test_pyproject_counts_only_if_it_speaks_of_us(tmp_path: Path) -> None:
    written(tmp_path, "[tool.other]\nx = 1\n", "a/pyproject.toml")
    ours = written(tmp_path, '[tool.credcheck]\nignore = ["SPN"]\n', "pyproject.toml")
    assert nearest([tmp_path / "a"]) == ours
    assert loaded(ours).ignore == ("SPN",)


def test_a_pyproject_that_is_no_toml_is_somebody_elses_trouble(tmp_path: Path) -> None:
    written(tmp_path, "[tool.credcheck\n", "a/pyproject.toml")
    ours = written(tmp_path, "")
    assert nearest([tmp_path / "a"]) == ours


def test_extend_inherits_and_own_keys_win(tmp_path: Path) -> None:
    written(
        tmp_path, 'ignore = ["SPN"]\nsources = ["wire"]\n[gate.file]\nspun = 0.1\n', "base.toml"
    )
    own = 'extend = "../base.toml"\nignore = ["DUP"]\n[gate.file]\nbroken = 0.2\n'
    child = written(tmp_path, own, "a/credcheck.toml")
    settings = loaded(child)
    assert settings.ignore == ("DUP",)
    assert settings.gate.file_max == {"spun": 0.1, "broken": 0.2}
    assert Path(settings.sources[0]).resolve() == tmp_path / "wire"


def test_a_file_that_extends_itself_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, 'extend = "b.toml"')
    written(tmp_path, 'extend = "credcheck.toml"', "b.toml")
    with pytest.raises(ConfigError, match="extends itself"):
        loaded(path)


def test_paths_in_a_file_are_relative_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = written(tmp_path, 'sources = ["wire/"]\nlexicons = ["style.tsv"]', "a/credcheck.toml")
    settings = loaded(path)
    assert (settings.sources, settings.lexicons) == (("a/wire",), ("a/style.tsv",))


def test_the_order_of_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = written(tmp_path, "", "home/credcheck/credcheck.toml")
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "home")}
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setattr("credcheck.config.nearest", lambda starts: None)
    assert users_own(environment) == home
    assert found([empty], environment).path == home
    other = written(tmp_path, "", "other.toml")
    assert found([empty], environment | {"CREDCHECK_CONFIG": str(other)}).path == other
    named = written(tmp_path, "", "named.toml")
    assert found([empty], environment | {"CREDCHECK_CONFIG": str(other)}, named).path == named


def test_one_line_of_toml() -> None:
    assert inline(Settings(), "gate.file.spun = 0.1").gate.file_max == {"spun": 0.1}
    with pytest.raises(ConfigError, match='--config: unknown key "x"'):
        inline(Settings(), "x = 1")


def test_limits_from_the_command_line() -> None:
    assert limits(Gate(), "spun=0.1", "max").file_max == {"spun": 0.1}
    assert limits(Gate(), "quality=50@corpus", "min").corpus_min == {"quality": 50.0}


def test_suggestions() -> None:
    assert suggestion("selct", ["select", "ignore"]) == '; did you mean "select"?'
    assert suggestion("zzz", ["select"]) == ""


def test_paths_are_shown_as_a_person_reads_them(tmp_path: Path) -> None:
    assert shown(Path.cwd() / "a.toml") == "a.toml"
    assert shown(tmp_path / "a.toml") == str(tmp_path / "a.toml")
