"""What later words leave unsaid: frozen values that each figure gives anew, and the principles that ask them."""
