"""What a role's `defaults` say about keys that its steps leave out."""

from __future__ import annotations

from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.step_format import StepMap


def with_defaults(step: StepMap, written: ProcessMap) -> StepMap:
    """Return the step with its gaps filled.

    A key that the step states, be it as null, is no gap; a key is filled whole.
    """
    defaults = (written.defaults or {}).get(step.role)
    if defaults is None:
        return step
    fill = {
        name: getattr(defaults, name)
        for name in defaults.model_fields_set - step.model_fields_set
    }
    return step.model_copy(update=fill) if fill else step


def origin(step: StepMap, path: Path, key: str, document: Document) -> Path:
    """Return the path where a step's value was written: in the step or the defaults."""
    own = (*path, key)
    return own if document.has(own) else ("defaults", step.role, key)
