"""One pane of the reading screen: its view of a document, how it is painted, and its widget."""
