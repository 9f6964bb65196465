"""The terminal: the command line, the reading screen, its panes, keys and themes."""

__version__ = "0.1.0"
