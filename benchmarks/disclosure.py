"""How long it takes to protect the homes of every school's pupils, beside plain linear programmes.

Made-up pupils of 736 and of 2,271 schools (as many as have a place in the demo). The peer, in the same run, only looks
whether the result is safe: two linear programmes for every hidden cell (timed for a few).
"""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import linprog

from segregation_plugin.analysis.schools.home_areas import KINDS
from segregation_plugin.disclosure.homes import ShownHomes, protected_homes

SIZES, PROGRAMMES, ALIKE = (736, 2_271), 20, 0.7


def made_up(count: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return pupils by school and home area, schools and areas; most pupils live in an area of the school's type."""
    random = np.random.default_rng(count)
    types = np.arange(1, 6)
    areas = pd.DataFrame({"regsokod": [f"0114R00{kind}" for kind in types], "omradestyp": types})
    schools = pd.DataFrame({"skolenhetskod": [f"{10_000_000 + place}" for place in range(count)]})
    schools["omradestyp"] = random.choice(types, count, p=[0.06, 0.1, 0.2, 0.44, 0.2])
    chances = np.where(schools["omradestyp"].to_numpy()[:, None] == types, ALIKE, (1 - ALIKE) / 4)
    pupils = np.array([random.multinomial(size, row) for size, row in zip(random.integers(40, 700, count), chances)])
    homes = pd.DataFrame(pupils, schools["skolenhetskod"], areas["regsokod"]).stack().rename("elever").reset_index()
    return homes[homes["elever"] > 0].astype({"elever": "float64"}), schools, areas


def one_by_one(shown: ShownHomes) -> float:
    """Return the seconds that two linear programmes a hidden cell take, from the time of a few."""
    seen = shown.schools.set_index("skolenhetskod")[[f"hem_{kind}" for kind in KINDS]]
    by_type = shown.crossed.set_index("grupp")[[f"hem_{kind}" for kind in KINDS]]
    school, kind = np.nonzero(seen.isna().to_numpy())
    own = shown.schools["omradestyp"].to_numpy(dtype=int)[school]
    rows, columns = list(school), list(range(len(school)))
    right = list(shown.schools["hem_alla"].to_numpy() - seen.sum(axis=1).to_numpy())
    rest = by_type - seen.groupby(shown.schools["omradestyp"].to_numpy().astype(str)).sum()
    for area_type in sorted(set(own)):
        for place in range(len(KINDS)):
            held = np.flatnonzero((own == area_type) & (kind == place))
            left = rest.loc[str(area_type)].iloc[place]
            if len(held) and not np.isnan(left):
                rows += [len(right)] * len(held)
                columns += list(held)
                right.append(left)
    sums = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(right), len(school)))
    start = time.perf_counter()
    for cell in np.linspace(0, len(school) - 1, PROGRAMMES // 2, dtype=int):
        for sign in (-1.0, 1.0):
            goal = np.zeros(len(school))
            goal[cell] = sign
            assert linprog(goal, A_eq=sums, b_eq=right, method="highs").status == 0
    return (time.perf_counter() - start) / PROGRAMMES * 2 * len(school)


def main() -> None:
    """Time both sizes."""
    for count in SIZES:
        homes, schools, areas = made_up(count)
        start = time.perf_counter()
        shown = protected_homes(homes, schools, areas)
        ours = time.perf_counter() - start
        theirs = one_by_one(shown)
        hidden = int(shown.schools[[f"hem_{kind}" for kind in KINDS]].isna().to_numpy().sum())
        print(f"{f'homes of {count} schools protected':34} {ours:7.2f} s ({hidden} cells hidden)")
        print(f"  {'audit alone, cell by cell':32} {theirs:7.2f} s, {theirs / ours:.1f} times as long")


if __name__ == "__main__":
    main()
