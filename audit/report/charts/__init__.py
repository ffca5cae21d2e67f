"""Charts as SVG that needs no style sheet and no script."""
