"""Files that no input form reads: what they are, and what to do with them instead."""

import os

_DOCUMENT = "a document of a word processor: save it as plain text (.txt) or as a web page (.html)"
_SPREADSHEET = "a spreadsheet: save it as .csv, with the names of its columns in the first line"
_PACKED = "an archive of a kind that is not read: pack it as .zip or .tar.gz"
_COMPRESSED = "compressed, and its name does not say what is in it: name it such as article.txt.gz"
_MAIL = "mail: save its text as .txt"
_DATABASE = "a database: export its table as .csv"
_PICTURE = "a picture, which holds no text that can be read"
_RECORDING = "sound or film, which holds no text that can be read"
_PAGE_PART = "a part of a web page that holds no article"
_SERVED_PAGE = "a page? Where it is one as a browser saves it, name it .html"
_KINDS = {
    (".pdf",): "a PDF document: save its text as .txt",
    (".doc", ".docx", ".odt", ".rtf", ".pages"): _DOCUMENT,
    (".xls", ".xlsx", ".ods", ".numbers"): _SPREADSHEET,
    (".rar", ".7z"): _PACKED,
    (".gz", ".zst", ".bz2", ".xz"): _COMPRESSED,
    (".eml", ".msg", ".mbox"): _MAIL,
    (".sqlite", ".db", ".mdb"): _DATABASE,
    (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".heic", ".svg", ".ico"): _PICTURE,
    (".mp3", ".mp4", ".m4a", ".wav", ".ogg", ".mov", ".avi", ".webm"): _RECORDING,
    (".css", ".js", ".woff", ".woff2", ".ttf", ".map"): _PAGE_PART,
    (".php", ".asp", ".aspx", ".jsp"): _SERVED_PAGE,
    (".webarchive",): "a page as Safari archives it: save its page source as .html",
    (".xml",): "XML, but neither a feed nor a news item (NewsML, NITF) nor a page",
    ("",): "a name without a suffix: plain text is to be named .txt, a saved page .html",
}
_BY_SUFFIX = {suffix: what for suffixes, what in _KINDS.items() for suffix in suffixes}
_BY_HEAD = (
    (b"%PDF", _BY_SUFFIX[".pdf"]), (b"\xd0\xcf\x11\xe0", "an old document or spreadsheet: save it as .txt, .html or .csv"),
    (b"{\\rtf", _DOCUMENT), (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE), (b"Rar!", _PACKED),
    (b"7z\xbc\xaf", _PACKED), (b"SQLite format 3", _DATABASE), (b"PAR1", "a Parquet table: name it .parquet"),
)  # fmt: skip
_ZIP = b"PK\x03\x04"
_SITEMAP = (b"<urlset", b"<sitemapindex")


def what_it_is(head: bytes) -> str | None:
    """What a file that is no text is by its first bytes, whatever its name; None for what is not known."""
    if head.startswith(_ZIP):
        return _DOCUMENT if b"word/" in head else _SPREADSHEET if b"xl/" in head else "a zip archive: name it .zip"
    return next((what for sign, what in _BY_HEAD if head.startswith(sign)), None)


def why_no_form(name: str, head: bytes) -> str:
    """What to say of a file that no form reads, by its name and first bytes."""
    if any(sign in head for sign in _SITEMAP):
        return "a sitemap, which lists addresses: name it in feeds.toml, and `dateline collect` fetches its pages"
    suffix = os.path.splitext(name)[1].lower()
    return _BY_SUFFIX.get(suffix) or what_it_is(head) or "no input form reads files of this kind; plain text is to be named .txt"
