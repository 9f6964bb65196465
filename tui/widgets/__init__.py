"""Small widgets that paint their own rows."""
