"""Full-text search over documents and annotations."""
