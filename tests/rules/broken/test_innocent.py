"""Good texts that look damaged: every rule of the category stays silent."""

from __future__ import annotations

import pytest

from tests.rules.broken.innocent_texts import INNOCENT
from tests.rules.broken.test_damaged import found


@pytest.mark.parametrize("text", INNOCENT, ids=range(len(INNOCENT)))
def test_is_silent(text: str) -> None:
    assert [(name, span.of(text)) for name, span in found(text)] == []
