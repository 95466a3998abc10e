"""What a study's schools can be chosen by: all that leaves some of them, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from segregation_plugin.analysis.schools.chosen_schools import schools_chosen
from segregation_plugin.domain.grades import STAGES
from segregation_plugin.domain.operators import SCHOOL_TYPE_WORDS
from segregation_plugin.domain.placing import OPERATORS_ADDRESS
from segregation_plugin.domain.school_filter import OPERATORS_ASKED_FOR, PLACINGS, WITHOUT_OFFICES, SchoolFilter
from segregation_plugin.study.school_choices import SchoolChoices, school_choices


def leaves_some(study, **asked):
    return schools_chosen(study.schools, study.schools["omradestyp"], SchoolFilter(**asked)).any()


def in_a_place(study, code):
    schools = study.schools
    return replace(study, schools=schools[schools["kommunkod"].str.startswith(code)].reset_index(drop=True))


def test_all_that_leaves_some_schools_is_offered_and_nothing_else(national):
    for study in (national, in_a_place(national, "0114"), in_a_place(national, "2505"), in_a_place(national, "14")):
        choices = school_choices(study)
        assert choices.school_types == tuple(one for one in SCHOOL_TYPE_WORDS if leaves_some(study, school_type=one))
        assert choices.operators == tuple(one for one in OPERATORS_ASKED_FOR if leaves_some(study, operator=one))
        assert choices.stages == tuple(one for one in STAGES if leaves_some(study, stage=one))
        assert choices.school_types
        assert choices.operators
        assert choices.stages


def test_operators_addresses_are_offered_where_a_school_may_stand_at_one(national):
    of = (national, in_a_place(national, "2505"))
    for study in of:
        at_one = (study.schools["placering"] == OPERATORS_ADDRESS).any()
        assert school_choices(study).placings == tuple(one for one in PLACINGS if one != WITHOUT_OFFICES or at_one)
    assert [len(school_choices(study).placings) for study in of] == [3, 2]


def test_of_other_places_there_are_no_school_types_and_no_grades(national):
    centres = replace(national, provenance={**national.provenance, "enheter": "Vårdcentraler"})
    assert centres.units
    choices = school_choices(centres)
    assert (choices.school_types, choices.stages) == ((), ())
    assert choices.operators == school_choices(national).operators


def test_a_study_without_schools_has_nothing_to_choose(national):
    assert school_choices(replace(national, schools=None)) == SchoolChoices()


def test_schools_that_say_nothing_of_themselves_can_be_chosen_by_where_they_count(national):
    unknown = national.schools.assign(skolformer=None, huvudmannatyp="", arskurser=None)
    choices = school_choices(replace(national, schools=unknown))
    assert (choices.school_types, choices.operators, choices.stages) == ((), (), ())
