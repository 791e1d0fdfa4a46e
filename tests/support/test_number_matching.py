"""Numbers of near documents, matched."""

from __future__ import annotations

from credcheck.support.gathered import Files
from credcheck.support.number_matching import by_kind, match_numbers
from tests.support.texts import OTHER, WIRE, claims_of, judged_near


def test_equal_values_support_and_the_rest_differs() -> None:
    files = Files([claims_of(WIRE), claims_of(OTHER)], [(1,), (0,)], [WIRE, OTHER])
    match_numbers(files)
    told = {
        (files.claims[n][p].value, e.relation, e.detail)
        for (n, p), gathered in files.gathered.items()
        for e in (*gathered.supports, *gathered.against)
    }
    assert ("1200", "supports", "1200") in told
    assert ("41", "differs", "47") in told
    assert ("47", "differs", "41") in told
    assert not any("63" in fact for fact in told)


def test_a_value_the_other_text_gives_too_is_no_difference() -> None:
    one = "The fire in Telmar killed 14 people. Of the 14 dead, five were children."
    two = "Five children died in the fire in Telmar, which killed 14 people."
    assert not [j for j in judged_near(one, two) if j.status == "differs"]


def test_company_decides_who_is_told() -> None:
    right = "The ferry Aurelia sank off Skarn, killing 14 passengers."
    wrong = "The ferry Aurelia sank off Skarn, killing 41 passengers."
    again = "Fourteen passengers were killed when the Aurelia, a ferry, sank off Skarn."
    told = [
        (j.claim.document, j.claim.value)
        for j in judged_near(right, wrong, again)
        if j.status == "differs"
    ]
    assert told == [("b", "41")]


def test_days_of_all_kinds_meet() -> None:
    assert set(by_kind(claims_of("on 3 May and on Friday and in 2020 at noon"))) == {"day", "clock"}
