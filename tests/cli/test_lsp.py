"""`credcheck lsp` without its extra says which one, and nothing else."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from credcheck.cli.lsp import lsp
from credcheck.cli.problem import Problem


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pygls(name: str, *rest: Any) -> Any:
        if name == "credcheck.lsp.server":
            raise ModuleNotFoundError(name, name="pygls")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pygls)
    with pytest.raises(Problem, match=r"credcheck\[lsp\]"):
        lsp()
