"""What to do first: the section of the report that a recommendation fills."""
