"""Why a summary by area type hides figures of a user's own, in words."""

from __future__ import annotations

from ..disclosure.rules import FEWEST_PLACES, SMALLEST_GROUP
from ..domain.area_types import ALL
from ..domain.measures import Measure
from ..domain.place_words import plural
from ..domain.wording import Wording
from ..study.model import Study


def why_hidden(study: Study, measure: Measure, texts: Wording) -> list[str]:
    """Return why ``..`` stands for a result in the summary of a study, also for the total; nothing where none does."""
    groups = study.hidden.get(measure.column, frozenset())
    if not groups:
        return []
    template = (
        texts.tr(
            ".. = hidden, the total too: some types rest on fewer than {people} people or {count} {places}, and the "
            "others would reveal them."
        )
        if ALL in groups
        else texts.tr(
            ".. = hidden: it rests on fewer than {people} people or {count} {places}, or would reveal a type that does."
        )
    )
    return [template.format(people=SMALLEST_GROUP, count=FEWEST_PLACES, places=texts.render(plural(study.units)))]
