"""What stands over a text and under it."""
