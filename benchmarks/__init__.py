"""Each speed and size that Sidelight claims, measured against its peers in one run."""
