"""The commands, a module each: ``arguments(parser)`` and ``run(args)``, imported on use."""
