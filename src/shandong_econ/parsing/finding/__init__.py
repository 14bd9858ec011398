"""What is found before anything is made of it: numbers, times, places, series, and a sentence cut into them."""
