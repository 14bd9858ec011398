"""What is found before anything is made of it: numbers, times, places, and the series that words name."""
