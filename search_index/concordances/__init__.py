"""Words in their contexts: concordance lines, collocates and frequencies."""
