from __future__ import annotations

import pickle

from credcheck.settings import Gate, Settings


def test_settings_travel_to_worker_processes() -> None:
    settings = Settings(gate=Gate(file_max={"spun": 0.1}), severity={"SPN101": "info"})
    assert pickle.loads(pickle.dumps(settings)) == settings
