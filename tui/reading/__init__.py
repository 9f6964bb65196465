"""The reading screen: panes, panels, tray and status line put together."""
