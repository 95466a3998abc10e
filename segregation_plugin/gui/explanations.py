"""What this is: a text for each part of the dock, shown by QGIS's "What's This?" and read by screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QWidget

from ..domain.messages import Message, message
from ..i18n import Texts
from .pages.charts_page import ChartsPage
from .pages.data_page import DataPage
from .small_table import SmallTable

if TYPE_CHECKING:
    from .panel import StudyPanel

# By the icon of a page.
_OF_PAGES = {
    "overview": message(
        "Area types side by side: mean of the result with its interval, difference to type 5, areas, schools "
        "and pupils."
    ),
    "area_types": message(
        "Charts by area type: results, shares of areas, schools and pupils, and how they change over the years."
    ),
    "schools": message(
        "Charts of schools and municipalities: which come first and last, and results beside background."
    ),
    "background": message(
        "How unevenly pupils are spread over schools by background, and how well area types find these pupils."
    ),
    "segregation": message(
        "How unevenly pupils who reached a result are spread over schools and areas, beside what chance alone gives."
    ),
    "change": message("Which areas changed type between two years. Types are relative to each year."),
    "data": message(
        "The files that the study is made from, and what did not fit together, to see on the map or export."
    ),
}


def explain(panel: StudyPanel, texts: Texts) -> None:
    """Give every part of the dock that a user meets its "What's This?"."""
    for widgets, said in (*_of_form(panel), *_of_choices(panel), *_of_pages(panel)):
        for widget in widgets:
            widget.setWhatsThis(texts.render(said))


_Explained = tuple[tuple[tuple[QWidget, ...], Message], ...]


def _of_form(panel: StudyPanel) -> _Explained:
    inputs, exports = panel.inputs, panel.exports
    return (
        (
            (inputs,),
            message(
                "The files that a study is made from, and the file that it is written to. Files can be dropped here."
            ),
        ),
        (
            (inputs.areas,),
            message("RegSO or DeSO areas, as a layer of the project or a file, in any coordinate system."),
        ),
        ((inputs.index,), message("SCB's tables of area types or socioeconomic index, of one or several years.")),
        ((inputs.year,), message("The year that the study shows first. The file holds all years of the tables.")),
        ((inputs.schools,), message("Schools, or other places with coordinates, as a layer or files.")),
        ((inputs.results,), message("Results by school: Skolverket's files, or your own with the columns named.")),
        ((inputs.target,), message("The study becomes one GeoPackage file: layers, tables, styles and a project.")),
        ((inputs.demo,), message("Fills the form with real data that the plugin brings along; nothing is run yet.")),
        ((inputs.open,), message("Shows a study file that was made earlier, by you or a colleague.")),
        ((panel.run_bar,), message("Makes the study in the background. Cancelled, nothing is changed.")),
        (
            (exports,),
            message(
                "Writes map, tables, match report or the whole study with its figures to files, of the place and year"
                " that are looked at."
            ),
        ),
        ((panel.export_job,), message("How far the export is. Cancelled, nothing is written.")),
    )


def _of_choices(panel: StudyPanel) -> _Explained:
    place, filters, results = panel.results.place, panel.results.filters, panel.results
    return (
        (
            (place.field,),
            message(
                "Figures are of this place. Type any part of the name of a municipality, county or RegSO area and "
                "choose in the "
                "list; the down key shows the places chosen last. Empty, figures are of the whole study."
            ),
        ),
        ((place.pick,), message("Pressed, a click on the map chooses the municipality there, with Shift the area.")),
        (
            (place, place.add, place.other),
            message(
                "Shows the same figures of up to three more places: the country, the county, similar municipalities "
                "(by the "
                "share in types 1 and 2), places saved as one, or any that you type. A click on a place takes it away."
            ),
        ),
        ((filters.year,), message("The year of the area types and the index. Results and pupils keep their own.")),
        ((filters.play,), message("Shows one year after the other, here and on the map, until it is pressed again.")),
        ((filters.result,), message("The result that tables and charts show.")),
        (
            (filters, filters.more),
            message(
                "Which schools and areas figures are of. Filters combine, and the title says which hold. Figures that"
                " nobody "
                "has published keep to their groupings."
            ),
        ),
        (
            (filters.school_type,),
            message("Compulsory and upper secondary schools are counted together unless one is chosen."),
        ),
        ((filters.operator,), message("Who runs the schools: a municipality, an independent operator or another.")),
        ((filters.stage,), message("Schools that teach these grades.")),
        (tuple(filters.types.values()), message("Only areas of the ticked types, and the schools in them.")),
        (
            (filters.placing,),
            message(
                "Whether a school counts where its coordinates lie or in the municipality that it is registered in."
            ),
        ),
        ((filters.only,), message("Only what is selected or in sight on the map.")),
        (
            (filters.types_by,),
            message("Whether a school counts by the type of the area it lies in or by Skolverket's own type of it."),
        ),
        (
            (filters.school_year,),
            message("The school year of Skolverket's results. Pupils and results of your own keep theirs."),
        ),
        ((filters.clear,), message("Shows all schools and areas again.")),
        (
            (results.header,),
            message("What all figures below are of: place, what it is compared with, year and filters."),
        ),
        (
            (results.matched,),
            message("How many areas have a type and how many schools a place. A click opens the match report."),
        ),
        ((results.layers_missing,), message("A click adds the study's layers to the project.")),
        ((results.palette_list,), message("The colours of area types on the map, in tables and in charts.")),
        ((results.fade,), message("Ticked, what figures are not of is faint on the map, as on the exported map.")),
        ((results.bar.help,), message("Opens the help of the page that is shown, in the web browser.")),
    )


def _of_pages(panel: StudyPanel) -> _Explained:
    results = panel.results
    said: list[tuple[tuple[QWidget, ...], Message]] = []
    for page, button in zip(results.pages, results.bar.buttons):
        about = _OF_PAGES.get(page.ICON)
        if about is not None:
            said.append(((button, page.widget), about))
        said.append(
            (
                tuple(page.widget.findChildren(SmallTable)),
                message(
                    "Figures to read and copy; what a column means stands in its tip. Ctrl+C copies the whole table."
                ),
            )
        )
        if isinstance(page, ChartsPage):
            said.append(
                (
                    (page.charts,),
                    message("The charts of this page. Each is of the place, year and result that are looked at."),
                )
            )
            said.append(
                (
                    (page.view,),
                    message(
                        "The chart as it is saved. A click on a bar or dot selects it on the map or looks at it, and a "
                        "frame "
                        "drawn with the mouse selects several. Its description in words is read by screen readers."
                    ),
                )
            )
            said.append(
                (
                    (page.copy_picture,),
                    message("Copies the chart as a picture, dark on white, to paste into a document."),
                )
            )
            said.append(
                ((page.copy_table,), message("Copies the chart's figures with headings, to paste into a spreadsheet."))
            )
            said.append(
                ((page.save,), message("Saves the chart as PNG, SVG or PDF, in a size and sharpness of your choice."))
            )
        if isinstance(page, DataPage):
            said.append(
                (
                    (page.sources,),
                    message(
                        "The files that the study is made from, what each was taken for, and a button to replace it."
                    ),
                )
            )
            said.append(
                (
                    (page.found,),
                    message(
                        "What did not fit together: how many, and for what share of the pupils. The buttons show "
                        "them "
                        "on the map and export them."
                    ),
                )
            )
    overview = results.overview
    said.append(
        (
            (overview.table,),
            message(
                "A row an area type: the mean with its 95 per cent interval below, the difference to type 5, and how "
                "many schools are behind. A click on a type selects its areas on the map."
            ),
        )
    )
    said.append(((overview.copy,), message("Copies the whole table with headings, to paste into a spreadsheet.")))
    return tuple(said)
