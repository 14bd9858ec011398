"""What later words leave unsaid: frozen values that each clause and each figure give anew, and the principles that ask them."""
