"""The files that `credcheck.language.spun` needs, mapped into memory, read once per process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.candidates import Candidates, Phrases
from credcheck.language.context import WordVectors
from credcheck.language.evidence import Naming, Weights
from credcheck.language.ngrams import MODELS, language_model, mapped
from credcheck.language.static_function import StaticFunction

if TYPE_CHECKING:
    from pathlib import Path

    from credcheck.language.ngrams import LanguageModel

CANDIDATE_TABLES = (
    *("singles", "openings", "seconds", "phrase_keys", "checks", "widths", "counts"),
    *("first_words", "weights", "ranks"),
)
PHRASE_TABLES = (
    *("words", "lengths", "seconds", "insides", "backoffs", "first_known", "last_known"),
)


@dataclass(frozen=True, slots=True, eq=False)
class SubstitutionModel:
    """Everything that is needed to judge a text."""

    language: LanguageModel
    candidates: Candidates
    weights: Weights
    naming: Naming
    vectors: WordVectors


@lru_cache(maxsize=1)
def substitution_model() -> SubstitutionModel:
    """Return the model of the package, loaded once per process."""
    return load_substitution_model(MODELS, language_model())


def load_substitution_model(folder: Path, language: LanguageModel) -> SubstitutionModel:
    """Map the model that tools/build_substitutions.py wrote to `folder`."""
    settings = json.loads((folder / "substitutions.json").read_text(encoding="utf-8"))
    vectors = WordVectors(
        mapped(folder, "vector_rows"),
        mapped(folder, "vector_inputs"),
        mapped(folder, "vector_outputs"),
        settings["vector_scale"],
    )
    return SubstitutionModel(
        language,
        load_candidates(folder),
        Weights(**settings["weights"]),
        Naming(**settings["naming"]),
        vectors,
    )


def load_candidates(folder: Path) -> Candidates:
    """Map the table of candidates."""
    tables = {name: mapped(folder, f"candidate_{name}") for name in CANDIDATE_TABLES}
    phrases = {name: mapped(folder, f"phrase_{name}") for name in PHRASE_TABLES}
    heads = np.zeros(len(tables["counts"]) + 1, np.int32)
    np.cumsum(tables["counts"], out=heads[1:])
    return Candidates(
        singles=tables["singles"],
        openings=tables["openings"],
        seconds=tables["seconds"],
        phrase_keys=StaticFunction(tables["phrase_keys"]),
        checks=tables["checks"],
        widths=tables["widths"],
        heads=heads,
        first_words=tables["first_words"],
        weights=tables["weights"],
        ranks=tables["ranks"],
        phrases=Phrases(**phrases),
    )
