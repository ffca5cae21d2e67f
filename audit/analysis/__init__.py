"""Exact analytics of a hiring process."""

from audit.analysis.analysis import Analysis
from audit.analysis.flow_time import DEFAULT_ACCURACY, FlowTime
from audit.analysis.graph import forward_graph, join_of, process_graph
from audit.analysis.screening import ScreenYield
from audit.analysis.silence import silent_days

__all__ = [
    "DEFAULT_ACCURACY",
    "Analysis",
    "FlowTime",
    "ScreenYield",
    "forward_graph",
    "join_of",
    "process_graph",
    "silent_days",
]
