"""All that is said of the same unpublished figures, in a study and in other tables of them, read together."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from own_figures import own, schools_with, summary_of

from segregation_plugin.analysis.activity import by_area_type
from segregation_plugin.disclosure.activity import shown_landing
from segregation_plugin.disclosure.study import hidden_groups


def amounts_made_up(seed):
    """Return schools in area types of which some have few, and the amounts of some of them."""
    random = np.random.default_rng([4, seed])
    count = int(random.integers(12, 45))
    types = [int(kind) for kind in random.choice([1, 2, 3, 4, 5], count, p=[0.06, 0.1, 0.14, 0.4, 0.3])]
    amounts = random.integers(1, 9000, count).astype(float)
    if seed % 3 == 1:
        amounts[random.random(count) < 0.3] = np.nan
    if seed % 3 == 2:
        amounts[random.random(count) < 0.3] = 0.0
    schools = schools_with(types, bidrag=list(amounts))
    if seed % 2:
        # Some schools' pupils are not known, and they are in no figure per pupil.
        schools["elever"] = np.where(random.random(count) < 0.15, np.nan, 500.0)
    return schools, amounts


def is_told(vector, figures):
    """Whether a sum over places follows from the figures shown."""
    solution = np.linalg.lstsq(figures.T, vector, rcond=None)[0]
    return np.abs(figures.T @ solution - vector).max() < 1e-6


@pytest.mark.parametrize("seed", range(60))
def test_amounts_in_a_study_and_as_activity_tell_of_no_two_places(seed):
    schools, amounts = amounts_made_up(seed)
    measure = own("bidrag", "belopp")
    summary = summary_of(schools, [measure])
    hidden = frozenset(summary.index[summary["eget_bidrag_dold"]])
    given = pd.DataFrame({"kod": schools["skolenhetskod"], "belopp": amounts}).dropna()
    landing = by_area_type(given, schools)
    activity = shown_landing(landing, False, [hidden]).set_index("grupp")
    got = np.flatnonzero(np.nan_to_num(amounts))
    kind = schools["omradestyp"].astype(str).to_numpy()[got]
    compared = schools["elever"].notna().to_numpy()[got]
    read = []
    for group in (*"12345", "alla"):
        inside = ((kind == group) | (group == "alla")).astype(float)
        if not summary.loc[group, "eget_bidrag_dold"] or not activity.loc[group, "belopp_dold"]:
            read.append(inside)
        if not activity.loc[group, "per_elev_dold"]:
            read.append(inside * compared)
    figures = np.array(read)
    for places in [(one,) for one in range(len(got))] + list(itertools.combinations(range(len(got)), 2)):
        of_places = np.zeros(len(got))
        of_places[list(places)] = 1.0
        if figures.any() and (figures[:, list(places)].any()):
            assert not is_told(of_places, figures), places


def test_what_a_study_shows_of_other_amounts_hides_nothing_here():
    """A type with one receiver here, which the study shows: then the study's are other amounts."""
    schools = schools_with([1] * 4 + [2] * 4 + [3] * 4, bidrag=[100.0] * 12)
    given = pd.DataFrame({"kod": schools["skolenhetskod"], "belopp": [9.0, 0, 0, 0] + [5.0] * 8})
    landing = by_area_type(given, schools)
    alone, beside = (shown_landing(landing, False, study) for study in ((), [frozenset()]))
    pd.testing.assert_frame_equal(alone, beside)


def test_who_got_nothing_hides_nobody_in_a_study():
    """Of three schools two got nothing: the sum is what the third got."""
    schools = schools_with([1] * 3 + [2] * 5 + [3] * 6, bidrag=[0.0, 0.0, 700.0] + [100.0] * 11)
    hidden = hidden_groups(schools, [own("bidrag", "belopp")])["eget_bidrag"]
    assert "1" in hidden
    assert len(hidden) == 2
