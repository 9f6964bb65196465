"""Two long texts side by side: first paint, keys, memory, resizing and idling, beside the peers."""
