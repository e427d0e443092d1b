"""What the figures were measured on."""

import os
import platform
from pathlib import Path


def machine() -> str:
    """Processor, cores, memory, system and Python, in one line."""
    return ", ".join(
        (
            _processor(),
            f"{os.cpu_count()} cores",
            f"{_gigabytes():.0f} GB",
            f"{platform.system()} {platform.machine()}",
            f"Python {platform.python_version()}",
        )
    )


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text().splitlines() if described.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


def _gigabytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
