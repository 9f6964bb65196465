"""How ``config.toml`` is read: table by table, every mistake in it collected with its place."""
