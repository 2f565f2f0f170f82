"""From bytes to text: which encoding, and repair of text that was once read in the wrong one."""

import codecs
import re
from dataclasses import dataclass

from flows.ingest.cyrillic import cyrillic_encoding
from flows.ingest.latin import latin_encoding
from flows.ingest.mojibake import repair_mojibake
from flows.ingest.other_formats import what_it_is
from flows.ingest.raw_article import Rejected
from flows.ingest.traces import Trace, trace

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 16 * 1024
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_MAX_CONTROL_SHARE = 0.01
_MAX_REPLACED_SHARE = 0.002

# What people write in a page's head is wider than what it names (WHATWG Encoding Standard, section 4.2).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
          "iso8859-9": "cp1254", "tis-620": "cp874", "euc_kr": "cp949", "iso8859-11": "cp874"}
_NAMES = {"cp1251": "windows-1251", "cp1252": "windows-1252", "cp1250": "windows-1250", "cp1253": "windows-1253",
          "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
          "cp1258": "windows-1258"}
_CYRILLIC = {"cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic"}
_FALLBACKS = ["cp1250", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp932", "euc_jp", "gb18030",
              "big5", "cp949", "iso2022_jp", "cp1251", "cp874"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the name of the encoding it was read in, and traces (column, value, as_given, rule) of repairs."""

    text: str
    encoding: str
    traces: tuple[Trace, ...] = ()


def decode(payload: bytes, declared: str | None = None) -> Decoded | Rejected:
    """The text of `payload`: by BOM, as UTF-8 if it is that, as `declared`, else by what the bytes look like.

    `declared` is a charset name from an HTTP header or a page's head; a wrong one is overruled by the bytes.
    Mojibake is repaired and every repair leaves a trace. Rejected with `binary` or `encoding_unknown`.
    """
    text, encoding = _strict_utf8(payload)
    traces: tuple[Trace, ...] = ()
    if text is None:
        found = _not_utf8(payload, declared)
        if isinstance(found, Rejected):
            return found
        text, encoding, traces = found
    elif "\x00" in text and (rejected := _binary(payload)):
        return rejected
    repaired, repairs = repair_mojibake(text)
    return Decoded(repaired, encoding, traces + repairs)


def bom_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning of `head` states; None without one."""
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def text_of_head(head: bytes) -> str:
    """The beginning of a file as text, by its byte order mark, else as UTF-8; only to look at."""
    return head.decode(bom_encoding(head) or "utf-8", errors="replace")


def codec_of(declared: str | None) -> str | None:
    """Python's codec for a charset name as people declare it, wide enough for what they mean; None if unknown."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'").lower()).name
        b"-".decode(name)
    except (LookupError, ValueError, UnicodeError):  # unknown, or a codec that makes no text (hex, zip)
        return None
    return _WIDER.get(name, name)


def _strict_utf8(payload: bytes) -> tuple[str | None, str]:
    if payload[:3] == codecs.BOM_UTF8:
        payload = payload[3:]
    elif payload[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or (b"\x00" in payload[:_SAMPLE_BYTES] and _wide_encoding(payload)):
        return None, ""
    try:
        return payload.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return None, ""


def _not_utf8(payload: bytes, declared: str | None) -> tuple[str, str, tuple[Trace, ...]] | Rejected:
    wide = bom_encoding(payload) or _wide_encoding(payload)
    if wide and wide != "utf-8-sig":
        text = payload.decode(wide, errors="replace")
        return text, wide, _replaced(text, wide)
    if rejected := _binary(payload):
        return rejected
    codec = codec_of(declared)
    damaged = _damaged_utf8(payload)
    if damaged is not None:
        return damaged, "utf-8", _replaced(damaged, "utf-8")
    cyrillic = cyrillic_encoding(payload)
    if cyrillic:
        return _read_as(payload, cyrillic)
    if codec and codec not in _CYRILLIC and not codec.startswith("utf"):
        try:
            return payload.decode(codec), _NAMES.get(codec, codec), ()
        except (UnicodeError, ValueError):
            pass
    guess = codec if codec in _CYRILLIC else latin_encoding(payload) or _guess(payload)
    if guess is None:
        return Rejected("encoding_unknown", f"{len(payload)} bytes, declared {declared or 'nothing'}")
    return _read_as(payload, guess)


def _read_as(payload: bytes, codec: str) -> tuple[str, str, tuple[Trace, ...]]:
    """Single-byte text with a few bytes that the code page leaves open: those are replaced and traced."""
    text = payload.decode(codec, errors="replace")
    name = _NAMES.get(codec, codec)
    return text, name, _replaced(text, name)


def _damaged_utf8(payload: bytes) -> str | None:
    """UTF-8 with a few broken characters (a cut at the end, a bit flipped); None if it is something else."""
    text = payload.decode("utf-8", errors="replace")
    broken = text.count("�") - payload.count(b"\xef\xbf\xbd")
    proper = sum(1 for _ in re.finditer(r"[^\x00-\x7f�]", text))
    if broken <= max(3, _MAX_REPLACED_SHARE * len(text)) and proper >= 10 * broken:
        return text
    return None


def _replaced(text: str, encoding: str) -> tuple[Trace, ...]:
    count = text.count("�")
    return (trace("text", encoding, f"{count} characters", "undecodable_bytes_replaced"),) if count else ()


def _wide_encoding(payload: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte is nearly always 0 or another one small value."""
    sample = payload[:_SAMPLE_BYTES]
    if len(sample) < 8 or len(payload) % 2:
        return None
    even, odd = sample[0::2], sample[1::2]
    for high, low, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        small = sum(high.count(value) for value in (0, 3, 4, 5, 6, 0x20))
        if small > 0.95 * len(high) and high.count(0) > 0.05 * len(high) and low.count(0) < 0.02 * len(low):
            return name
    return None


def _binary(payload: bytes) -> Rejected | None:
    sample = payload[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if controls > _MAX_CONTROL_SHARE * len(sample):
        what = what_it_is(sample) or "no text"
        return Rejected("binary", f"{what}; {controls} control bytes in the first {len(sample)}")
    return None


def _guess(payload: bytes) -> str | None:
    # Imported here: most inputs never need it, and it takes as long to import as to read a thousand of them.
    from charset_normalizer import from_bytes

    best = from_bytes(payload[:_SAMPLE_BYTES], cp_isolation=_FALLBACKS, preemptive_behaviour=False).best()
    if best is None:
        return None
    codec = codec_of(best.encoding)
    same_in_western = codec and str(best) == payload[:_SAMPLE_BYTES].decode("cp1252", errors="replace")
    return "cp1252" if same_in_western else codec
