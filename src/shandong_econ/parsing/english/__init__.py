"""How an English sentence is read: which of its numbers are figures, and what the words around each say of it."""
