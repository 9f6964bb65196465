"""What an index does not know yet, kept in memory so that it need not be read for each query."""
