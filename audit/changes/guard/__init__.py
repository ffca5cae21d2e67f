"""What the law asks to be kept, as data, and who breaks it: a checklist, not advice."""
