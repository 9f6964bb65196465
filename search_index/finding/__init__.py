"""Whether and where a text holds what a query asks for."""
