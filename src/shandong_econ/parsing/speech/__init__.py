"""Who says what in a text: quotations, reported speech, expectations and promises."""
