"""One row of choices, year and result, and below it when asked for: which schools and areas figures are of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..domain.area_types import AREA_TYPES, short_name
from ..domain.operators import SCHOOL_TYPE_WORDS
from ..domain.school_filter import EVERYTHING, LOCATED, REGISTERED, WITHOUT_OFFICES
from ..i18n import Texts
from ..sheets.choice_words import OPERATOR_CHOICES, STAGE_CHOICES
from ..study.words import ANSWERS
from .dock_model import CHOSEN, IN_SIGHT, ONLY, RESULT, SCHOOL_YEAR, SELECTED, STUDY, TYPES_BY, YEAR, Model
from .measure_names import named
from .widgets import add_row, choose, form, note, shrinkable
from .year_play import YearPlay

_YEAR_WIDTH = 6  # characters
_CLOSE = 3  # points


class FilterBar(QWidget):
    """Sets year, result and filters of the model; a choice that a study has but one of is not shown."""

    def __init__(self, model: Model, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._texts = model, texts
        tr = texts.tr
        self.year, self.play, self.result = QComboBox(), YearPlay(model, texts), QComboBox()
        self.year.setToolTip(tr("The year of the area types and the index. Results and pupils keep their own."))
        self.year.setAccessibleName(tr("Area types of"))
        self.result.setAccessibleName(tr("Result"))
        shrinkable(self.result)
        self.result.setMinimumContentsLength(4)
        self.more = QToolButton()
        self.more.setCheckable(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setToolTip(tr("Choose which schools and areas the figures are of"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        # Four beside each other in a narrow dock.
        row.setSpacing(_CLOSE)
        for widget in (self.year, self.play, self.result, self.more):
            row.addWidget(widget)
        row.setStretch(2, 1)
        self.panel = QWidget()
        self._lay_out_panel()
        self.panel.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.panel)
        self._connect()

    def _lay_out_panel(self) -> None:
        tr = self._texts.tr
        rows = form()
        self.school_type, self.operator, self.stage = QComboBox(), QComboBox(), QComboBox()
        self.placing, self.only, self.types_by, self.school_year = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.types = {number: QCheckBox(str(number)) for number in AREA_TYPES}
        self._rows: dict[QWidget, QLabel] = {}
        for combo, label in (
            (self.school_type, tr("School type")),
            (self.operator, tr("Operator")),
            (self.stage, tr("Grades")),
        ):
            self._add(rows, label, combo)
        boxes = QWidget()
        beside = QHBoxLayout(boxes)
        beside.setContentsMargins(0, 0, 0, 0)
        for number, box in self.types.items():
            name = short_name(str(number), self._texts.language)
            box.setToolTip(name)
            box.setAccessibleName(name)
            beside.addWidget(box)
        beside.addStretch()
        self._rows[boxes] = add_row(rows, tr("Area types"), boxes, self.types[AREA_TYPES[0]])
        self._boxes = boxes
        for combo, label in (
            (self.placing, tr("Place of a school")),
            (self.only, tr("Figures of")),
            (self.types_by, tr("Schools count by")),
            (self.school_year, tr("Results of")),
        ):
            self._add(rows, label, combo)
        self.types_by.setToolTip(
            tr(
                "Where a school lies is its point in the register. Skolverket gives schools a type too, also those "
                "whose location is not known; its types are used in their own year alone."
            )
        )
        self.school_year.setToolTip(
            tr("The school year of Skolverket's results. Pupils and results of your own keep theirs.")
        )
        self.own = note()
        self.own.setText(tr("Figures that nobody has published keep to their groupings: filters leave them out."))
        self.clear = QPushButton(tr("Clear filters"))
        below = QHBoxLayout()
        below.addWidget(self.clear)
        below.addStretch()
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(rows)
        column.addWidget(self.own)
        column.addLayout(below)

    def _add(self, rows: object, label: str, combo: QComboBox) -> None:
        shrinkable(combo)
        self._rows[combo] = add_row(rows, label, combo)

    def _connect(self) -> None:
        model = self._model
        for combo, name in (
            (self.result, RESULT),
            (self.school_year, SCHOOL_YEAR),
            (self.types_by, TYPES_BY),
            (self.only, ONLY),
        ):
            combo.currentIndexChanged.connect(
                lambda _row, combo=combo, name=name: model.set(**{name: combo.currentData() or ""})
            )
        self.year.currentIndexChanged.connect(lambda _row: model.set(year=self.year.currentData()))
        for combo, name in (
            (self.school_type, "school_type"),
            (self.operator, "operator"),
            (self.stage, "stage"),
            (self.placing, "placing"),
        ):
            combo.currentIndexChanged.connect(
                lambda _row, combo=combo, name=name: self._set_filter(name, combo.currentData() or "")
            )
        for box in self.types.values():
            box.clicked.connect(lambda _checked: self._set_filter("types", self._types_asked_for()))
        self.clear.clicked.connect(lambda: model.set(chosen=EVERYTHING, only="", school_year="", types_by=""))
        self.more.toggled.connect(self._open)

    def _types_asked_for(self) -> tuple[int, ...]:
        asked = tuple(number for number, box in self.types.items() if box.isChecked())
        # All of them leave nothing out, and none would leave nothing.
        return () if len(asked) in (0, len(AREA_TYPES)) else asked

    def _set_filter(self, name: str, value: Any) -> None:
        self._model.set(chosen=replace(self._model.view.chosen, **{name: value}))

    def _open(self, is_open: bool) -> None:
        self.panel.setVisible(is_open)
        self.more.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)

    def update_from(self, changed: frozenset[str]) -> None:
        """Show what the model looks at; ``changed``: names of ``dock_model``."""
        view, study = self._model.view, self._model.study
        own_placing = LOCATED if study is None or study.as_located else WITHOUT_OFFICES
        if STUDY in changed:
            self._offer()
        for name, combo, data in (
            (YEAR, self.year, view.year or (study.year if study else None)),
            (SCHOOL_YEAR, self.school_year, view.school_year or (study.provenance.get("lasar") if study else "")),
            (TYPES_BY, self.types_by, view.types_by or (study.types_by if study else "")),
            (RESULT, self.result, view.result),
            (ONLY, self.only, view.only),
            (CHOSEN, self.school_type, view.chosen.school_type),
            (CHOSEN, self.operator, view.chosen.operator),
            (CHOSEN, self.stage, view.chosen.stage),
            (
                CHOSEN,
                self.placing,
                view.chosen.placing or own_placing,
            ),
        ):
            if changed & {STUDY, name}:
                choose(combo, data)
        if changed & {STUDY, CHOSEN}:
            for number, box in self.types.items():
                box.setChecked(not view.chosen.types or number in view.chosen.types)
        # Names of results are longer than a narrow dock is wide.
        self.result.setToolTip(self.result.currentText())
        if changed & {STUDY, CHOSEN, ONLY, SCHOOL_YEAR, TYPES_BY}:
            active = self.active
            text = self._texts.tr("Filters")
            self.more.setText(f"{text} ({active})" if active else text)
            self.clear.setEnabled(bool(active))

    @property
    def active(self) -> int:
        """How many choices among the filters are not the study's own."""
        view = self._model.view
        chosen = view.chosen
        of_schools = (chosen.school_type, chosen.operator, chosen.stage, chosen.types, chosen.placing)
        return sum(bool(one) for one in (*of_schools, view.only, view.types_by, view.school_year))

    def _offer(self) -> None:
        """Offer what the study has."""
        study, tr, render = self._model.study, self._texts.tr, self._texts.render
        measures = [] if study is None else study.measures
        everything = tr("All")
        ways = [(_capital(render(ANSWERS[way])), way) for way in self._model.types_by]
        choices = self._model.school_choices
        placed = {
            LOCATED: tr("Where they lie"),
            WITHOUT_OFFICES: tr("Where they lie, without operators' addresses"),
            REGISTERED: tr("Where they are registered"),
        }
        operators = [(_capital(render(OPERATOR_CHOICES[one])), one) for one in choices.operators]
        stages = [(_capital(render(STAGE_CHOICES[one])), one) for one in choices.stages]
        for combo, offered, fewest in (
            (self.year, [(str(year), year) for year in self._model.years], 2),
            (self.result, [(named(one, self._texts), one.column) for one in measures], 1),
            (self.school_year, [(year, year) for year in self._model.school_years], 2),
            (self.types_by, ways, 2),
            (
                self.school_type,
                [(everything, ""), *((render(SCHOOL_TYPE_WORDS[one]), one) for one in choices.school_types)],
                3,
            ),
            (self.operator, [(everything, ""), *operators], 3),
            (self.stage, [(everything, ""), *stages], 3),
            (self.placing, [(placed[one], one) for one in choices.placings], 2),
            (
                self.only,
                [
                    (tr("All areas and schools"), ""),
                    (tr("Those selected on the map"), SELECTED),
                    (tr("Those in sight on the map"), IN_SIGHT),
                ],
                1,
            ),
        ):
            combo.blockSignals(True)
            combo.clear()
            for text, data in offered:
                combo.addItem(text, data)
                combo.setItemData(combo.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
            combo.blockSignals(False)
            for widget in (combo, self._rows.get(combo)):
                if widget is not None:
                    widget.setVisible(len(offered) >= fewest)
        self.play.setVisible(len(self._model.years) > 1)
        self.own.setVisible(study is not None and any(not one.public for one in study.own_measures))
        narrow = self.year.fontMetrics().averageCharWidth() * _YEAR_WIDTH
        self.year.setMinimumWidth(max(self.year.minimumSizeHint().width(), narrow))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
