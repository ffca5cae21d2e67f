"""What a reader of one value raises when the value will not do."""

from __future__ import annotations

from collections.abc import Sequence


class Fault(ValueError):
    """One thing wrong inside a value; knows no file and no line."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        label: str = "",
        hint: str = "",
        path: tuple[str | int, ...] = (),
        key: bool = False,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.label = label
        self.hint = hint
        self.path = path
        """From the value down to the wrong part."""
        self.key = key
        """The key is wrong, not what it holds."""

    def under(self, part: str | int) -> Fault:
        """Return the same fault seen from one level above."""
        return Fault(
            self.code,
            self.message,
            label=self.label,
            hint=self.hint,
            path=(part, *self.path),
            key=self.key,
        )


class Faults(ValueError):
    """Several things wrong inside one value."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = tuple(faults)
