"""The terminal: the command line, the reading screen, its panes, keys and themes."""
