"""Memory allocators that give back what a stage of a run has let go."""

import contextlib
import ctypes
import os

M_ARENA_MAX = -8
_ENVIRONMENT = {"MALLOC_ARENA_MAX": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}


def return_freed_memory() -> None:
    """Have malloc keep one arena for all threads (mallopt(3)) and Arrow use malloc, here and in processes started later.

    An arena for each thread keeps what its thread has freed, and so do Arrow's own allocators: 40 MiB in each process.
    To be called before pyarrow is imported and threads are started. What the environment says already counts; a C
    library without mallopt keeps its own way.
    """
    if "MALLOC_ARENA_MAX" not in os.environ:
        with contextlib.suppress(AttributeError):
            ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
