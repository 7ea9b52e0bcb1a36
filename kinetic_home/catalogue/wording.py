"""Say in plain words what a schema's type wants, for the messages about a value that does not fit."""

from __future__ import annotations

from msgspec import inspect as shape


def plain_type(info: shape.Type) -> shape.Type:
    """Return a type without its remarks and without «or nothing»; TOML has no null."""
    if isinstance(info, shape.Metadata):
        return plain_type(info.type)
    if isinstance(info, shape.UnionType):
        types = [inner for inner in info.types if not isinstance(inner, shape.NoneType)]
        return plain_type(types[0]) if len(types) == 1 else shape.UnionType(tuple(types))
    return info


def choices(info: shape.Type) -> list[str]:
    """Return the words among which a value must be; none where the type is not such a choice."""
    match plain := plain_type(info):
        case shape.LiteralType():
            return [str(value) for value in plain.values]
        case shape.EnumType():
            return [str(member.value) for member in plain.cls]
        case shape.UnionType():
            return [choice for inner in plain.types for choice in choices(inner)]
        case _:
            return []


def wanted(info: shape.Type) -> str:
    """Return what a value must be, to follow «must be»."""
    if own := _own_words(info):
        return own
    match plain := plain_type(info):
        case shape.IntType():
            return "a whole number" + _limits(plain.ge, plain.le)
        case shape.FloatType() if plain.gt is not None and plain.lt is not None:
            return f"a number above {plain.gt:g} and below {plain.lt:g}"
        case shape.FloatType():
            return "a number" + _limits(plain.ge, plain.le)
        case shape.StrType():
            return "text" + ("" if plain.max_length is None else f" of at most {plain.max_length} characters")
        case shape.BoolType():
            return "true or false"
        case shape.LiteralType() | shape.EnumType():
            return "one of " + ", ".join(choices(plain))
        case shape.ListType():
            return "a list" + _limits(plain.min_length, plain.max_length, "of ")
        case shape.TupleType():
            return f"a pair such as [1, 4], each {wanted(plain.item_types[0])}"
        case _:
            return "a table"


def _own_words(info: shape.Type) -> str:
    """Return the words that the schema itself gives for a type, as `wanted`."""
    match info:
        case shape.Metadata():
            return (info.extra or {}).get("wanted") or _own_words(info.type)
        case shape.UnionType():
            return next(filter(None, map(_own_words, info.types)), "")
        case _:
            return ""


def _limits(low: float | None, high: float | None, before: str = "from ") -> str:
    match low, high:
        case None, None:
            return ""
        case _, None:
            return f"{' of' if before == 'of ' else ','} {low:g} or more"
        case None, _:
            return f"{' of' if before == 'of ' else ','} at most {high:g}"
        case _:
            return f" {before}{low:g} to {high:g}"
