"""From processes to results: audit one, compare two, rank several."""

from audit.pipeline.auditing import audit_process

__all__ = ["audit_process"]
