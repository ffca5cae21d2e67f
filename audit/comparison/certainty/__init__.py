"""How sure it is that an after is better, when prices and inputs may be off."""
