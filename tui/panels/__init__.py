"""The panels beside the text: library, outline, search results, review queue."""
