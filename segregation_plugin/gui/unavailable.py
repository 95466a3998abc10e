"""Why a result that nobody has published is not shown of every year and place."""

from __future__ import annotations

from ..i18n import Texts
from .dock_model import View


def why_not_available(view: View, texts: Texts) -> str:
    """Return why a chosen result is not shown of what the view looks at."""
    tr = texts.tr
    if view.year is not None:
        return tr("Not available for own figures: what nobody has published is shown for the study's own year alone.")
    if view.school_year:
        return tr(
            "Not available for own figures: what nobody has published is shown with the study's own school year alone."
        )
    if view.types_by:
        return tr(
            "Not available for own figures: what nobody has published is shown with the study's own area types of "
            "schools alone."
        )
    return tr("Not available for own figures: what nobody has published is shown for the whole study alone.")
