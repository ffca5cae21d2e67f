"""The kinds of values that keys of the file format take.

Each is a reader of `scalars` wrapped for pydantic, with the name of its JSON Schema.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    model_validator,
)

from audit.loaders import scalars
from audit.loaders.fault import Fault, Faults
from audit.loaders.problem_text import did_you_mean, shown
from audit.loaders.sums import scaled
from audit.model import (
    Basis,
    Channel,
    Contact,
    FlowKind,
    Justification,
    Leaver,
    OnFailure,
    Pass,
    Per,
    Position,
    Priority,
    Quantity,
    Removable,
    Scheduling,
    Scope,
    ScreenMethod,
    Side,
    StepKind,
    WaitCause,
)
from audit.units import CALENDAR_PER_BUSINESS_DAY

REST: Literal["rest"] = "rest"
_ID = re.compile(r"[^\W_][\w.-]*")
MAX_ID = 60


class Missing(str):
    """Stands for a required value that the file lacks, while the rest is checked."""

    __slots__ = ()


class FileMap(BaseModel):
    """A mapping of the file format: no key beyond those it names.

    A required key that is there but empty counts as missing.
    """

    # Only the whole file is ever validated: its parts need no validators of their own.
    model_config = ConfigDict(extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_required(cls, data: Any) -> Any:
        if not isinstance(data, dict) or None not in data.values():
            return data
        required_keys = {k for k, f in cls.model_fields.items() if f.is_required()}
        return {
            key: value
            for key, value in data.items()
            if value is not None or key not in required_keys
        }


def key(description: str, example: object, **more: Any) -> Any:
    """Return an optional key with its help."""
    return Field(default=None, description=description, examples=[example], **more)


def required(description: str, example: object, **more: Any) -> Any:
    """Return a required key with its help."""
    return Field(description=description, examples=[example], **more)


def _in_business_days(info: ValidationInfo) -> bool:
    return bool(info.context and info.context["business"])


def _days(value: object, info: ValidationInfo) -> Quantity | None:
    return scalars.calendar_days(value, business=_in_business_days(info))


def _day_list(value: object, info: ValidationInfo) -> tuple[float, ...] | None:
    """Read moments as durations from the start of the clock."""
    if value is None:
        return None
    if not isinstance(value, list):
        raise Fault("E016", f"expected a list of times, found {shown(value)}")
    found: list[float] = []
    for place, one in enumerate(value):
        try:
            read = _days(one, info)
        except Fault as fault:
            raise fault.under(place) from None
        except Faults as several:
            raise Faults([fault.under(place) for fault in several.faults]) from None
        if read is None:
            raise Fault("E016", "expected a time, found nothing", path=(place,))
        found.append(read.mean)
    return tuple(found)


def _total_days(value: object, info: ValidationInfo) -> Quantity | None:
    """Read a published total of days: a duration, or a number in the file's days."""
    try:
        total = scalars.count(value)
    except (Fault, Faults):
        return _days(value, info)
    if total is None or not _in_business_days(info):
        return total
    return scaled(total, CALENDAR_PER_BUSINESS_DAY)


def _silence(value: object, info: ValidationInfo) -> Quantity | bool | None:
    word = value.lower() if isinstance(value, str) else ""
    if word in {"true", "yes", "on", "false", "no", "off"}:
        return scalars.flag(value)
    return _days(value, info)


def _pages(value: object) -> Quantity | bool | None:
    word = value.lower() if isinstance(value, str) else ""
    if word in {"true", "yes", "on", "false", "no", "off"}:
        return scalars.flag(value)
    return scalars.count(value)


def _flow_share(value: object) -> Quantity | Pass | Literal["rest"] | None:
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z]+", value):
        if value == REST:
            return REST
        if value in {"pass", "fail"}:
            return Pass(value)
        raise Fault(
            "E036",
            f"'{shown(value)}' is not a share",
            hint=did_you_mean(value, ("rest", "pass", "fail"), "words for a share"),
        )
    return scalars.share(value)


def identifier(value: object) -> str:
    """Read an id.

    Raises:
        Fault: it is not one word of letters, digits, _ - and .
    """
    if isinstance(value, Missing):
        return value
    if not isinstance(value, str):
        raise Fault("E024", f"an id is a word, not {shown(value)}")
    if len(value) > MAX_ID or not _ID.fullmatch(value):
        plain = re.sub(r"[^\w.-]+", "_", value).strip("_.-")[:MAX_ID]
        raise Fault(
            "E024",
            f"'{shown(value)}' cannot be an id",
            label="letters, digits, _ - .",
            hint=f"write {plain}, and keep the words in 'name'" if plain else "",
        )
    return value


