"""The batch as a task: read again where that may help, never for bad input, and not waited for without end."""

from concurrent.futures import Future

import pytest
from prefect.states import Failed

from flows.build import batch_task, is_worth_retrying
from flows.ingest.batches import Batch
from flows.workers.runners import BatchTimeError, read_now
from flows.workers.worker_pool import WorkerLostError


@pytest.mark.parametrize(
    ("error", "is_retried"),
    [
        (WorkerLostError("ended 6 times"), True),
        (ConnectionResetError("object store"), True),
        (BatchTimeError("too slow"), False),
        (ValueError("bad input"), False),
        (FileNotFoundError("raw file gone"), False),
        (OSError(28, "no room"), False),
    ],
)
def test_only_what_passes_by_itself_is_tried_again(error, is_retried):
    assert is_worth_retrying(batch_task, None, Failed(data=error)) is is_retried
    assert batch_task.retry_condition_fn is is_worth_retrying and batch_task.retries == 2


def test_a_batch_that_does_not_come_is_named(tmp_path):
    batch = Batch("0" * 16, tmp_path / "staged", 1, 10, ())
    with pytest.raises(BatchTimeError, match="batch 0000000000000000 was not read within"):
        read_now(lambda b: Future(), batch, 0.01)
