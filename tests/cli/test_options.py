from __future__ import annotations

from typing import get_args

from credcheck.cli import options


def test_every_shared_option_has_help() -> None:
    found = [
        value for name, value in vars(options).items() if name[0].isupper() and get_args(value)
    ]
    assert len(found) > 20
    assert all(get_args(option)[1].help for option in found if len(get_args(option)) > 1)
