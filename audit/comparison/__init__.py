"""Before against after: what differs, what bought it, and how sure that is."""
