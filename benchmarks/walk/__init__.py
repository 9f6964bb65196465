"""A random walk of keys, resizes, mouse events and changed files over hostile texts."""
