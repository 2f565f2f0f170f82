"""A stream of blocks as lines with their places; memory stays flat whatever the length of a line."""

import codecs
from collections.abc import Iterable, Iterator

from flows.ingest.encoding import bom_encoding
from flows.ingest.limits import KEPT_OF_OVERSIZED_BYTES, MAX_RECORD_BYTES


def split_lines(blocks: Iterable[bytes]) -> Iterator[tuple[int, int, int, bytes]]:
    """(number from 1, byte offset, size, line without its end) for every line; blank ones are counted, but those of a
    block of nothing else are not given.

    A line over MAX_RECORD_BYTES is given cut to KEPT_OF_OVERSIZED_BYTES, with its full size. What stands after the
    last line end is a line too, unless it is empty. Raises what `blocks` raises, after the lines before.
    """
    number, offset, size = 0, 0, 0
    pending: list[bytes] = []
    for block in as_utf8(blocks):
        if not size and not block.strip(b"\n"):
            number, offset = number + len(block), offset + len(block)
            continue
        lines = block.split(b"\n")
        rest = lines.pop()
        for line in lines:
            number += 1
            if pending:
                size += len(line)
                line = b"".join([*pending, line])
                pending = []
            else:
                size = len(line)
            yield number, offset, size, (line if size <= MAX_RECORD_BYTES else line[:KEPT_OF_OVERSIZED_BYTES])
            offset += size + 1
            size = 0
        size += len(rest)
        # An endless line is measured to its end, not kept.
        if rest and size <= MAX_RECORD_BYTES:
            pending.append(rest)
    if size:
        line = b"".join(pending)
        yield number + 1, offset, size, (line if size <= MAX_RECORD_BYTES else line[:KEPT_OF_OVERSIZED_BYTES])


def as_utf8(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The blocks without a byte order mark; UTF-16 and UTF-32 become UTF-8, as a line end there is no single byte."""
    decoder = None
    for index, block in enumerate(blocks):
        if index == 0 and (name := bom_encoding(block[:4])):
            if name == "utf-8-sig":
                yield block[len(codecs.BOM_UTF8) :]
                continue
            decoder = codecs.getincrementaldecoder(name)(errors="replace")
        yield decoder.decode(block).encode("utf-8", errors="replace") if decoder else block
