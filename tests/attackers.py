"""Somebody who has every shown number of a table, knows its sums and the rules of hiding, and can solve programmes."""

from __future__ import annotations

import math

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp


class Attacker:
    """Bounds of hidden cells by linear and by integer programmes, written apart from the engine.

    ``values``: a cell a number, NaN where hidden; ``sums``: (total, parts) by the cells' places; ``noise``: how far
    each sum may be off; ``least``: what a hidden cell is at least (1 where zeros are always shown).
    """

    def __init__(self, values, sums, noise=0.0, least=1.0):
        self.values = np.asarray(values, dtype=float)
        self.hidden = np.flatnonzero(np.isnan(self.values))
        place = {cell: number for number, cell in enumerate(self.hidden)}
        rows, columns, signs, right = [], [], [], []
        for total, parts in sums:
            known = 0.0
            for cell, sign in [(total, -1.0), *((part, 1.0) for part in parts)]:
                if cell in place:
                    rows.append(len(right))
                    columns.append(place[cell])
                    signs.append(sign)
                else:
                    known += sign * self.values[cell]
            right.append(-known)
        size = (len(right), len(self.hidden))
        self.sums = LinearConstraint(
            sparse.csr_matrix((signs, (rows, columns)), shape=size), np.array(right) - noise, np.array(right) + noise
        )
        self.low, self.high = np.full(len(self.hidden), np.inf), np.full(len(self.hidden), -np.inf)
        self.bounds = Bounds(np.broadcast_to(least, self.values.shape)[self.hidden].astype(float), np.inf)

    def end(self, cell, sign, whole):
        """Return the least (``sign`` 1) or the largest (-1) value of a hidden cell, infinite where there is none."""
        goal = np.where(self.hidden == cell, sign, 0.0)
        # HiGHS of SciPy 1.10 finds no solution now and then where there is one, but for its first look.
        for presolve in (True, False):
            found = milp(
                goal,
                constraints=self.sums,
                bounds=self.bounds,
                integrality=np.full(len(goal), int(whole)),
                options={"presolve": presolve},
            )
            if found.status == 0:
                if (abs(found.x - np.round(found.x)) < 1e-6).all():
                    self.low, self.high = np.minimum(self.low, found.x), np.maximum(self.high, found.x)
                elif not whole:
                    return None
                return found.fun * sign
        assert found.status in (3, 4), found.message
        return sign * -math.inf

    def interval(self, cell):
        """Return the least and the largest whole value of a hidden cell.

        Where the linear programme's solution is whole it is that; what has no end has none in whole numbers (Meyer
        1974), where HiGHS sometimes names one all the same.
        """
        ends = [self.end(cell, sign, whole=False) for sign in (1.0, -1.0)]
        return [self.end(cell, sign, whole=True) if end is None else end for sign, end in zip((1.0, -1.0), ends)]

    def narrowest(self, enough=9):
        """Return the width of the narrowest interval of any hidden cell in whole numbers, or that it is ``enough``."""
        widths = [enough]
        for place, cell in enumerate(self.hidden):
            # Solutions of other cells may show already that this one is open.
            if not self.high[place] - self.low[place] >= enough:
                low, high = self.interval(cell)
                widths.append(high - low)
        return min(widths)
