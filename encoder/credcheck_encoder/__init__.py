"""The weights of credcheck's contextual encoder; see the model card in encoder/README.md."""

from pathlib import Path

__version__ = "1.0.0"

FOLDER = Path(__file__).resolve().parent
