"""Runs cells, several at a time, and prints what was lost and what came twice."""

import concurrent.futures
import itertools
import json
import sys
import tempfile
import time

from testkit.faults import kinds, matrix, verdict
from testkit.faults.hubs import Hubs, compiled_plan

HORIZON = 2400  # virtual seconds after which nothing more is expected


class Cell:
    def __init__(self, kind, fault, spoil=None, order=None):
        self.kind, self.fault, self.spoil, self.order = kind, fault, spoil, order or {}

    def run(self, task, due_kinds):
        with tempfile.TemporaryDirectory() as folder:
            cloud = Hubs(folder, task)
            try:
                if self.spoil:
                    self.spoil(cloud)
                event, name = kinds.event(self.kind)
                late, cloud.twins = self.order.get("late", 0), self.order.get("twins", 1)
                for copy in range(self.order.get("copies", 1)):
                    cloud.deliver(event, at=copy * self.order.get("apart", 0), late=late)
                cloud.sweep(HORIZON / 2)
                begun = time.monotonic()
                cloud.run(HORIZON)
                self.seconds = time.monotonic() - begun
                sent = {name: 0.0} if name and self.kind in due_kinds else {}
                self.verdict = verdict.judge(cloud, sent, bool(self.spoil), self._folded(cloud))
                self.cloud = cloud
            finally:
                cloud.close()
        return self

    @staticmethod
    def _folded(cloud):
        """What is told with something else: a story."""
        return {m["id"] for m in messages(cloud) if m.get("waits") or m.get("folds")}


def messages(cloud):
    """What the enrichers answered."""
    return [json.loads(b) for _, n, k, b in cloud.outcomes if n.startswith("enricher") and k == "ok"]


def due_kinds(task):
    """The kinds that raise an alert when nothing is wrong, and the calls that were made for each."""
    due, calls = set(), {}
    for kind in kinds.KINDS:
        cell = Cell(kind, "nothing").run(task, set(kinds.KINDS))
        if any(message["due"] and message.get("id") for message in messages(cell.cloud)):
            due.add(kind)
        calls[kind] = matrix.numbered(cell.cloud)
    return due, calls


def chosen(due, calls, short=False, only=None):
    """The cells: orders, faults, and crash points, for each kind; in the short form faults for one."""
    cells = []
    for index, kind in enumerate(kinds.KINDS):
        if kind not in due:
            cells.append(Cell(kind, "nothing"))
            continue
        for name, order in matrix.ORDERS.items():
            cells.append(Cell(kind, name, None, order))
        if short and index:
            continue
        spoilers = {**matrix.FAULTS, **matrix.crashes(calls[kind][: 14 if short else 30])}
        for name, spoil in spoilers.items():
            cells.append(Cell(kind, name, spoil))
    return [cell for cell in cells if not only or only in cell.fault or only in cell.kind]


def run(cells, task, due, workers=12):
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda cell: cell.run(task, due), cells))


def report(cells, out=sys.stdout):
    """Prints the figures, then every cell that is not as it should be. Returns the number of those."""
    bad = []
    total = dict.fromkeys(("silently", "queue", "unmarked", "without", "alarms"), 0)
    slowest = max(cells, key=lambda cell: cell.verdict.worst)
    for cell in cells:
        v, notes = cell.verdict, []
        if v.lost_silently:
            total["silently"] += 1
            notes.append("lost silently")
        if v.lost_to_queue:
            total["queue"] += 1
            if cell.fault not in matrix.MAY_BE_QUEUED:
                notes.append("lost to the queue")
        if cell.spoil and v.unmarked:
            total["unmarked"] += 1
            notes.append("a repeat that does not say so")
        if not cell.spoil and v.repeats:
            total["without"] += 1
            notes.append(f"{v.repeats} repeats without a fault")
        if not cell.spoil and v.alarms:
            total["alarms"] += 1
            notes.append("an error without a fault")
        if notes:
            bad.append(cell)
            print(f"{cell.fault} × {cell.kind}: {', '.join(notes)}", file=out)
    print(
        f"{len(cells)} cells: lost silently {total['silently']}, lost to the queue {total['queue']},"
        f" repeats unmarked {total['unmarked']}, repeats without a fault {total['without']},"
        f" errors without a fault {total['alarms']}, worst time to alert {slowest.verdict.worst:.0f} s"
        f" ({slowest.fault}); without outages of minutes {usual(cells):.0f} s",
        file=out,
    )
    return len(bad)


def usual(cells):
    """The worst time to alert where no topic anywhere is down for minutes."""
    return max(cell.verdict.worst for cell in cells if "minutes" not in cell.fault)


def main(arguments):
    short = "--short" in arguments
    only = next((a for a in arguments if not a.startswith("--")), None)
    with tempfile.TemporaryDirectory() as folder:
        task = compiled_plan(folder)
        due, calls = due_kinds(task)
        cells = chosen(due, calls, short, only)
        begun = time.monotonic()
        bad = report(run(cells, task, due))
        print(f"{time.monotonic() - begun:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
