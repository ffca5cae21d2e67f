"""Hiring with people who are busy: queues, calendars, other duties, and who leaves."""
