"""What becomes of the index of a workspace, whichever engine keeps it."""
