"""The parameters of the algorithms, each with its help, and those that several share."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread

from ..domain.area_types import TYPES_BY
from ..i18n import LANGUAGES, texts, tr
from ..layers.project import PROJECT_SCOPE

OUTPUT = "OUTPUT"
STUDY = "STUDY"
AREAS, INDEX, YEAR = "AREAS", "INDEX", "YEAR"
SCHOOL_YEAR = "SCHOOL_YEAR"
COLUMNS = "COLUMNS"
COUNTY, MUNICIPALITY = "COUNTY", "MUNICIPALITY"
LANGUAGE = "LANGUAGE"
LEAVE_OUT_OFFICES = "LEAVE_OUT_OFFICES"
TYPES = "TYPES"
SEED = "SEED"

ANY = QgsProcessing.SourceType.TypeVector
POINTS = QgsProcessing.SourceType.TypeVectorPoint
POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon

WHOLE = QgsProcessingParameterNumber.Type.Integer
DECIMAL = QgsProcessingParameterNumber.Type.Double

ANY_FIELD = QgsProcessingParameterField.DataType.Any
NUMERIC_FIELD = QgsProcessingParameterField.DataType.Numeric


def with_help(
    parameter: QgsProcessingParameterDefinition, explanation: str, advanced: bool = False
) -> QgsProcessingParameterDefinition:
    """Return a parameter with its help, among the advanced ones if it is one."""
    parameter.setHelp(explanation)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def source(
    name: str, label: str, explanation: str, kind: QgsProcessing.SourceType = ANY, optional: bool = False
) -> QgsProcessingParameterDefinition:
    """Return a parameter for a layer to read."""
    return with_help(QgsProcessingParameterFeatureSource(name, label, [kind], optional=optional), explanation)


def sink(
    name: str, label: str, explanation: str, kind: QgsProcessing.SourceType = ANY, optional: bool = False
) -> QgsProcessingParameterDefinition:
    """Return a parameter for a layer or table to write; an optional one is made only where it is asked for."""
    parameter = QgsProcessingParameterFeatureSink(name, label, kind, optional=optional, createByDefault=not optional)
    return with_help(parameter, explanation)


def field(
    name: str,
    label: str,
    explanation: str,
    parent: str,
    kind: QgsProcessingParameterField.DataType = ANY_FIELD,
    several: bool = False,
    optional: bool = False,
    advanced: bool = False,
) -> QgsProcessingParameterDefinition:
    """Return a parameter for a field, or several, of the layer ``parent``."""
    parameter = QgsProcessingParameterField(name, label, None, parent, kind, several, optional)
    return with_help(parameter, explanation, advanced)


def number(
    name: str,
    label: str,
    explanation: str,
    default: float | None = None,
    least: float | None = None,
    most: float | None = None,
    kind: QgsProcessingParameterNumber.Type = WHOLE,
    optional: bool = False,
    advanced: bool = False,
) -> QgsProcessingParameterDefinition:
    """Return a parameter for a number within limits."""
    limits = {name: value for name, value in (("minValue", least), ("maxValue", most)) if value is not None}
    parameter = QgsProcessingParameterNumber(name, label, kind, default, optional, **limits)
    return with_help(parameter, explanation, advanced)


def box(name: str, label: str, explanation: str) -> QgsProcessingParameterDefinition:
    """Return a parameter that is off unless its box is ticked."""
    return with_help(QgsProcessingParameterBoolean(name, label, False), explanation)


def text(
    name: str, label: str, explanation: str, default: str | None = None, optional: bool = False
) -> QgsProcessingParameterDefinition:
    """Return a parameter for a text in one line."""
    return with_help(QgsProcessingParameterString(name, label, default, optional=optional), explanation)


def choice(
    name: str,
    label: str,
    explanation: str,
    options: Sequence[str],
    default: object = None,
    several: bool = False,
    optional: bool = False,
    words: bool = False,
) -> QgsProcessingParameterDefinition:
    """Return a parameter with a choice, or several; ``words``: whether scripts name the options, not their places."""
    parameter = QgsProcessingParameterEnum(name, label, list(options), several, default, optional, words)
    return with_help(parameter, explanation)


def files(name: str, label: str, explanation: str, optional: bool = False) -> QgsProcessingParameterDefinition:
    """Return a parameter for files of any kind (a feature source would misread SCB's and Skolverket's)."""
    kind = QgsProcessing.SourceType.TypeFile
    return with_help(QgsProcessingParameterMultipleLayers(name, label, kind, optional=optional), explanation)


def file_to_write(
    name: str, label: str, explanation: str, filters: str, optional: bool = False
) -> QgsProcessingParameterDefinition:
    """Return a parameter for a file to write; an optional one is made only where it is asked for."""
    parameter = QgsProcessingParameterFileDestination(
        name, label, filters, optional=optional, createByDefault=not optional
    )
    return with_help(parameter, explanation)


def study() -> QgsProcessingParameterDefinition:
    """Return the parameter STUDY. Its dialog begins with the study that is open; scripts and models name theirs."""
    parameter = QgsProcessingParameterFile(STUDY, tr("Study file"), extension="gpkg")
    opened = _open_study()
    if opened:
        # For dialogs alone: nowhere else must a figure depend on which project is open.
        parameter.setGuiDefaultValueOverride(opened)
    return with_help(
        parameter,
        tr(
            "The GeoPackage that 'Study by area type' has written. In the window it is the study that is open, unless "
            "you choose another."
        ),
    )


def _open_study() -> str:
    """Return the study of the open project, empty where there is none, or in a thread that must not ask for it."""
    application = QCoreApplication.instance()
    if application is None or QThread.currentThread() != application.thread():
        return ""
    project = QgsProject.instance()
    path, _ = project.readEntry(PROJECT_SCOPE, "study", "")
    return str(project.readPath(path)) if path else ""


def areas(optional: bool = False) -> QgsProcessingParameterDefinition:
    """Return the parameter AREAS: RegSO areas with their codes."""
    return source(
        AREAS,
        tr("RegSO areas"),
        tr(
            "SCB's layer of RegSO areas, or of DeSO areas, which are merged: polygons with the code of each area "
            "(regsokod or desokod)."
        ),
        POLYGONS,
        optional,
    )


def index() -> QgsProcessingParameterDefinition:
    """Return the parameter INDEX: files with area types and index."""
    return files(
        INDEX,
        tr("Area types and index (files)"),
        tr(
            "SCB's files with area types or the socioeconomic index, as they are downloaded (CSV, Excel, JSON, PX). "
            "Several may be chosen, and SCB's key from DeSO to RegSO among them."
        ),
    )


def index_year() -> QgsProcessingParameterDefinition:
    """Return the parameter YEAR: which year of the index is used."""
    return number(
        YEAR,
        tr("Year of the index (latest when empty)"),
        tr("Four digits, like 2023. Empty: the latest year in which nine areas of ten have a value."),
        optional=True,
    )


def study_year() -> QgsProcessingParameterDefinition:
    """Return the parameter YEAR of what is made of a study: which of its years."""
    return number(
        YEAR,
        tr("Year of the area types (the study's own when empty)"),
        tr("One of the years that the study has types of. Results and pupils keep their own years."),
        optional=True,
    )


def school_year(label: str, explanation: str) -> QgsProcessingParameterDefinition:
    """Return the parameter SCHOOL_YEAR: of the results that Skolverket publishes."""
    return text(SCHOOL_YEAR, label, explanation, optional=True)


def place() -> tuple[QgsProcessingParameterDefinition, QgsProcessingParameterDefinition]:
    """Return the parameters COUNTY and MUNICIPALITY, codes that narrow what is shown."""
    return (
        text(
            COUNTY,
            tr("County code (like 01)"),
            tr("Two digits. Only what lies in this county is taken. Empty: the whole country."),
            optional=True,
        ),
        text(
            MUNICIPALITY,
            tr("Municipality code (like 0180)"),
            tr("Four digits. Only what lies in this municipality is taken. Empty: all of them."),
            optional=True,
        ),
    )


def columns() -> QgsProcessingParameterDefinition:
    """Return the parameter COLUMNS: how tables are read that no reader knows."""
    parameter = QgsProcessingParameterString(
        COLUMNS, tr("Columns of other tables (JSON, as the dock makes it)"), multiLine=True, optional=True
    )
    return with_help(
        parameter,
        tr(
            "What the columns of a table of another agency mean. The dock writes this when you name the columns "
            "there. Empty: only files of known kinds are read."
        ),
        advanced=True,
    )


def offices() -> QgsProcessingParameterDefinition:
    """Return the parameter LEAVE_OUT_OFFICES: off, since who leaves schools out of figures must have decided it."""
    return box(
        LEAVE_OUT_OFFICES,
        tr("Leave schools that may stand at their operator's address out of figures by area"),
        tr(
            "Some schools have the coordinates of an office, such as a head office with schools in several "
            "municipalities. Ticked: these are not counted in any area."
        ),
    )


def types_by(optional: bool = False) -> QgsProcessingParameterDefinition:
    """Return the parameter TYPES: by which area types schools are counted; ``optional``: as the study does."""
    return choice(
        TYPES,
        tr("Area types of schools"),
        tr(
            "Where Skolverket's file of pupils gives schools a type. location: that of the area where the school lies. "
            "skolverket: Skolverket's, in the year that it is of. location_else_skolverket: where it lies, and "
            "Skolverket's for schools without a location."
        ),
        TYPES_BY,
        None if optional else TYPES_BY[0],
        optional=optional,
        words=True,
    )


def language() -> QgsProcessingParameterDefinition:
    """Return the parameter LANGUAGE: ``sv`` or ``en``, by default that of the window."""
    return choice(
        LANGUAGE,
        tr("Language"),
        tr("The language of texts and numbers in the result: sv (Swedish) or en (English)."),
        LANGUAGES,
        texts().language,
        words=True,
    )


def draws(
    name: str, label: str, default: int = 500, least: int = 1, most: int | None = None
) -> QgsProcessingParameterDefinition:
    """Return a parameter for how many random draws a figure rests on."""
    return number(
        name,
        label,
        tr("More give steadier expected values, p-values and intervals, and take longer."),
        default,
        least,
        most,
        advanced=True,
    )


def seed() -> QgsProcessingParameterDefinition:
    """Return the parameter SEED: the same seed gives the same random draws."""
    return number(
        SEED,
        tr("Seed of the random draws"),
        tr("The same whole number gives the same random draws, and so the same figures, when you run it again."),
        1,
        0,
        2**31 - 1,
        advanced=True,
    )
