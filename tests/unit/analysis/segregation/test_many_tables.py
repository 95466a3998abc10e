"""Many tables at once have the values that each of them has alone."""

from __future__ import annotations

import numpy as np
import pytest

from segregation_plugin.analysis.segregation.decomposition import decompose
from segregation_plugin.analysis.segregation.figures import FUNCTIONS
from segregation_plugin.analysis.segregation.many_tables import AgainstRest, OfRest, shares_of_h, values_of
from segregation_plugin.domain.segregation_indices import BY_NAME, ONE_GROUP


def tables(groups, seed):
    """Tables with units and groups without anybody, and with nobody at all."""
    random = np.random.default_rng(seed)
    cells = random.poisson(4, (40, 12, groups)).astype(float)
    cells[:10][random.random((10, 12)) < 0.4] = 0
    cells[5:8, :, 0] = 0
    cells[8] = 0
    cells[9, :, 1:] = 0
    return cells


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("groups", [2, 3, 4])
def test_values_are_those_of_each_table(name, groups):
    is_of_one = BY_NAME[name].groups == ONE_GROUP
    cells, args = tables(2 if is_of_one else groups, groups), (0,) if is_of_one else ()
    alone = [FUNCTIONS[name](one, *args) for one in cells]
    assert np.isnan(alone).any()
    assert np.isfinite(alone).sum() > 30
    np.testing.assert_allclose(values_of(FUNCTIONS[name], cells, args), alone, rtol=0, atol=1e-14)


@pytest.mark.parametrize("name", ["theil_h", "multigroup_dissimilarity"])
def test_an_index_of_several_groups_against_the_rest_is_that_of_two(name):
    cells = tables(2, 9)
    found = values_of(AgainstRest(FUNCTIONS[name]), cells, (0,))
    np.testing.assert_array_equal(found, values_of(FUNCTIONS[name], cells))


@pytest.mark.parametrize("name", ["isolation", "gini", "correlation_ratio"])
@pytest.mark.parametrize("group", [0, 1])
def test_an_index_of_the_rest_is_that_of_the_other_group(name, group):
    cells = tables(2, 7)
    alone = [FUNCTIONS[name](one, 1 - group) for one in cells]
    np.testing.assert_allclose(values_of(OfRest(FUNCTIONS[name]), cells, (group,)), alone, rtol=0, atol=1e-14)
    np.testing.assert_array_equal([OfRest(FUNCTIONS[name])(one, group) for one in cells], alone)


def test_parts_of_h_are_those_of_the_decomposition():
    cells = tables(3, 4)
    by = np.array([0, 1, 2, 0, 1, 2, 3, 3, 3, 0, 1, 2])
    for inner, outer, part in ((by, None, 0), (np.arange(12), by, 1)):
        alone = [decompose(one, [by.tolist()]).parts["h"].iloc[part] for one in cells]
        np.testing.assert_allclose(shares_of_h(cells, inner, outer), alone, rtol=0, atol=1e-14)
