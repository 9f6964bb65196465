"""Marks on texts: the model, the TOML files, anchoring, undo and exports."""
