"""Bodies as servers sent them: the content encodings that the WARC library leaves as they are (RFC 7932, RFC 8878)."""

import brotli
from backports import zstd

DECODED_HERE = ("br", "zstd")


def decoded(body: bytes, encoding: str, limit: int) -> bytes:
    """The body without its content encoding, of at most a little over `limit` bytes; as it is where it is not so encoded, whatever its header says."""
    try:
        return _brotli(body, limit) if encoding == "br" else zstd.ZstdDecompressor().decompress(body, limit + 1)
    except (brotli.error, zstd.ZstdError):
        return body


def _brotli(body: bytes, limit: int) -> bytes:
    decompressor = brotli.Decompressor()
    parts = [decompressor.process(body, output_buffer_limit=limit + 1)]
    size = len(parts[0])
    while size <= limit and not decompressor.is_finished() and (part := decompressor.process(b"", output_buffer_limit=limit + 1)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
