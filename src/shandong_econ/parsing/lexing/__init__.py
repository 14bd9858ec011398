"""The first stage that knows the genre: a sentence cut into tokens, each of one class of the grammar."""
