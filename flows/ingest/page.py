"""Form page: a saved web page (.html, .htm, .mhtml, also compressed)."""

import email
import email.policy
import re
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from flows.ingest.encoding import Decoded, decode
from flows.ingest.json_ld import strings_in
from flows.ingest.limits import MAX_RECORD_BYTES
from flows.ingest.page_date import read_page_date, read_page_modified
from flows.ingest.page_headline import PageHeadline, put_own_article_first, read_headline
from flows.ingest.page_metadata import PageMetadata, read_metadata
from flows.ingest.page_site import read_page_url, read_site_names, shown_domain
from flows.ingest.page_text import read_page_text
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.traces import trace
from flows.ingest.whole_file import read_whole

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# What libxml2 stumbles over, and serialising its trees fails on: control characters, and references to them.
_NO_XML_BYTES = bytes((*range(9), 11, 12, *range(14, 32), 127))
_NO_XML_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_NO_XML_REFERENCES = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[efEF]))(?![0-9a-fA-F]);?"
)
_MHTML = re.compile(rb"(?:^|\n)(?:MIME-Version|Content-Type):", re.IGNORECASE)
_REFUSAL = re.compile(
    r"\W*(?:(?:error )?[45]\d\d(?: error)?\b\W*)?(?:access denied|forbidden|(?:page )?not found|page not available|bad gateway|service (?:temporarily )?unavailable|"
    r"gateway time-?out|internal server error|too many requests|just a moment|attention required|are you (?:a )?(?:human|robot)|robot or human|"
    r"before you continue|pardon our interruption|please verify you are|страница не найдена|доступ (?:запрещ[её]н|ограничен)|ошибка \d{3}|"
    r"сторінку не знайдено|доступ заборонено|seite nicht gefunden|page (?:non trouvée|introuvable)|página no encontrada|accès refusé)\W*(?:$|[|–—-]\s)",
    re.IGNORECASE,
)
_MOST_IN_REFUSAL = 2000
_LEAST_CHARACTERS = 120
_LEAST_WITHOUT_SIGNS = 300


