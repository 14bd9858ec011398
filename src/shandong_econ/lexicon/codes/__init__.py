"""The code lists themselves, as tab-separated files."""
