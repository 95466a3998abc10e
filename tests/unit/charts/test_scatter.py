"""Schools by two figures: those that have both, a line weighted as the means, and hidden schools named."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordings import ENGLISH, SWEDISH

from segregation_plugin.analysis.schools.line import line_through
from segregation_plugin.analysis.schools.regression import on_index
from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.scatter import TYPE, WEIGHT, X, Y
from segregation_plugin.domain.measures import BACKGROUND, YEAR_9_RESULTS

BY_NAME = {chart.name: chart for chart in CHARTS}
INDEX, PARENTS_CHART, FOREIGN_CHART = (BY_NAME[f"{name}_result"] for name in ("index", "parents", "foreign"))
MERIT, PASSED = YEAR_9_RESULTS[:2]
FOREIGN, PARENTS = BACKGROUND[:2]


def test_a_line_by_hand():
    """Weights 1 and 3 at x 0 and 4, y 2 and 10: twenty schools each."""
    x, y, weight = (np.repeat(np.array(one, dtype=float), 20) for one in ([0, 4], [2, 10], [1, 3]))
    assert line_through(x, y, weight)[:4] == pytest.approx((40, 2.0, 2.0, 1.0))
    level = line_through(x, np.full(40, 7.0), weight)
    assert (level.slope, level.intercept) == pytest.approx((0, 7))
    assert np.isnan(level.correlation)
    for few in (line_through(x[:29], y[:29], weight[:29]), line_through(np.ones(40), y, weight)):
        assert np.isnan(few.slope)
        assert few.reason


@given(st.integers(0, 1000), st.floats(-5, 5), st.floats(0.1, 10))
def test_the_line_goes_along_with_scale_and_shift(seed, shift, scale):
    random = np.random.default_rng(seed)
    x, y, weight = random.normal(size=50), random.normal(size=50), random.uniform(1, 9, 50)
    line, other = line_through(x, y, weight), line_through(shift + scale * x, y, weight)
    assert other.correlation == pytest.approx(line.correlation)
    assert -1 <= line.correlation <= 1
    assert other.slope * scale == pytest.approx(line.slope)
    # It goes through the means.
    at = line.intercept + line.slope * np.average(x, weights=weight)
    assert at == pytest.approx(np.average(y, weights=weight))


def test_the_line_is_that_of_the_regression_on_the_index(full, draw):
    sheet = INDEX.table(full, MERIT, SWEDISH)
    known = on_index(full.counted, full.areas, MERIT)
    assert len(sheet.rows) == known.n
    (line,) = [one for one in draw("index_result", sheet, SWEDISH).artists if one.get_gid() == "line-0"]
    (first, last), (low, high) = line.get_data()
    assert (high - low) / (last - first) == pytest.approx(known.slope.value)
    x, y, weight = (np.array(sheet.cells(key), dtype=float) for key in (X, Y, WEIGHT))
    assert line_through(x, y, weight).correlation ** 2 == pytest.approx(known.r2)
    assert f"antal: {SWEDISH.number(known.n)}." in sheet.notes[0]


def test_dots_are_the_schools_with_both_figures(full, draw):
    place = full.within("14", "1480")
    sheet = PARENTS_CHART.table(place, PASSED, ENGLISH)
    schools = place.counted.set_index("skolenhetskod")
    for key, x, y, kind in zip(sheet.keys, sheet.cells(X), sheet.cells(Y), sheet.cells(TYPE)):
        row = schools.loc[key]
        assert (x, y) == (row[PARENTS.column], row[PASSED.column])
        assert kind == ("" if pd.isna(row["omradestyp"]) else str(int(row["omradestyp"])))
    expected = schools[PARENTS.column].notna() & schools[PASSED.column].notna() & (schools["elever_ak9"] > 0)
    assert set(sheet.keys) == set(schools.index[expected])
    drawn = draw("parents_result", sheet, ENGLISH)
    dots = [drawn.of(gid).get_offsets() for gid in drawn.named("schools-")]
    assert sum(len(one) for one in dots) == len(sheet.rows)


def test_hidden_schools_are_named_and_not_drawn(full):
    place = full.within("14", "1480")
    sheet = PARENTS_CHART.table(place, PASSED, ENGLISH)
    schools = place.counted
    status = schools[f"{PASSED.column}_status"] == "dold"
    hidden = schools[status & schools[PARENTS.column].notna()]
    assert 0 < len(hidden) < 8
    (note,) = [one for one in sheet.notes if one.startswith("Not drawn")]
    for code, name in zip(hidden["skolenhetskod"], hidden["namn"]):
        assert name in note
        assert code not in sheet.keys
    (note,) = [one for one in FOREIGN_CHART.table(full, PASSED, ENGLISH).notes if one.startswith("Not drawn")]
    assert note.endswith(" more.")


def test_places_have_markers_and_lines_of_their_own(full, draw):
    malmo, goteborg = full.within("12", "1280"), full.within("14", "1480")
    sheet = FOREIGN_CHART.table(malmo, MERIT, ENGLISH, [goteborg])
    assert set(sheet.cells("plats")) == {"Malmö", "Göteborg"}
    drawn = draw("foreign_result", sheet, ENGLISH)
    assert drawn.of("line-0").get_linestyle() != drawn.of("line-1").get_linestyle()
    assert [note.split(":")[0] for note in sheet.notes[:2]] == ["Malmö", "Göteborg"]
    legend = drawn.of("legend")
    said = [text.get_text() for text in legend.get_texts()]
    assert said[:2] == ["Malmö", "Göteborg"]
    present = {kind or "utan" for kind in sheet.cells(TYPE)}
    assert len(said) == 2 + len(present)
    handles = legend.legend_handles if hasattr(legend, "legend_handles") else legend.legendHandles
    assert len({handle.get_facecolor() for handle in handles[2:]}) == len(present)
    # Longer than marker and gaps, so that how it is broken is seen.
    assert handles[0].get_window_extent().width > 4 * handles[0].get_markersize()
    alone = FOREIGN_CHART.table(goteborg, MERIT, ENGLISH)
    assert alone.notes[0] == sheet.notes[1]
    assert {row[0] for row in alone.rows} == {row[0] for row in sheet.rows if row[1] == "Göteborg"}


def test_hidden_schools_of_places_to_compare_with_are_counted_not_named(full):
    place = full.within("14", "1480")
    (alone,) = [one for one in PARENTS_CHART.table(place, PASSED, ENGLISH).notes if one.startswith("Not drawn")]
    notes = PARENTS_CHART.table(place, PASSED, ENGLISH, [full]).notes
    (beside,) = [one for one in notes if one.startswith("Not drawn")]
    schools = full.counted
    no_result, no_share = (schools[f"{one.column}_status"] == "dold" for one in (PASSED, PARENTS))
    has_result = schools[PASSED.column].notna() & (schools["elever_ak9"] > 0)
    out = (no_result & (schools[PARENTS.column].notna() | no_share)) | (no_share & has_result)
    names = alone.split(": ", 1)[1].removesuffix(".")
    assert beside == f"Not drawn, since the source hides a figure: Göteborg ({names}), Sweden ({out.sum()} schools)."


def test_it_says_how_many_schools_with_a_result_have_no_index(full):
    places = {"Göteborg": full.within("14", "1480"), "Malmö": full.within("12", "1280")}
    counts = []
    for name, place in places.items():
        schools = place.counted
        known = schools[schools[MERIT.column].notna() & (schools["elever_ak9"] > 0)]
        counts.append(f"{name} {known['regsokod'].isna().sum()}")
    note = f"Schools with a known result, left out as the other figure is not known: {', '.join(counts)}."
    goteborg, malmo = places.values()
    assert note in INDEX.table(goteborg, MERIT, ENGLISH, [malmo]).notes
    # Of one it is not hidden, but in no file.
    assert f"{note.split(': ', maxsplit=1)[0]}: 1." in PARENTS_CHART.table(malmo, MERIT, ENGLISH).notes


def test_of_few_schools_there_is_no_line(full, draw):
    sheet = PARENTS_CHART.table(full.within("17", "1780"), MERIT, ENGLISH)
    assert sheet.notes[0] == "Karlstad: no line, too few (9), at least 30."
    assert draw("parents_result", sheet, ENGLISH).named("line") == []


def test_only_published_results_are_drawn_by_school(full, national):
    own = replace(MERIT, column="eget_betyg", public=False)
    schools = full.schools.assign(eget_betyg=full.schools[MERIT.column], eget_betyg_status="finns")
    study = replace(full, schools=schools)
    for chart in (INDEX, PARENTS_CHART, FOREIGN_CHART):
        assert chart.table(study, own, ENGLISH) is None
        assert chart.table(full, None, ENGLISH) is None
        assert chart.table(replace(full, schools=None), MERIT, ENGLISH) is None
    assert PARENTS_CHART.table(full, PARENTS, ENGLISH) is None
    assert PARENTS_CHART.table(national, MERIT, ENGLISH) is None
    # The demo has no index of 2023.
    assert INDEX.table(national, MERIT, ENGLISH) is None
