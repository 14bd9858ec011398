"""What was found, made whole: what is left unsaid, what kind of number a figure is, what it is compared with."""
