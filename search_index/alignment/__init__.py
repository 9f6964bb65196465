"""What in one text speaks of the same thing as a sentence of another, and where the two differ."""
