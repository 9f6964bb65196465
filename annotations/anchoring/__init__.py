"""Where annotations sit on a text that has changed since they were made."""

from annotations.anchoring.placing import KeptText, Placer, place

__all__ = ["KeptText", "Placer", "place"]
