from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from credcheck.cli import progress
from credcheck.cli.progress import Meter, Watched, clock, line, stopping
from credcheck.engines.local import LocalEngine


def test_the_line_says_rate_and_time_left() -> None:
    assert line("checking", 120, 2000, 4.0) == "checking 120 of 2,000 files, 30 a second, 1:03 left"
    assert line("comparing", 500, None, 2.0) == "comparing 500, 250 a second"
    assert line("checking", 0, 10, 0.0) == "checking 0 of 10 files"
    assert line("checking", 9, 900, 1.0) == "checking 9 of 900 files, 9 a second"


@pytest.mark.parametrize(("seconds", "shown"), [(5, "0:05"), (65, "1:05"), (3725, "1:02:05")])
def test_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


def test_a_short_run_draws_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    meter = Meter(3, is_shown=True)
    engine = Watched(LocalEngine(jobs=1), meter)
    assert list(engine.map(str, range(3))) == ["0", "1", "2"]
    meter.clear()
    assert capsys.readouterr().err == ""


def test_a_long_run_draws_and_clears(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "QUIET_SECONDS", -1.0)
    monkeypatch.setattr(progress, "REDRAW_SECONDS", 0.0)
    meter = Meter(3, is_shown=True)
    list(Watched(LocalEngine(jobs=1), meter).map(str, range(3)))
    meter.clear()
    err = capsys.readouterr().err
    assert "checking 2 of 3 files" in err
    assert err.endswith("\r")


def test_an_interrupt_lets_nothing_more_in_and_a_second_one_stops() -> None:
    engine = Watched(LocalEngine(jobs=1), Meter(None, is_shown=False))

    def items() -> Iterator[int]:
        for number in range(10):
            if number == 3:
                os.kill(os.getpid(), signal.SIGINT)
            yield number

    with stopping(engine):
        assert list(engine.map(str, items())) == ["0", "1", "2"]
        assert (engine.is_stopped, engine.examined) == (True, 3)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
