"""The heads of tables: what the words of one say, of what is measured, when, where, and in which unit."""
