"""A result as a page for leadership and as text for a mail."""

from audit.report.comparison.html import render_comparison_html
from audit.report.comparison.text import render_comparison_text
from audit.report.html import render_html
from audit.report.recommendation.text import render_recommendation_text
from audit.report.scenarios.html import render_scenarios_html
from audit.report.scenarios.text import render_scenarios_text
from audit.report.simulation.html import render_simulation_html
from audit.report.simulation.scenarios.html import render_simulation_scenarios_html
from audit.report.text import render_text, render_text_many

__all__ = [
    "render_comparison_html",
    "render_comparison_text",
    "render_html",
    "render_recommendation_text",
    "render_scenarios_html",
    "render_scenarios_text",
    "render_simulation_html",
    "render_simulation_scenarios_html",
    "render_text",
    "render_text_many",
]
