"""Two processes in one map: what is gone, what is new, what is left and how."""
