"""Limits on what one input may cost; what goes beyond is rejected with a reason, never cut silently."""

MAX_RECORD_BYTES = 16 * 1024 * 1024
"""One article as received; beyond: `size_limit`. The longest real page that we have has 6 MB."""

KEPT_OF_OVERSIZED_BYTES = 64 * 1024
"""How much of an oversized record is kept with its rejection."""

BLOCK_BYTES = 1024 * 1024
"""How much of a file is read at a time."""

MAX_EXPANSION = 400
"""Decompressed bytes per compressed byte; dumps of news reach about 30, beyond this: `archive_limit`."""

EXPANSION_FREE_BYTES = 64 * 1024 * 1024
"""Decompressed bytes that are never held against a file, however well it compressed."""

MAX_MEMBERS = 1_000_000
"""Members of one archive."""

MAX_ARCHIVE_BYTES = 64 * 1024 * 1024 * 1024
"""Decompressed bytes of one archive, all members together."""

MAX_ARCHIVE_DEPTH = 3
"""Archives within archives."""
