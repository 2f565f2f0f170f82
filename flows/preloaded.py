"""What every worker needs, loaded once in the process that workers are forked from, so that they share its memory."""

import flows.stages  # noqa: F401
from flows.normalize.language import identify_language
from flows.normalize.registry import load_registry

load_registry()
identify_language("Київ, 5 листопада. За даними міністерства, роботи завершено вчасно.")
