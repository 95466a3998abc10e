"""Work beside the window: what was asked last is heard, whatever was asked before it and wherever that was kept."""

from __future__ import annotations

import gc
import threading

import pytest
from hands import wait_until
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QThreadPool
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest

from segregation_plugin.domain.messages import InputError
from segregation_plugin.gui.asking import Asking
from segregation_plugin.gui.steps import Steps


@pytest.fixture
def heard(qgis_processing):
    """What was heard, and the errors."""
    return []


def all_ended():
    gc.collect()
    return QgsApplication.taskManager().countActiveTasks() == 0


def test_the_last_question_alone_is_answered_while_earlier_ones_still_run(heard):
    asking, go_on = Asking(), threading.Event()

    def slow(number):
        go_on.wait(20)
        return number

    for number in range(8):
        asking.ask("slow", lambda _task, number=number: slow(number), lambda *answer: heard.append(answer))
        gc.collect()
    go_on.set()
    wait_until(lambda: heard and all_ended())
    assert heard == [(7, None)]


def test_a_question_whose_asker_keeps_nothing_is_answered(heard):
    for number in range(5):
        Asking().ask("kept by nobody", lambda _task, number=number: number, lambda *answer: heard.append(answer))
    gc.collect()
    wait_until(lambda: len(heard) == 5 and all_ended())
    assert sorted(heard) == [(number, None) for number in range(5)]


@pytest.mark.parametrize("answer", [None, [], 0, "", {}])
def test_an_empty_answer_is_an_answer(heard, answer):
    Asking().ask("empty", lambda _task: answer, lambda *answers: heard.append(answers))
    wait_until(lambda: heard)
    assert heard == [(answer, None)]


def test_what_goes_wrong_is_said(heard):
    def refuse(_task):
        raise InputError("No.")

    Asking().ask("wrong", refuse, lambda *answers: heard.append(answers))
    wait_until(lambda: heard)
    ((answer, error),) = heard
    assert answer is None
    assert isinstance(error, InputError)


def test_pictures_are_scaled_while_tasks_in_python_wait(heard):
    """QGIS's own thread keeps Python's lock then, and waits for the pool of threads."""
    pool = QThreadPool.globalInstance()
    before = pool.activeThreadCount()
    asks = [Asking() for _ in range(pool.maxThreadCount())]
    ends = threading.Event()
    begun = []

    def work(_task):
        begun.append(1)
        while not ends.is_set():
            sum(range(1000))

    for one in asks:
        one.ask("a task in Python", work, lambda *_answer: None)
    wait_until(lambda: len(begun) == len(asks))
    picture = QImage(3000, 3000, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.scaledToWidth(1000, Qt.TransformationMode.SmoothTransformation).width() == 1000
    ends.set()
    wait_until(all_ended)
    QTest.qWait(50)
    assert pool.activeThreadCount() <= before


def test_what_is_forgotten_is_stopped_and_not_heard(heard):
    asking, began, stopped = Asking(), threading.Event(), threading.Event()

    def until_stopped(task):
        began.set()
        while not task.isCanceled():
            stopped.wait(0.01)
        stopped.set()

    asking.ask("endless", until_stopped, lambda *answers: heard.append(answers))
    wait_until(began.is_set)
    asking.forget()
    wait_until(all_ended)
    assert stopped.is_set()
    assert heard == []
    asking.forget()


def test_an_answer_may_ask_anew(heard):
    asking = Asking()

    def hear(answer, error):
        heard.append((answer, error))
        if answer < 3:
            asking.ask("again", lambda _task: answer + 1, hear)

    asking.ask("first", lambda _task: 1, hear)
    wait_until(lambda: len(heard) == 3 and all_ended())
    assert [answer for answer, _ in heard] == [1, 2, 3]


def test_what_can_wait_begins_after_the_steps_that_are_being_done(heard):
    steps, order, go_on = Steps(), [], threading.Event()

    def work():
        while not go_on.is_set():
            order.append("step")
            yield

    # As where a study was read: its figures are asked for, then its layers are added.
    Asking().ask("can wait", lambda _task: order.append("figures"), lambda *answer: heard.append(answer))
    steps.start(work(), lambda problem: order.append(problem))
    Asking(at_once=True).ask("urgent", lambda _task: None, lambda *answer: go_on.set())
    wait_until(lambda: heard and all_ended())
    assert set(order[:-2]) == {"step"}
    assert order[-2:] == [None, "figures"]


def test_what_waits_for_steps_begins_where_they_are_given_up(heard):
    steps = Steps()
    steps.start(iter(lambda: None, 0), heard.append)
    Asking().ask("can wait", lambda _task: 1, lambda *answer: heard.append(answer))
    forgotten = Asking()
    forgotten.ask("forgotten", lambda _task: 2, lambda *answer: heard.append(answer))
    forgotten.forget()
    QTest.qWait(50)
    assert heard == []
    steps.stop()
    wait_until(lambda: heard and all_ended())
    assert heard == [(1, None)]
