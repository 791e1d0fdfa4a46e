"""Sentences that tell the same, and people with the same office."""

from __future__ import annotations

from credcheck.support.event_matching import Sentences, best_cover
from tests.support.texts import claims_of, judged_near

ONE = "Foreign Minister Ata Moru arrived in Telmar for talks on fishing rights with Ombar."
TWO = "Ata Moru, the foreign minister, landed in Telmar to negotiate about fishing rights."
THREE = "Farmers near Ostermark fear another dry summer without rain on the hills."


def statuses(*texts: str) -> dict[tuple[str, str], str]:
    return {(j.claim.document, j.claim.kind): j.status for j in judged_near(*texts)}


def test_the_same_event_in_other_words_is_supported() -> None:
    found = statuses(ONE, TWO)
    assert found["a", "event"] == "supported"
    assert found["a", "name"] == found["b", "name"] == "supported"


def test_what_two_sentences_tell_supports_one() -> None:
    parts = (
        "Ata Moru, the foreign minister, landed in Telmar on Monday. He will hold talks about "
        "fishing rights off the coast with Ombar."
    )
    held = Sentences.of(claims_of(parts))
    own = Sentences.of(claims_of(ONE))
    about = next(claim.about for claim in claims_of(ONE) if claim.kind == "event")
    alone = max(len(set(about) & words) for words in held.words)
    assert alone < len(set(about) & held.around[0])
    assert best_cover(about, own, held)


def test_a_swapped_copy_is_carried_too() -> None:
    original = "Pakistani officials urged militants to stop attacks along the border near Quetta."
    swapped = (
        "Pakistani officials pressed militants to halt assaults along the frontier near Quetta."
    )
    assert set(statuses(original, swapped).values()) == {"supported"}


def test_another_event_is_not() -> None:
    assert set(statuses(ONE, THREE).values()) == {"only-here"}
