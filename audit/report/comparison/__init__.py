"""Two audits side by side as a page: one record a section, and one for the whole."""
