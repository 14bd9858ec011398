"""What a reader has in mind while reading on, by what it is about: the parts of a `Scene`."""
