"""Turn a file's plain data into the shapes of the schema, and find everything that does not fit at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

import msgspec
from msgspec import inspect as shape

from kinetic_home.catalogue.problems import ContentError, Findings, did_you_mean, shown
from kinetic_home.catalogue.reading import Document, item_path, key_path
from kinetic_home.catalogue.wording import choices, plain_type, wanted

_T = TypeVar("_T", bound=msgspec.Struct)

Upgrader = Callable[[dict[str, object]], dict[str, object]]
# The upgrader at place n - 1 turns a file of schema n into one of schema n + 1. There is only schema 1 so far.
UPGRADERS: tuple[Upgrader, ...] = ()


def read_as(document: Document, kind: type[_T], findings: Findings) -> _T:
    """Return a file's data as a schema's struct.

    Where something does not fit, it goes into the findings and a stand-in takes its place, so that the caller can
    go on to check the rest; such a struct is never to be used. Raises ContentError where the file is of a newer
    version, because nothing can be said about the rest of it.
    """
    findings.problems.extend(document.problems)
    data = upgraded(document)
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        # msgspec stops at the first fault: go through the data piece by piece for all of them.
        value = _fitted(data, shape.type_info(kind), "", findings)
        if not findings.problems:
            findings.add("", str(error))
        return cast("_T", value)


def upgraded(document: Document, upgraders: tuple[Upgrader, ...] = UPGRADERS) -> dict[str, object]:
    """Return the data of an older file as the newest schema has it; a file that names no schema is of the first.

    Raises ContentError for a newer file.
    """
    data, newest = document.data, len(upgraders) + 1
    version = data.get("schema", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return data  # the conversion says what is wrong with it
    if version > newest:
        findings = Findings(document.name)
        findings.add(
            "schema",
            f"was made for a newer version of Kinetic Home (schema {version}; this one reads up to {newest})",
            "install the newest Kinetic Home, or ask for the file in the older format",
        )
        raise ContentError(findings.problems)
    for upgrade in upgraders[version - 1 :]:
        data = upgrade(data)
    return data


def _fitted(value: object, info: shape.Type, path: str, findings: Findings) -> Any:
    """Return the value as its type says; where it does not fit, note why and return a stand-in."""
    match plain := plain_type(info):
        case shape.StructType():
            return _fitted_table(value, plain, path, findings)
        case shape.ListType() if isinstance(value, list):
            if not _within(len(value), plain.min_length, plain.max_length):
                findings.add(path, f"must be {wanted(info)}, not {len(value)}")
            return [
                _fitted(item, plain.item_type, item_path(path, index), findings) for index, item in enumerate(value)
            ]
        case shape.DictType() if isinstance(value, dict):
            return _fitted_mapping(value, plain, path, findings)
        case _ if _fits(value, plain):
            return value
        case _:
            near = did_you_mean(value, choices(plain)) if isinstance(value, str) else ""
            findings.add(path, f"must be {wanted(info)}, not {shown(value)}", near)
            return _stand_in(value, plain)


def _fitted_table(value: object, info: shape.StructType, path: str, findings: Findings) -> msgspec.Struct:
    fields = {field.encode_name: field for field in info.fields}
    keys = ", ".join(fields)
    if not isinstance(value, dict):
        findings.add(path, f"must be a table, not {shown(value)}", f"its keys are {keys}")
        value, findings = {}, Findings(findings.file)  # that the keys are missing needs no saying now
    for key in value:
        if key not in fields:
            hint = did_you_mean(key, list(fields), f"the keys here are {keys}")
            findings.add(key_path(path, key), f"unknown key {shown(key)}", hint)
    found: dict[str, Any] = {}
    for name, field in fields.items():
        place = key_path(path, name)
        if name in value:
            found[field.name] = _fitted(value[name], field.type, place, findings)
        elif field.required:
            findings.add(place, "is missing", f"it must be {wanted(field.type)}")
            found[field.name] = _stand_in(None, plain_type(field.type))
    return info.cls(**found)


def _fitted_mapping(value: dict[str, object], info: shape.DictType, path: str, findings: Findings) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for name, item in value.items():
        place = key_path(path, name)
        if not _fits(name, plain_type(info.key_type)):
            hint = did_you_mean(name, choices(info.key_type), f"use {wanted(info.key_type)}")
            findings.add(place, f"unknown key {shown(name)}", hint)
        found[name] = _fitted(item, info.value_type, place, findings)
    return found


def _fits(value: object, info: shape.Type) -> bool:
    """Tell whether a plain value fits its type, as msgspec would."""
    match info:
        case shape.IntType():
            return isinstance(value, int) and not isinstance(value, bool) and _in_limits(value, info)
        case shape.FloatType():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            return number and _in_limits(cast("float", value), info)
        case shape.StrType():
            text = isinstance(value, str) and _within(len(value), info.min_length, info.max_length)
            return text and (info.pattern is None or re.search(info.pattern, str(value)) is not None)
        case shape.BoolType():
            return isinstance(value, bool)
        case shape.LiteralType():
            return any(value == one and type(value) is type(one) for one in info.values)
        case shape.EnumType():
            return value in choices(info)
        case shape.TupleType():
            inner = [plain_type(item) for item in info.item_types]
            return isinstance(value, list) and len(value) == len(inner) and all(map(_fits, value, inner))
        case shape.UnionType():
            return any(_fits(value, plain_type(inner)) for inner in info.types)
        case _:
            return isinstance(info, shape.AnyType)


def _in_limits(number: float, info: shape.IntType | shape.FloatType) -> bool:
    above = info.gt is None or number > info.gt
    return above and (info.lt is None or number < info.lt) and _within(number, info.ge, info.le)


def _within(number: float, low: float | None, high: float | None) -> bool:
    return (low is None or low <= number) and (high is None or number <= high)


def _stand_in(value: object, info: shape.Type) -> Any:
    """Return something with which the check can go on; text stays as it is, so that what names it still finds it."""
    match info:
        case shape.StrType():
            return value if isinstance(value, str) else ""
        case shape.ListType():
            return []
        case shape.DictType():
            return {}
        case shape.StructType():
            return _fitted_table({}, info, "", Findings(""))
        case _:
            return None
