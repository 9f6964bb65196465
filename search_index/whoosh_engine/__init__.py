"""The index that is kept with Whoosh, and who builds it."""
