"""What algorithms that join an index to areas ask for: the areas, the index files, and the year."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ..domain.messages import InputError
from ..i18n import tr
from .base import Parameters, SegregationAlgorithm, files_parameter

AREAS, INDEX, YEAR = "AREAS", "INDEX", "YEAR"


def add_parameters(algorithm: SegregationAlgorithm) -> None:
    """Declare the parameters (INTERFACE: names that scripts and models use)."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.addParameter(QgsProcessingParameterFeatureSource(AREAS, tr("RegSO areas"), polygons))
    algorithm.addParameter(files_parameter(INDEX, tr("Area types and index (files)")))
    algorithm.addParameter(
        QgsProcessingParameterNumber(YEAR, tr("Year of the index (latest when empty)"), optional=True)
    )


def chosen_year(algorithm: SegregationAlgorithm, parameters: Parameters, context: QgsProcessingContext) -> int | None:
    """Return the year that the user chose, None for the latest. Raises InputError for what is no whole number."""
    return whole_year(algorithm, parameters, YEAR, context)


def whole_year(
    algorithm: SegregationAlgorithm, parameters: Parameters, name: str, context: QgsProcessingContext
) -> int | None:
    """Return the year of a parameter, None where it is empty. Raises InputError for what is no whole number."""
    given = parameters.get(name)
    if given in (None, ""):
        return None
    year = algorithm.parameterAsDouble(parameters, name, context)
    if year != int(year) or (isinstance(given, str) and not given.strip().isdigit()):
        raise InputError("'{text}' is not a year. Give four digits, like 2023.", text=given)
    return int(year)
