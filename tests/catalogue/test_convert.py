"""Data is fitted into its shape piece by piece, and every misfit is told in plain words."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, inspect

from kinetic_home.catalogue.convert import read_as, upgraded
from kinetic_home.catalogue.problems import ContentError, Findings
from kinetic_home.catalogue.reading import Document
from kinetic_home.catalogue.wording import wanted


class Colour(Enum):
    RED = "red"
    GREEN = "green"


class Inner(msgspec.Struct, forbid_unknown_fields=True):
    name: str


class Shape(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    schema: int = 1
    whole: Annotated[int, Meta(ge=0, le=9)] | None = None
    share: Annotated[float, Meta(gt=0, lt=1)] | None = None
    amount: float = 0.0
    word: Annotated[str, Meta(max_length=3)] = ""
    code: Annotated[str, Meta(pattern="^[a-z]$", extra={"wanted": "one small letter"})] | None = None
    flag: bool = False
    side: Literal["left", "right"] = "left"
    colour: Colour = Colour.RED
    pair: tuple[int, int] | None = None
    words: Annotated[list[str], Meta(max_length=2)] = []
    table: Inner | None = None
    tables: list[Inner] = []
    by_key: dict[Annotated[str, Meta(pattern="^[a-z]$", extra={"wanted": "one small letter"})], int] = {}
    anything: Any = None


def document(data: dict[str, Any]) -> Document:
    return Document(name="f", data=data, digest="", problems=())


def told(**data: Any) -> list[str]:
    findings = Findings("f")
    read_as(document(data), Shape, findings)
    return [str(problem)[3:] for problem in findings.problems]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"whole": 10}, "whole: must be a whole number from 0 to 9, not 10"),
        ({"whole": True}, "whole: must be a whole number from 0 to 9, not true"),
        ({"whole": 1.0}, "whole: must be a whole number from 0 to 9, not 1.0"),
        ({"whole": 10**5000}, "whole: must be a whole number from 0 to 9, not a huge number"),
        ({"share": 1}, "share: must be a number above 0 and below 1, not 1"),
        ({"amount": "1"}, "amount: must be a number, not '1'"),
        ({"amount": False}, "amount: must be a number, not false"),
        ({"word": "four"}, "word: must be text of at most 3 characters, not 'four'"),
        ({"word": []}, "word: must be text of at most 3 characters, not a list of 0"),
        ({"word": "x" * 100}, f"word: must be text of at most 3 characters, not '{'x' * 57}...'"),
        ({"code": "A"}, "code: must be one small letter, not 'A'"),
        ({"flag": 1}, "flag: must be true or false, not 1"),
        ({"side": "wright"}, "side: must be one of left, right, not 'wright' (did you mean 'right'?)"),
        ({"colour": "blue"}, "colour: must be one of red, green, not 'blue'"),
        ({"pair": [1]}, "pair: must be a pair such as [1, 4], each a whole number, not a list of 1"),
        ({"pair": [1, "2"]}, "pair: must be a pair such as [1, 4], each a whole number, not a list of 2"),
        ({"words": ["a", 1]}, "words[2]: must be text, not 1"),
        ({"words": ["a", "b", "c"]}, "words: must be a list of at most 2, not 3"),
        ({"words": "a"}, "words: must be a list of at most 2, not 'a'"),
        ({"table": 3}, "table: must be a table, not 3 (its keys are name)"),
        ({"table": {}}, "table.name: is missing (it must be text)"),
        ({"table": {"name": 1}}, "table.name: must be text, not 1"),
        (
            {"tables": [{"name": "a"}, {"nam": "b", "name": "b"}]},
            "tables[2].nam: unknown key 'nam' (did you mean 'name'?)",
        ),
        ({"tables": {}}, "tables: must be a list, not a table"),
        ({"by_key": {"A": 1}}, "by_key.A: unknown key 'A' (use one small letter)"),
        ({"by_key": {"a": "1"}}, "by_key.a: must be a whole number, not '1'"),
        ({"by_key": []}, "by_key: must be a table, not a list of 0"),
        ({"zzz": 1}, "zzz: unknown key 'zzz' (the keys here are schema, whole, share, amount, word, code, flag, side,"),
        ({"schema": 0.5}, "schema: must be a whole number, not 0.5"),
    ],
)
def test_a_misfit_is_told_in_plain_words(data: dict[str, Any], expected: str) -> None:
    problems = told(**data)
    assert len(problems) == 1
    assert problems[0].startswith(expected)


def test_what_fits_is_taken_as_it_is() -> None:
    findings = Findings("f")
    data = {
        "whole": 3,
        "share": 0.5,
        "code": "a",
        "colour": "green",
        "pair": [1, 2],
        "by_key": {"a": 1},
        "anything": [{}],
    }
    assert read_as(document(data), Shape, findings) == msgspec.convert(data, Shape)
    assert findings.problems == []


def test_everything_that_fits_beside_a_misfit_is_no_problem() -> None:
    data = {"share": 0.5, "amount": 1, "flag": True, "side": "right", "colour": "red", "pair": [1, 2], "anything": {}}
    assert told(whole=-1, word="abc", code="a", words=["a"], by_key={"a": 1}, table={"name": ""}, **data) == [
        "whole: must be a whole number from 0 to 9, not -1"
    ]


def test_a_value_noted_before_is_not_told_twice() -> None:
    findings = Findings("f")
    noted = Findings("f")
    noted.add("whole", "is no number")
    read_as(Document(name="f", data={"whole": -1}, digest="", problems=tuple(noted.problems)), Shape, findings)
    assert findings.problems == noted.problems


def test_what_only_msgspec_can_refuse_is_told_in_its_words() -> None:
    class Even(msgspec.Struct):
        number: Annotated[int, Meta(multiple_of=2)]

    findings = Findings("f")
    read_as(document({"number": 1}), Even, findings)
    assert str(findings.problems[0]).startswith("f: whole file: Expected `int` that's a multiple of 2")


json_like = st.recursive(
    st.none() | st.booleans() | st.integers(-20, 20) | st.floats() | st.sampled_from(["a", "A", "red", "left", "long"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "A", "name"]), inner, max_size=2),
    max_leaves=5,
)


@given(data=st.dictionaries(st.sampled_from(list(Shape.__struct_fields__)[1:]), json_like, max_size=5))
def test_a_file_is_refused_exactly_where_msgspec_refuses_it(data: dict[str, Any]) -> None:
    try:
        msgspec.convert(data, Shape)
        fits = True
    except msgspec.ValidationError:
        fits = False
    assert (told(**data) == []) is fits


@pytest.mark.parametrize("name", list(Shape.__struct_fields__))
@given(value=json_like)
def test_each_key_is_judged_as_msgspec_judges_it(name: str, value: Any) -> None:
    try:
        msgspec.convert({name: value}, Shape)
        fits = True
    except msgspec.ValidationError:
        fits = False
    # TOML has no null, and a file of another schema is another story.
    if value is not None and not (name == "schema" and isinstance(value, int) and value != 1):
        findings = Findings("f")
        from kinetic_home.catalogue.convert import _fitted

        _fitted({name: value}, inspect.type_info(Shape), "", findings)
        assert (findings.problems == []) is fits


def test_an_older_file_goes_through_every_upgrade_since() -> None:
    def second(data: dict[str, object]) -> dict[str, object]:
        return {**data, "schema": 2, "title": data["name"]}

    def third(data: dict[str, object]) -> dict[str, object]:
        return {"schema": 3, "title": f"{data['title']}!"}

    assert upgraded(document({"name": "a"}), (second, third)) == {"schema": 3, "title": "a!"}
    assert upgraded(document({"schema": 2, "title": "b"}), (second, third)) == {"schema": 3, "title": "b!"}
    assert upgraded(document({"schema": 3, "title": "c"}), (second, third)) == {"schema": 3, "title": "c"}


def test_a_newer_file_is_refused_with_the_way_out() -> None:
    with pytest.raises(ContentError) as caught:
        upgraded(document({"schema": 2, "anything": "else"}))
    assert str(caught.value) == (
        "f: schema: was made for a newer version of Kinetic Home (schema 2; this one reads up to 1) "
        "(install the newest Kinetic Home, or ask for the file in the older format)"
    )


@pytest.mark.parametrize("schema", [0, -1, True, "2", 1.5])
def test_a_schema_that_is_no_version_is_left_to_the_conversion(schema: object) -> None:
    assert upgraded(document({"schema": schema})) == {"schema": schema}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Annotated[int, Meta(ge=1)], "a whole number, 1 or more"),
        (Annotated[list[int], Meta(min_length=2)], "a list of 2 or more"),
        (Annotated[float, Meta(le=1.5)], "a number, at most 1.5"),
        (dict[str, int], "a table"),
        (Any, "a table"),
    ],
)
def test_what_is_wanted_is_said(kind: Any, words: str) -> None:
    assert wanted(inspect.type_info(kind)) == words
