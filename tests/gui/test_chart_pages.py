"""Every chart on its page: drawn with its table, in both languages, or said why not."""

from __future__ import annotations

import pytest
from hands import at_rest, choose

from segregation_plugin.charts.chart_registry import CHARTS

PASSED = {"sv": "Godkänt i alla ämnen, %", "en": "Passed in all subjects, %"}
PAGES = ("AreaTypesPage", "SchoolsPage", "BackgroundPage", "SegregationPage", "ChangePage")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_chart_is_drawn_on_its_page(open_screen, background_study, language):
    screen = open_screen(language)
    screen.open(background_study)
    choose(screen.panel.results.filters.result, PASSED[language])
    seen = []
    for name in PAGES:
        page = screen.show(name)
        for row in range(page.charts.count()):
            page.charts.setCurrentIndex(row)
            at_rest()
            assert page.said.text() == "" or page.chart.needs is not None, page.said.text()
            if page.said.text() == "":
                assert page.view.isVisible()
                assert page.table.rowCount() > 0
                seen.append(page.chart.name)
    assert {chart.name for chart in CHARTS} - set(seen) <= {"index_result", "residents"}


def test_a_page_of_one_chart_offers_no_choice(shown):
    assert not shown.show("ChangePage").charts.isVisible()
    assert shown.show("AreaTypesPage").charts.isVisible()


def test_without_a_share_it_says_what_to_choose(shown):
    page = shown.show("SegregationPage")
    assert page.said.text() == "Finns inte. Välj ett resultat i procent som är publicerat per skola."
    assert not page.copy_table.isEnabled()


def test_a_long_table_scrolls(shown):
    page = shown.show("SchoolsPage")
    assert page.table.rowCount() > 100
    assert page.table.height() < 40 * page.table.rowHeight(0)
    assert page.table.verticalScrollBar().maximum() > 0