def cut_page(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """The whole file as one record, decompressed; of form text where there is no mark-up in it."""
    payload = read_whole(path, MAX_RECORD_BYTES, "page", raw_path, provenance)
    if isinstance(payload, tuple):
        yield payload
        return
    yield Record(raw_path, "page" if b"<" in payload else "text", payload, provenance, 0)


def read_page(record: Record) -> RawArticle | Rejected:
    """The article of a page: text, headline, authors, address, site and publication date, each with its trace.

    Rejected with `no_article` where the page holds none, and as bytes are (`binary`, `encoding_unknown`).
    """
    payload, provenance = record.payload, record.provenance
    declared, given_url = provenance.encoding, provenance.url
    if _MHTML.search(payload[:2000]) and payload.lstrip()[:1] != b"<":
        part = _page_in_mhtml(payload)
        if isinstance(part, Rejected):
            return part
        payload, declared, given_url = part[0], part[1] or declared, given_url or part[2]
    decoded = decode(payload, declared or declared_charset(payload))
    if isinstance(decoded, Rejected):
        return decoded
    return read_html(decoded, provenance, given_url)


def read_html(decoded: Decoded, provenance: Provenance, given_url: str | None = None) -> RawArticle | Rejected:
    """The article in a decoded page; what `provenance` states goes before what the page states."""
    tree = parse_html(decoded.text)
    if tree is None:
        return Rejected("no_article", "no HTML in the page")
    for reading in list(tree.iter("rt", "rp")):
        reading.drop_tree()  # how the characters beside it are read aloud
    found = read_metadata(tree)
    put_own_article_first(found)
    url = read_page_url(found, given_url or provenance.url)
    names = read_site_names(found)
    domain = None if url else shown_domain(found)
    headline = read_headline(found, f"https://{domain}/" if domain else url, [name for name, _ in names])
    date = None
    if not provenance.published:
        date = read_page_date(tree, found, headline, url, provenance.received_at.date())
    modified = read_page_modified(found, provenance.received_at.date())
    text = read_page_text(tree, found, headline.value if headline else None)
    if not text or not _is_article(text, found, url) or _is_refusal(headline, text, found):
        return Rejected("no_article", f"{len(text or '')} characters of text" + (f" under “{headline.value[:80]}”" if headline else ""))
    names = [name for name in names if not headline or name[0] != headline.value]
    # The site's domain stands for its name, where the page states no address but its links show it.
    outlet, outlet_rule = (domain, "links") if domain else names[0] if names else (None, "")
    traces = [*decoded.traces]
    if date:
        traces.append(trace("published_edtf", date.value, date.as_given, "page", *date.rule.split(".", 1)))
    if modified:
        traces.append(trace("modified_at", modified.value, modified.as_given, "page", *modified.rule.split(".", 1)))
    if headline:
        traces.append(trace("title", headline.value, headline.as_given, "page", headline.rule))
    if outlet and not provenance.outlet:
        traces.append(trace("outlet_as_given", outlet, outlet, "page", outlet_rule))
    return RawArticle(
        text=text,
        encoding=decoded.encoding,
        url=url,
        published=provenance.published or (date.value if date else None),
        modified=modified.value if modified else None,
        outlet=provenance.outlet or outlet,
        title=headline.value if headline else None,
        byline=_byline(found),
        rights_basis=provenance.rights_basis,
        traces=tuple(traces),
    )


def parse_html(text: str) -> HtmlElement | None:
    """The tree of a page; None where there are no elements. Depth and entities are bounded by the parser."""
    if "<" not in text:
        return None
    encoded = _XML_DECLARATION.sub("", text, count=1).encode("utf-8", errors="ignore").translate(None, _NO_XML_BYTES)
    for character in _NO_XML_CHARACTERS:
        encoded = encoded.replace(character, b"")
    encoded = _NO_XML_REFERENCES.sub(b"", encoded)
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False, huge_tree=False
    )
    try:
        tree = document_fromstring(encoded, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        return None
    return tree if isinstance(tree.tag, str) and len(tree) else None


def declared_charset(payload: bytes) -> str | None:
    """The charset that a page's own head declares."""
    head = payload[:4096]
    match = _META_CHARSET.search(head) or _XML_CHARSET.match(head)
    return match[1].decode("ascii") if match else None


def _calls_itself_article(found: PageMetadata) -> bool:
    stated = bool(found.articles) or "article:published_time" in found.metas
    return stated or (found.meta("og:type") or "").lower() == "article"


def _is_refusal(headline: PageHeadline | None, text: str, found: PageMetadata) -> bool:
    """True for what a server, a bot check or a consent wall sends in place of the page."""
    titles = (headline.value if headline else "", found.title or "")
    return len(text) < _MOST_IN_REFUSAL and not _calls_itself_article(found) and any(_REFUSAL.match(title) for title in titles)


def _is_article(text: str, found: PageMetadata, url: str | None) -> bool:
    """Long enough for an article; a page that does not call itself one must have more."""
    signs = _calls_itself_article(found)
    if url and not url.split("/", 3)[3:] and not signs:
        return False
    return len(text) >= (_LEAST_CHARACTERS if signs else _LEAST_WITHOUT_SIGNS)


def _byline(found: PageMetadata) -> str | None:
    given = [author for article in found.articles[:1] for author in strings_in(article.get("author"))]
    given = given or [value for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
                      for value in found.metas.get(name, ())[:5]]  # fmt: skip
    authors = list(dict.fromkeys(author for author in given if not author.startswith(("http", "/", "@", "#")) and len(author) < 120))
    return ", ".join(authors[:8]) or None


def _page_in_mhtml(payload: bytes) -> tuple[bytes, str | None, str | None] | Rejected:
    """(bytes, charset, address) of the page in a MIME archive: its first HTML part (RFC 2557)."""
    try:
        message = email.message_from_bytes(payload, policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                body = part.get_payload(decode=True) or b""
                address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                return body, part.get_content_charset(), str(address) if address else None
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError, KeyError) as error:
        return Rejected("invalid_record", f"MHTML cannot be read: {error}"[:200])
    return Rejected("no_article", "no HTML part in the MHTML file")


PAGE = Form("page", (".html", ".htm", ".xhtml", ".mhtml", ".mht"), cut_page, read_page)
