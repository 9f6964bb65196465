"""The query language: from what somebody types to what is asked for, and back into words."""