def _reference(value: object) -> str:
    if isinstance(value, str):
        return value if isinstance(value, Missing) else value.strip()
    raise Fault("E016", f"expected an id, found {shown(value)}")


def _words(kind: type[StrEnum]) -> PlainValidator:
    def read(value: object) -> Any:
        if isinstance(value, Missing):
            return value
        return scalars.word_of(kind, value)

    return PlainValidator(read)


class Named:
    """Gives a value the name of its JSON Schema; `schema` has the schemas."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {"x-kind": self.name}


Text = Annotated[str | None, PlainValidator(scalars.text), Named("text")]
Note = Annotated[str | None, PlainValidator(scalars.note), Named("text")]
Date = Annotated[str | None, PlainValidator(scalars.date), Named("text")]
Flag = Annotated[bool | None, PlainValidator(scalars.flag), Named("flag")]
Count = Annotated[Quantity | None, PlainValidator(scalars.count), Named("count")]
Money = Annotated[Quantity | None, PlainValidator(scalars.count), Named("money")]
Share = Annotated[Quantity | None, PlainValidator(scalars.share), Named("share")]
DailyShare = Annotated[
    Quantity | None, PlainValidator(scalars.daily_share), Named("share")
]
Days = Annotated[Quantity | None, PlainValidator(_days), Named("duration")]
DayList = Annotated[
    tuple[float, ...] | None, PlainValidator(_day_list), Named("day_list")
]
TotalDays = Annotated[Quantity | None, PlainValidator(_total_days), Named("total_days")]
Minutes = Annotated[Quantity | None, PlainValidator(scalars.minutes), Named("duration")]
Silence = Annotated[Quantity | bool | None, PlainValidator(_silence), Named("silence")]
PagesOrAll = Annotated[
    Quantity | bool | None, PlainValidator(_pages), Named("pages_or_all")
]
FlowShare = Annotated[
    Quantity | Pass | Literal["rest"] | None,
    PlainValidator(_flow_share),
    Named("flow_share"),
]
Id = Annotated[str, PlainValidator(identifier), Named("id")]
Reference = Annotated[str, PlainValidator(_reference), Named("reference")]

SideWord = Annotated[Side, _words(Side), Named("Side")]
KindWord = Annotated[StepKind | None, _words(StepKind), Named("StepKind")]
ChannelWord = Annotated[Channel | None, _words(Channel), Named("Channel")]
ScopeWord = Annotated[Scope | None, _words(Scope), Named("Scope")]
PerWord = Annotated[Per | None, _words(Per), Named("Per")]
CauseWord = Annotated[WaitCause | None, _words(WaitCause), Named("WaitCause")]
PriorityWord = Annotated[Priority | None, _words(Priority), Named("Priority")]
OnFailureWord = Annotated[OnFailure | None, _words(OnFailure), Named("OnFailure")]
FlowKindWord = Annotated[FlowKind | None, _words(FlowKind), Named("FlowKind")]
MethodWord = Annotated[ScreenMethod, _words(ScreenMethod), Named("ScreenMethod")]
JustifiedWord = Annotated[
    Justification | None, _words(Justification), Named("Justification")
]
RemovableWord = Annotated[Removable | None, _words(Removable), Named("Removable")]
ContactWord = Annotated[Contact | None, _words(Contact), Named("Contact")]
PositionWord = Annotated[Position | None, _words(Position), Named("Position")]
SchedulingWord = Annotated[Scheduling | None, _words(Scheduling), Named("Scheduling")]
LeaverWord = Annotated[Leaver | None, _words(Leaver), Named("Leaver")]
BasisWord = Annotated[Basis | None, _words(Basis), Named("Basis")]


class Cover(StrEnum):
    """What the work minutes of a step include."""

    CORE = "core"
    ALL = "all"


class DayCount(StrEnum):
    """What plain days in the file are."""

    CALENDAR = "calendar"
    BUSINESS = "business"


CoverWord = Annotated[Cover | None, _words(Cover), Named("Cover")]
DayCountWord = Annotated[DayCount | None, _words(DayCount), Named("DayCount")]
