"""The process map: swimlanes in bands, as drawings."""
