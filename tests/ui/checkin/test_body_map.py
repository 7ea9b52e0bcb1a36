from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinetic_home.domain.scales import Place
from kinetic_home.ui.checkin.body_map import BodyMap, place_words
from kinetic_home.ui.theme.look import Look


@pytest.fixture
def body(look: Look, qtbot: QtBot) -> BodyMap:
    body = BodyMap(look)
    qtbot.addWidget(body)
    body.resize(900, 560)
    return body


def test_every_place_can_be_pointed_at_and_only_once(body: BodyMap) -> None:
    places = [region.place for region in body._regions]
    assert sorted(places) == sorted(Place)


@pytest.mark.parametrize("place", Place)
def test_a_click_on_a_place_chooses_it_and_a_second_click_lets_it_go(body: BodyMap, qtbot: QtBot, place: Place) -> None:
    region = next(region for region in body._regions if region.place is place)
    spot = body._transform().map(region.shape.pointAtPercent(0) * 0.02 + region.centre * 0.98).toPoint()
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=spot)
    assert body.places == (place,)
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=spot)
    assert body.places == ()


def test_a_finger_just_beside_the_knee_means_its_side(body: BodyMap, qtbot: QtBot) -> None:
    region = next(region for region in body._regions if region.place is Place.LEFT_KNEE_OUTER)
    beside = region.shape.boundingRect().center()
    beside.setX(region.shape.boundingRect().left() - 6)
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=body._transform().map(beside).toPoint())
    assert body.places == (Place.LEFT_KNEE_OUTER,)


def test_a_click_far_from_the_legs_chooses_nothing(body: BodyMap, qtbot: QtBot) -> None:
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=body.rect().topLeft())
    assert body.places == ()


def test_the_arrows_reach_every_place(body: BodyMap, qtbot: QtBot) -> None:
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    reached, open_places = {body.cursor_place}, [body.cursor_place]
    while open_places:
        start = open_places.pop()
        for arrow in arrows:
            body._cursor = start
            qtbot.keyClick(body, arrow)
            if body.cursor_place not in reached:
                reached.add(body.cursor_place)
                open_places.append(body.cursor_place)
    assert reached == set(Place)


def test_space_chooses_where_the_keyboard_is_and_says_so(body: BodyMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(body.changed) as changed:
        qtbot.keyClick(body, Qt.Key.Key_Space)
    assert changed.args == [(body.cursor_place,)]
    assert body.accessibleName() == f"{place_words(body.cursor_place)}: chosen"


def test_left_lies_on_the_left_in_both_pictures(body: BodyMap) -> None:
    centres = {region.place: region.centre.x() for region in body._regions}
    assert centres[Place.LEFT_KNEE_FRONT] < centres[Place.RIGHT_KNEE_FRONT]
    assert centres[Place.LEFT_CALF] < centres[Place.RIGHT_CALF]


def test_the_outer_side_of_a_knee_is_away_from_the_other_leg(body: BodyMap) -> None:
    centres = {region.place: region.centre.x() for region in body._regions}
    assert centres[Place.LEFT_KNEE_OUTER] < centres[Place.LEFT_KNEE_INNER]
    assert centres[Place.RIGHT_KNEE_INNER] < centres[Place.RIGHT_KNEE_OUTER]


@pytest.mark.parametrize(
    ("place", "words"),
    [(Place.LEFT_KNEE_INNER, "left knee, inner"), (Place.RIGHT_CALF, "right calf"), (Place.LEFT_HEEL, "left heel")],
)
def test_a_place_is_named_in_words(place: Place, words: str) -> None:
    assert place_words(place) == words
