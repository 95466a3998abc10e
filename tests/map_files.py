"""Maps exported as files, in few words."""

from __future__ import annotations

from qgis.core import QgsFeedback

from segregation_plugin.exports.map import export_map


def export(path, target, *, template="a4_portrait", county="", municipality="", language="en", dpi=60, feedback=None):
    export_map(
        path,
        str(target),
        template=template,
        county=county,
        municipality=municipality,
        language=language,
        dpi=dpi,
        feedback=feedback,
    )
    return target


def cancelled() -> QgsFeedback:
    """Return what an export stops at as soon as its page is laid out."""
    feedback = QgsFeedback()
    feedback.cancel()
    return feedback
