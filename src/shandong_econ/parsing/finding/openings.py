"""With which of some words a text goes on at a place, or ends."""

from __future__ import annotations


def first_at(text: str, words: tuple[str, ...], start: int = 0) -> str:
    """The first of the words that stands at a place of a text, or ""."""
    if not text.startswith(words, start):
        return ""
    return next(word for word in words if text.startswith(word, start))


def longest_at(text: str, words: tuple[str, ...], start: int = 0) -> str:
    """The longest of the words that stands at a place of a text, or ""."""
    if not text.startswith(words, start):
        return ""
    return max((word for word in words if text.startswith(word, start)), key=len)


def longest_end(text: str, words: tuple[str, ...]) -> str:
    """The longest of the words with which a text ends, or ""."""
    if not text.endswith(words):
        return ""
    return max((word for word in words if text.endswith(word)), key=len)
