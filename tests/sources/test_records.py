"""Laws of the records of a csv: who reads one waits for nobody who reads another."""

from __future__ import annotations

import subprocess
import sys

from tests.api.samples import posix

FORKING = """
import io, os, signal, threading
from decimal import Decimal
import shandong_econ as se

figure = se.Observation(value=Decimal(1))
whole = io.BytesIO()
se.export([se.Report(observations=[figure])] * 3, whole, format="csv")
begun, end = threading.Event(), threading.Event()

class Slow(io.BytesIO):
    def __next__(self):
        if self.tell():
            begun.set()
            end.wait()
        return super().__next__()

def read(file):
    return len(list(se.read_all(file, format="csv")))

thread = threading.Thread(target=read, args=[Slow(whole.getvalue())])
thread.start()
begun.wait()
child = os.fork()
if not child:
    signal.alarm(20)
    os._exit(read(io.BytesIO(whole.getvalue())))
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
end.set()
thread.join()
"""


@posix
def test_a_forked_child_reads_while_another_thread_did() -> None:
    """A child that is forked while a thread stands in the middle of a csv reads its own to the end."""
    command = [sys.executable, "-W", "ignore", "-c", FORKING]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout == "3\n"
