"""All features of a source, however bad their geometry is."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeedback, QgsProcessingFeatureSource

from ..domain.messages import Cancelled, InputError


def all_features(source: QgsProcessingFeatureSource, feedback: QgsFeedback) -> list[QgsFeature]:
    """Return the features of a source, valid or not. Raises InputError where there are none, and Cancelled."""
    found = []
    for feature in source.getFeatures(
        QgsFeatureRequest(), QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    ):
        if feedback.isCanceled():
            raise Cancelled
        found.append(feature)
    if not found:
        raise InputError("The layer {layer} is empty. Choose another one.", layer=source.sourceName())
    return found
