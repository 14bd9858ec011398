"""The documents that LibreOffice, pandoc and a browser made of two bulletins, and what each of them has to say."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
TITLES = {
    "zh": "2022年山东省国民经济和社会发展统计公报",
    "en": "Shandong Reports Economic Growth for 2022",
}
COUNTS = {"zh": 29, "en": 15}
"""Figures of each bulletin, those of its tables too."""
ROWS = {
    "zh": ["粮食\t万吨\t5543.8\t0.8", "出口总额\t20309.0\t17582.7\t16.2"],
    "en": ["Exports\t2,030.9\t16.2"],
}


def made(suffix: str) -> list[Path]:
    """All documents of a suffix that the script has made."""
    return sorted(DATA.glob(f"*.{suffix}"))


def language_of(path: Path) -> str:
    """The language of a document, which its name tells."""
    return "en" if ".en." in path.name else "zh"
