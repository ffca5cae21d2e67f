"""A result as a page for leadership and as text for a mail."""

from audit.report.html import render_html
from audit.report.text import render_text, render_text_many

__all__ = ["render_html", "render_text", "render_text_many"]
