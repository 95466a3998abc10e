"""Student's t in several threads at once."""

from __future__ import annotations

from threading import Thread

import numpy as np
import pytest
from scipy.special import stdtr

from segregation_plugin.domain.students_t import t_quantile

# numpy lets other threads run beside it on arrays longer than 500.
LENGTH, TIMES = 2000, 20


def test_quantiles_are_those_of_the_tables():
    assert t_quantile([1, 10, 30], 0.975) == pytest.approx([12.7062, 2.2281, 2.0423], abs=5e-5)


def test_two_tasks_at_once_get_the_right_quantiles():
    """Without a lock most calls of scipy's function were wrong, by as much as four times, or never ended."""
    wrong = []

    def ask(degrees):
        for _ in range(TIMES):
            quantiles = t_quantile(degrees, 0.975)
            wrong.extend(quantiles[np.abs(stdtr(degrees, quantiles) - 0.975) > 1e-9])

    numbers = np.random.default_rng(1)
    asked = [Thread(target=ask, args=(numbers.uniform(1, 60, LENGTH),), daemon=True) for _ in range(2)]
    for one in asked:
        one.start()
    for one in asked:
        one.join(30)
        assert not one.is_alive()
    assert wrong == []


def test_all_quantiles_are_asked_for_here(root):
    asking = [
        path for path in (root / "segregation_plugin").rglob("*.py") if "import stdtrit" in path.read_text("utf8")
    ]
    assert [path.name for path in asking] == ["students_t.py"]
