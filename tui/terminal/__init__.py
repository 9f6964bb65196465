"""What is sent to the terminal: as little as shows what is to be seen."""
