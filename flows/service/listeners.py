"""Who is told how a run goes."""

from collections.abc import Callable

from flows.ingest.batches import Batch
from flows.storage.places import WorkingCopy
from flows.write.commit import Outcomes


def _nobody(*_: object) -> None:
    return None


class Listeners:
    """`on_plan` is told the bytes to be read, `on_batch` each batch as it becomes visible, `on_wait` who holds the store.

    No dataclass, so that Prefect leaves it whole: on its way to another process, where there is no screen to write on,
    it becomes one that tells nobody.
    """

    __slots__ = ("on_batch", "on_plan", "on_wait")

    def __init__(
        self,
        on_plan: Callable[[int], None] = _nobody,
        on_batch: Callable[[Batch, Outcomes], None] = _nobody,
        on_wait: Callable[[str], None] = _nobody,
    ) -> None:
        self.on_plan, self.on_batch, self.on_wait = on_plan, on_batch, on_wait

    def __reduce__(self) -> tuple[type["Listeners"], tuple[()]]:
        return Listeners, ()


def putting(copy: WorkingCopy, on_batch: Callable[[Batch, Outcomes], None] = _nobody) -> Callable[[Batch, Outcomes], None]:
    """The listener, told of a batch once it is where it belongs."""

    def put_and_tell(batch: Batch, outcomes: Outcomes) -> None:
        copy.put_batch(batch.batch_id)
        on_batch(batch, outcomes)

    return put_and_tell
