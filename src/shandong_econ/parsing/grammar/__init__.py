"""What is said with a figure: named shapes over classes of tokens, compiled to patterns that are matched in C."""
