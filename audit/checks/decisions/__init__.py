"""How decisions are made: who approves, who sifts, how often they look."""
