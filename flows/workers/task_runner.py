"""Prefect's task runner for a run: threads on this machine, or a Dask or Ray cluster."""

import importlib

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.run_result import RunnerMissingError, RunRequest
from flows.workers.runners import CLUSTERS


def task_runner(request: RunRequest) -> TaskRunner:
    """The task runner that the request names; RunnerMissingError where its package is not installed.

    Without an address a cluster of as many workers as the request says is started on this machine for the run.
    """
    if request.runner not in CLUSTERS:
        return ThreadPoolTaskRunner(max_workers=request.workers)
    try:
        module = importlib.import_module(f"prefect_{request.runner}")
    except ModuleNotFoundError as error:
        raise RunnerMissingError(
            f"--runner {request.runner} needs its package ({error}): .venv/bin/python -m pip install --no-build-isolation -e '.[{request.runner}]'"
        ) from None
    if request.runner == "dask":
        here = {"n_workers": request.workers, "threads_per_worker": 1, "dashboard_address": None}
        return module.DaskTaskRunner(address=request.address) if request.address else module.DaskTaskRunner(cluster_kwargs=here)
    # what Ray and its workers say would stand in the command's own output
    quiet = {"log_to_driver": False}
    here = {"num_cpus": request.workers, "include_dashboard": False, **quiet}
    return module.RayTaskRunner(address=request.address, init_kwargs=quiet) if request.address else module.RayTaskRunner(init_kwargs=here)
