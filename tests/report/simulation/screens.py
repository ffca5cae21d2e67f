"""Screens to render."""

from __future__ import annotations

from audit.result.screening import (
    CallNumber,
    ReadingPlan,
    Reread,
    SimulatedScreen,
)

SCREEN = SimulatedScreen(
    step="filter",
    name="Keyword filter",
    method="keyword",
    turned_away=20.0,
    qualified_lost=3.5,
    audited=None,
    to_read=240,
    plans=(
        ReadingPlan(points=10, read=66, none_found_below=0.054),
        ReadingPlan(points=5, read=240, none_found_below=0.0153),
    ),
    read=240,
    rereads=(
        Reread(
            qualified=0,
            share=0.0,
            low=0.0,
            high=0.0153,
            lost=0.0,
            lost_low=0.0,
            lost_high=0.306,
        ),
        Reread(
            qualified=42,
            share=0.175,
            low=0.129,
            high=0.229,
            lost=3.5,
            lost_low=2.58,
            lost_high=4.58,
        ),
    ),
    calls=2.0,
    call_minutes=20.0,
    call_cost=15.2,
    currency="USD",
    passed_on=1.0,
    hires_gained=0.04,
    hires_gained_low=0.03,
    hires_gained_high=0.05,
    call_numbers=(
        CallNumber(
            key="near",
            value=0.1,
            low=0.05,
            high=0.25,
            evidence=("FIL-12",),
            grade="D",
            note="Judgement: one in ten.",
        ),
        CallNumber(
            key="call",
            value=10.0,
            low=10.0,
            high=10.0,
            evidence=(),
            grade="D",
            note="",
        ),
    ),
)
