"""What each action does, a file for each group of them."""
