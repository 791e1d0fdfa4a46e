from __future__ import annotations

from typing import get_args

from credcheck.cli import options


def test_every_shared_option_has_help() -> None:
    found = [
        value for name, value in vars(options).items() if name[0].isupper() and get_args(value)
    ]
    assert len(found) > 20
    assert all(get_args(option)[1].help for option in found if len(get_args(option)) > 1)


def test_values_are_completed_as_well_as_options() -> None:
    assert options.formats_of("s") == ["sarif"]
    assert {"BRK301", "BRK302"} <= set(options.rules_of("BRK30"))
    assert options.rules_of("SPN101,glued-w") == ["SPN101,glued-words"]
    assert options.rules_of("none-such") == []
