"""``--seconds`` counts from the start of the process."""

import subprocess
import sys
import time

# The kernel counts in hundredths of a second.
GRAIN = 0.02
PROGRAM = "from api.process_age import process_began; print(process_began())"


def test_a_process_began_when_it_was_started_and_not_when_it_asked() -> None:
    before = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-c", f"import time; time.sleep(0.3); {PROGRAM}"],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        started = time.monotonic()
        said, _ = process.communicate()
    assert before - GRAIN <= float(said) <= started + GRAIN
