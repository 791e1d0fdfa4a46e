from __future__ import annotations

import io

import pytest

from credcheck.report.style import Style, terminal_width, wants_color


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "is_terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_who_decides_on_colour(
    choice: str, environment: dict[str, str], is_terminal: bool, expected: bool
) -> None:
    stream = Terminal() if is_terminal else io.StringIO()
    assert wants_color(choice, stream, environment) is expected  # type: ignore[arg-type]


def test_paint() -> None:
    assert Style(is_colored=True).paint("x", "bold", "red") == "\x1b[1;31mx\x1b[0m"
    assert Style().paint("x", "bold") == "x"
    assert Style(is_colored=True).paint("", "bold") == ""


def test_a_pipe_is_eighty_wide() -> None:
    assert terminal_width(io.StringIO()) == 80
