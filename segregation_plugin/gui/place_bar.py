"""The place that is looked at, found by typing, and what it is compared with."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QInputDialog, QMenu, QSizePolicy, QToolButton, QWidget

from ..domain.codes import MUNICIPALITY
from ..i18n import Texts
from ..sheets.choice_words import about_members
from ..study.known_places import SIMILAR, SIMILAR_COUNT, codes_of, is_set, name_of_set, together
from . import place_memory
from .dock_model import COMPARE, MOST_COMPARED, PART, PLACE, STUDY, WHOLE, Model
from .place_field import PlaceField
from .widgets import DOTS

_CROSS = "\N{MULTIPLICATION SIGN}"
_CHIP = 13  # characters, so that three have room in a narrow dock


class PlaceBar(QWidget):
    """Sets the model's place and what it is compared with; ``pick`` is a button for choosing a place on the map."""

    pick_toggled = pyqtSignal(bool)
    # The place that is looked at already: the map may have been moved away from it.
    chosen_again = pyqtSignal()

    def __init__(self, model: Model, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._texts = model, texts
        tr = texts.tr
        no_such = tr("The study has no place of the name or code '{text}'.")
        self.field = PlaceField(place_memory.recent_places, no_such)
        self.field.setObjectName("segregation_place")
        self.field.setPlaceholderText(tr("Place: type a municipality, county or area"))
        self.field.setAccessibleName(tr("Place"))
        self.field.setToolTip(
            tr("The place that figures are of. Type any part of its name, or its code; empty is the whole study.")
        )
        self.pick = QToolButton()
        self.pick.setCheckable(True)
        self.pick.setIcon(QgsApplication.getThemeIcon("/mActionIdentify.svg"))
        self.pick.setAccessibleName(tr("Choose the place on the map"))
        self.pick.setToolTip(tr("Choose the municipality by a click on the map; with Shift the area"))
        self.add = QToolButton()
        self.add.setText(tr("Compare with") + DOTS)
        self.add.setToolTip(tr("Show a further place beside this one, at most three"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.add)
        self.menu.setToolTipsVisible(True)
        self.add.setMenu(self.menu)
        self.other = PlaceField(place_memory.recent_places, no_such)
        self.other.setObjectName("segregation_compared_place")
        self.other.setPlaceholderText(tr("Type the place to compare with"))
        self.other.setAccessibleName(tr("Place to compare with"))
        self.other.hide()
        self.chips: list[QToolButton] = []
        self._sets: list[str] = []
        self._beside = QHBoxLayout()
        self._beside.addWidget(self.add)
        self._beside.addStretch()
        first = QHBoxLayout()
        first.addWidget(self.field)
        first.addWidget(self.pick)
        column = QGridLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(first, 0, 0)
        column.addLayout(self._beside, 1, 0)
        column.addWidget(self.other, 2, 0)
        self.field.chosen.connect(self.choose)
        self.field.kept.connect(self.chosen_again)
        self.field.emptied.connect(partial(self.choose, WHOLE))
        self.other.chosen.connect(self._add)
        self.other.emptied.connect(self.other.hide)
        for field in (self.field, self.other):
            field.about_to_list.connect(self._offer_sets_anew)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.pick.toggled.connect(self.pick_toggled)

    def update_from(self, changed: frozenset[str]) -> None:
        """Show what the model looks at; ``changed``: names of ``dock_model``."""
        if STUDY in changed:
            self._offer_places()
        if changed & {STUDY, PLACE}:
            self.field.show_place(self._model.place_name)
        if changed & {STUDY, PLACE, COMPARE, PART}:
            self._show_compared()

    def _offer_places(self) -> None:
        self._sets = place_memory.place_sets()
        labels = self._labels()
        self.field.offer(labels)
        self.other.offer(labels)

    def _offer_sets_anew(self) -> None:
        """Offer saved places as they are now: the options, or another window of QGIS, may have removed some."""
        if place_memory.place_sets() != self._sets:
            self._offer_places()

    def _labels(self) -> dict[str, str]:
        """Return the keys of places by what they are called in the list: two of one name with their codes."""
        labels: dict[str, str] = {}
        for key in self._sets:
            labels[f"{name_of_set(key)} ({self._texts.tr('saved')})"] = key
        for key, place in self._model.places.items():
            labels[place.name if place.name not in labels else f"{place.name} ({key})"] = key
        if self._model.whole_name:
            labels.setdefault(self._model.whole_name, WHOLE)
        return labels

    def choose(self, key: str) -> None:
        """Look at a place, and remember it."""
        place_memory.note_place(key)
        if key == self._model.view.place:
            self.chosen_again.emit()
        else:
            self._model.set(place=key)

    def _add(self, key: str) -> None:
        self.other.hide()
        place_memory.note_place(key)
        self._compare_with(key)

    def _compare_with(self, key: str) -> None:
        if key not in self._model.compared:
            self._model.set(compare=(*self._model.compared, key))

    def _leave_out(self, key: str) -> None:
        self._model.set(compare=tuple(one for one in self._model.view.compare if one != key))

    def _show_compared(self) -> None:
        for chip in self.chips:
            self._beside.removeWidget(chip)
            chip.deleteLater()
        self.chips = [self._chip(key) for key in self._model.compared]
        for number, chip in enumerate(self.chips):
            self._beside.insertWidget(number, chip)
        # Where no more have room, what takes one away stands there alone.
        self.add.setVisible(len(self.chips) < MOST_COMPARED)

    def _chip(self, key: str) -> QToolButton:
        tr = self._texts.tr
        name = self._name(key)
        chip = QToolButton()
        short = name if len(name) <= _CHIP else name[: _CHIP - 1].rstrip() + DOTS
        chip.setText(f"{short}  {_CROSS}")
        chip.setAccessibleName(tr("Compare no more with {place}").format(place=name))
        chip.setToolTip("\n".join([chip.accessibleName(), *self._members(key)]))
        if key in self._model.missing:
            font = chip.font()
            font.setStrikeOut(True)
            chip.setFont(font)
            chip.setToolTip(tr("Not available here: {place}").format(place=name))
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(partial(self._leave_out, key))
        return chip

    def _name(self, key: str) -> str:
        return self._model.name_of(key) or self._model.whole_name

    def _members(self, key: str) -> list[str]:
        """Return which municipalities are one place together, those that are alike with by what they are."""
        if key == SIMILAR:
            return [text for one in self._model.others if one.alike for text in about_members(one, self._texts)]
        codes = codes_of(key) if is_set(key) else ()
        return [", ".join(self._name(code) for code in codes)] if codes else []

    def _fill_menu(self) -> None:
        """Offer what is asked for most, then the last places, those put together, and any other."""
        tr, menu, view = self._texts.tr, self.menu, self._model.view
        menu.clear()
        offered = [WHOLE]
        if len(view.place) > len("00"):
            offered.append(view.place[:2])
        if MUNICIPALITY.fullmatch(view.municipality):
            if view.place != view.municipality:
                offered.append(view.municipality)
            offered.append(SIMILAR)
        self._offer(offered)
        menu.addSeparator()
        self._offer([key for key in place_memory.recent_places() if key not in offered])
        self._offer(place_memory.place_sets())
        menu.addAction(tr("Another place") + DOTS).triggered.connect(self._ask)
        menu.addSeparator()
        save = menu.addAction(tr("Save these places as one") + DOTS)
        save.setEnabled(len(self._codes()) > 1)
        save.triggered.connect(self._save)

    def _offer(self, keys: list[str]) -> None:
        known = {WHOLE, SIMILAR, *place_memory.place_sets(), *self._model.places}
        for key in keys:
            if key in known and key != self._model.view.place and key not in self._model.compared:
                action = self.menu.addAction(self._name(key))
                action.triggered.connect(partial(self._compare_with, key))
                if key == SIMILAR:
                    tip = self._texts.tr(
                        "The {count} municipalities with the nearest share of residents in area types 1 and 2; of "
                        "pupils or areas where residents are not known"
                    )
                    action.setToolTip(tip.format(count=SIMILAR_COUNT))

    def _ask(self) -> None:
        self.other.show_place("")
        self.other.show()
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _codes(self) -> tuple[str, ...]:
        keys = [self._model.view.place, *self._model.compared]
        return tuple(dict.fromkeys(code for key in keys for code in codes_of(key)))

    def _save(self) -> None:
        tr = self._texts.tr
        codes = self._codes()
        names = ", ".join(self._name(code) for code in codes)
        name, accepted = QInputDialog.getText(
            self, tr("Save places as one"), tr("{places} together are called").format(places=names)
        )
        if accepted and name.strip():
            place_memory.keep_set(together(name, codes))
            self.update_from(frozenset({STUDY}))
