"""What Sidelight is measured against."""
