"""Overlays to the packet of the worked example: five changes, and two that cost more.

They lie here as text, beside no file of their own, so that tests hold them in hand.
"""

from __future__ import annotations

FIVE_CHANGES = """\
extends: before.yaml
variant: after
changes:
  - id: e-sign
    name: Sign electronically, return by upload
    note: As agreed with HR.
    cost: {one_off: {low: 3000, likely: 4000, high: 6000}, per_year: 2400}
    set:
      complete: {channel: portal, signatures: {electronic: 12}, print: 0, wait: 1 day}
      fix: {channel: portal, signatures: {electronic: 2}, print: 0, scan: 0}
      enter: {rekey: 60, file: 0}
    remove: [scan, fax]
  - id: single-form
    name: One form instead of 42 pages
    cost: {one_off: 2000}
    set: {complete: {pages: 24, repeated_fields: 0}, check: {check: 24}}
  - id: prefill
    name: Fill in what the offer already says
    needs: [single-form]
    set: {complete: {fields: 20}}
  - id: check-daily
    name: Check every packet the day it comes
    set: {check: {wait: 1 day}}
  - id: log-in
    name: Ask for an account in the portal
    add:
      - {before: complete, id: account, name: Open an account, role: candidate,
         channel: portal, logins: 1, fields: 12, work: 10 min, wait: 0}
"""
"""Four that help, one of them needing another, and one that adds a step."""

BY_PHONE = """\
extends: before.yaml
variant: by phone
changes:
  - id: call
    name: HR fills the packet in by phone
    set:
      complete: {pages: 0, fields: 0, repeated_fields: 0, work: 25 min}
      send: {work: 45 min}
"""
"""Work that moves from the candidate to staff."""

SECOND_CHECK = """\
extends: before.yaml
variant: second check
changes:
  - id: twice
    name: Check every packet twice
    add:
      - {after: check, id: again, name: Check again, role: hr, check: 42, wait: 3 days}
"""
"""A change for the worse."""
