"""Sums that may be shown together tell of no one or two places."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.disclosure.few_places import may_be_shown


def shown(figures):
    return may_be_shown(np.array(figures, dtype=float)).tolist()


def test_sums_of_three_places_or_of_none_are_shown():
    assert shown([[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [0] * 6, [1] * 6]) == [True] * 4


def test_a_place_alone_takes_the_smallest_other_sum_with_it_and_leaves_the_total():
    one, four, five = [1] + [0] * 9, [0, 1, 1, 1, 1] + [0] * 5, [0] * 5 + [1] * 5
    assert shown([one, four, five, [1] * 10]) == [False, False, True, True]


def test_two_single_places_beside_a_total_are_still_two_places():
    figures = [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 1, 1], [1] * 5]
    assert shown(figures) == [False, False, False, True]


def test_a_difference_of_two_sums_of_one_row_counts_too():
    # Ten places of which nine have pupils: the tenth's amount is the difference.
    assert shown([[1] * 10, [1] * 9 + [0]]) == [True, False]


def test_weighted_sums_are_no_protection_where_they_can_be_solved():
    # Two sums of the same three places, whose weights everybody knows, and a third make three unknowns.
    figures = [[0.5, 0.2, 0.1], [0.3, 0.3, 0.3], [0.2, 0.5, 0.6]]
    assert shown(figures).count(True) == 1


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=9))
def test_no_combination_of_what_is_shown_is_about_one_or_two_places(places):
    """Rows of parts, their parts with pupils, and totals, as ``activity`` has them; searched by brute force."""
    figures = np.zeros((10, len(places)))
    for place, (row, with_pupils) in enumerate(places):
        figures[[row, 4], place] = 1
        if with_pupils:
            figures[[5 + row, 9], place] = 1
    visible = figures[may_be_shown(figures)]
    rank = np.linalg.matrix_rank(visible) if len(places) else 0
    for few in itertools.chain(*(itertools.combinations(range(len(places)), size) for size in (1, 2))):
        others = np.delete(visible, few, axis=1)
        # A combination that is zero outside of these places, and is not zero, makes the rank fall without them.
        assert (np.linalg.matrix_rank(others) if others.size else 0) == rank or not np.any(visible[:, few])
