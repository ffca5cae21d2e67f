"""Changes of the user's own, in a file that joins the catalogue that ships."""
