"""A table into observations: its body is found, its heads are told apart, and each cell is read by the path to it."""
