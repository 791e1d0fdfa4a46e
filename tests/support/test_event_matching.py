"""Sentences that tell the same, and people with the same office."""

from __future__ import annotations

from tests.support.texts import judged_near

ONE = "Foreign Minister Ata Moru arrived in Telmar for talks on fishing rights with Ombar."
TWO = "Ata Moru, the foreign minister, landed in Telmar to negotiate about fishing rights."
THREE = "Farmers near Ostermark fear another dry summer without rain on the hills."


def statuses(*texts: str) -> dict[tuple[str, str], str]:
    return {(j.claim.document, j.claim.kind): j.status for j in judged_near(*texts)}


def test_the_same_event_in_other_words_is_supported() -> None:
    found = statuses(ONE, TWO)
    assert found["a", "event"] == "supported"
    assert found["a", "name"] == found["b", "name"] == "supported"


def test_another_event_is_not() -> None:
    assert set(statuses(ONE, THREE).values()) == {"only-here"}
