"""Citations: whom the article says it has something from, and through whom."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from flows.normalize.anchor import Anchor
from flows.normalize.attribution.arabic import arabic_mentions
from flows.normalize.attribution.base_forms import name_stem
from flows.normalize.attribution.chains import chain
from flows.normalize.attribution.closing_media import closing_media
from flows.normalize.attribution.countries_meant import countries_meant
from flows.normalize.attribution.cued_sentences import cued_sentences
from flows.normalize.attribution.embedded_posts import embedded_posts
from flows.normalize.attribution.escaped_marks import with_plain_marks
from flows.normalize.attribution.full_names import full_name_span
from flows.normalize.attribution.identity import identify
from flows.normalize.attribution.japanese import japanese_mentions
from flows.normalize.attribution.language_cues import LanguageCues, load_cues
from flows.normalize.attribution.line_speakers import line_speakers
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.own_openings import own_openings
from flows.normalize.attribution.people import gender_shown
from flows.normalize.attribution.publisher import publisher
from flows.normalize.attribution.registered import Identity
from flows.normalize.attribution.roles import assign_roles
from flows.normalize.attribution.signed_quotations import signed_quotations
from flows.normalize.attribution.slavic import formulas as slavic
from flows.normalize.attribution.slavic.direct_speech import outside_direct_speech
from flows.normalize.attribution.slavic.headlines import headline_media
from flows.normalize.attribution.slavic.phrase import SlavicReader
from flows.normalize.attribution.source_notes import source_notes
from flows.normalize.attribution.western import formulas as western
from flows.normalize.attribution.western.direct_speech import outside_quotations
from flows.normalize.attribution.western.inside_quotations import said_by_the_article
from flows.normalize.attribution.western.introduced_speech import introduced_speech
from flows.normalize.attribution.western.phrase import WesternReader
from flows.normalize.attribution.western.pronouns import with_antecedents
from flows.normalize.attribution.wire import wire_mentions
from flows.normalize.dateline import Dateline
from flows.normalize.name_finder import cyrillic_words
from flows.normalize.outlet.reading import OutletReading
from flows.normalize.paragraphs import is_in_teaser
from flows.normalize.recap import recap_tail
from flows.normalize.registry import NameMatch, Registry
from flows.normalize.text import fold


class Citation(NamedTuple):
    """One mention of a source; a row of the table citations (without its position), with the rule that read it."""

    source_as_given: str
    char_start: int
    char_end: int
    source_id: str | None
    source_name: str
    source_kind: str
    role: str
    channel: str | None
    hop: int
    via_position: int | None
    cue: str | None
    is_background: bool
    rule: str
    confidence: float


def read_citations(
    text: str,
    language: str,
    names: Sequence[NameMatch],
    outlet: OutletReading,
    dateline: Dateline | None,
    recaps: Sequence[tuple[int, int]],
    anchor: Anchor | None,
    registry: Registry,
    dated: Sequence[tuple[int, int]] = (),
) -> list[Citation]:
    """All citations in text order; `via_position` is an index into the list returned; `dated` are further spans of background."""
    cues = load_cues(language)
    if cues is None:
        return []
    text_read = _as_rules_spell(text, cues)
    folded = fold(text_read)
    own = own_openings(text, cues.language, outlet.outlet_id, _domains(outlet, registry))
    mentions = [*_mentions(text, text_read, folded, cues, names, dateline, registry), *own]
    if not mentions:
        return []
    mentions = _without_overlaps(mentions)
    identities = identify(
        text_read, folded, cues.language, mentions, registry, _day(anchor),
        lambda: countries_meant(folded, cues, outlet.country, names, registry),
    )
    mentions, identities = _with_full_names(text_read, folded, cues, mentions, identities)
    kept = [(m, i) for m, i in zip(mentions, identities, strict=True) if i is not None]
    if cues.family == "slavic" or cues.language == "en":
        kept = _without_headline(text_read, kept, cues.language)
    mentions, identities = [m for m, _ in kept], [i for _, i in kept]
    background = _background(mentions, identities, [*recaps, *dated], recap_tail(text, recaps, cues.language))
    own_names = [(n.char_start, n.char_end) for n in (*outlet.self_names, *own)]
    roles = assign_roles(
        mentions, identities, background, publisher(outlet.outlet_id, own_names, _domains(outlet, registry)), cues.language, text
    )
    hops, vias = chain(mentions, identities, roles)
    return [
        Citation(
            source_as_given=text[m.char_start : m.char_end], char_start=m.char_start, char_end=m.char_end,
            source_id=i.source_id, source_name=i.name, source_kind=i.kind, role=role, channel=m.channel, hop=hop,
            via_position=via, cue=text[m.cue[0] : m.cue[1]] if m.cue else None, is_background=b, rule=m.rule,
            confidence=0.9 if i.source_id else 0.75,
        )
        for m, i, role, hop, via, b in zip(mentions, identities, roles, hops, vias, background, strict=True)
    ]


def _mentions(
    text: str, text_read: str, folded: str, cues: LanguageCues, names: Sequence[NameMatch], dateline: Dateline | None, registry: Registry
) -> list[Mention]:
    """All mentions of sources, by sentences, lines, posts, notes and signatures; some overlap."""
    if cues.family == "japanese":
        mentions = japanese_mentions(text, names)
    elif cues.family == "arabic":
        agency = [] if dateline is None or dateline.agency is None else [dateline.agency]
        mentions = arabic_mentions(text, [*agency, *names])
    else:
        mentions = _find_mentions(text_read, folded, cues, names, registry)
    mentions.extend(_url_line(text))
    if cues.language == "en":
        mentions = [*source_notes(text, names, registry), *mentions]  # a note says more of the same name than a verb in it
    if ":" in text:
        mentions.extend(line_speakers(text_read, cues.language))
    if cues.language == "en":
        mentions.extend(signed_quotations(text_read))
        mentions.extend(closing_media(text, names, registry))
    mentions.extend(embedded_posts(text, names, registry))
    mentions.extend(wire_mentions(text_read, names, dateline, registry))
    return mentions


# Romanian is written with a cedilla as well as with a comma below
_COMMA_BELOW = str.maketrans("şţŞŢ", "șțȘȚ")


# every sign that Ukrainian texts put for the one inside words («Дар’я», «прем`єр»)
_APOSTROPHE = re.compile(r"(?<=[бпвмфркнлдтзсцжшщбБПВМФРКНЛДТЗСЦЖШЩБ])[’ʼ‘`´](?=[єюяїЄЮЯЇ])")
# «повідомив (https://…) міський голова»: the address behind a link's words is no part of the sentence
_ADDRESS_BEHIND_WORDS = re.compile(r" \(https?://[^\s()]{1,500}\)")


def _as_rules_spell(text: str, cues: LanguageCues) -> str:
    """The text in the letters that the language's words are listed in, without addresses in brackets; of the same length."""
    if "(http" in text:
        text = _ADDRESS_BEHIND_WORDS.sub(lambda found: " " * len(found[0]), text)
    if cues.family == "slavic":
        text = cyrillic_words(with_plain_marks(text))
        return _APOSTROPHE.sub("'", text) if cues.language == "uk" else text
    return text.translate(_COMMA_BELOW) if cues.language == "ro" else text


def _with_full_names(
    text: str, folded: str, cues: LanguageCues, mentions: list[Mention], identities: list[Identity | None]
) -> tuple[list[Mention], list[Identity | None]]:
    """Adds, for a person cited by surname alone, the place where the text gives the full name."""
    by_name: dict[str, list[int]] = {}
    for k, (mention, identity) in enumerate(zip(mentions, identities, strict=True)):
        if identity is not None and mention.person:
            by_name.setdefault(identity.name, []).append(k)
    added = []
    for members in by_name.values():
        model = mentions[members[0]]
        surname = model.person.split()[-1]
        if any(" " in mentions[k].person for k in members) and ((cues.family != "slavic" and cues.language != "en") or any(
            name_stem(surname) in folded[mentions[k].char_start : mentions[k].char_end].replace("ё", "е") for k in members
        )):
            continue
        span = full_name_span(text, folded, surname, cues.language, gender_shown(model, folded, cues.language))
        if span and not any(m.char_start < span[1] and span[0] < m.char_end for m in mentions):
            added.append((Mention(
                span[0], span[1], model.kind, "subject", f"{cues.language}.full_name", -1, None, None, model.match,
                text[span[0] : span[1]],
            ), identities[members[0]]))
    if not added:
        return mentions, identities
    both = sorted([*zip(mentions, identities, strict=True), *added], key=lambda pair: pair[0].char_start)
    return [m for m, _ in both], [i for _, i in both]


_LONGEST_HEADLINE = 200
# how sentences end; a headline has no point
_SENTENCE_ENDS = (".", ":", ";", "…")
_OF_HEADLINES = ("subject", "body", "according", "opinion")
_CLOSING = "\"”’'») "


def _without_headline(text: str, cited: list[tuple[Mention, Identity]], language: str) -> list[tuple[Mention, Identity]]:
    """The mentions without those of a headline that the text below has in other words («У раді розповіли»), in English in any: who is cited there is named below."""
    end = text.find("\n")
    if not 0 < end <= _LONGEST_HEADLINE or text[:end].rstrip(_CLOSING).endswith(_SENTENCE_ENDS):
        return cited
    below = {i.name for m, i in cited if m.char_start > end}
    if not below:
        return cited
    dropped = _OF_HEADLINES + (("citing",) if language == "en" else ())
    return [(m, i) for m, i in cited if m.char_start > end or (i.name in below and (language != "en" or m.rule == "en.full_name")) or m.form not in dropped]


def _url_line(text: str) -> list[Mention]:
    """An address alone on the last line is where the text was taken from."""
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    start = end - len(text[start:end].lstrip())
    if start == 0 or not text.startswith(("http://", "https://"), start) or any(c.isspace() for c in text[start:end]):
        return []
    return [Mention(start, end, "outlet", "line", "any.url_line", 10**6, channel="website", is_report=True)]


def _find_mentions(
    text: str, folded: str, cues: LanguageCues, names: Sequence[NameMatch], registry: Registry
) -> list[Mention]:
    mentions: list[Mention] = []
    if cues.family == "slavic":
        reader = SlavicReader(cues, registry)
        for sentence, hits in cued_sentences(text, folded, cues, names):
            mentions.extend(slavic.read_sentence_mentions(sentence, hits, reader, sentence.char_start, mentions))
        mentions.extend(headline_media(text, names, cues, registry))
        for mention in mentions:
            if mention.rule.endswith(".pronoun"):
                mention.match = next((n for n in names if mention.char_start <= n.char_end - 1 < mention.char_end and reader.is_person_match(n)), None)
        return outside_direct_speech(text, mentions, cues)
    western_reader = WesternReader(cues, registry)
    for sentence, hits in cued_sentences(text, folded, cues, names):
        mentions.extend(western.read_sentence_mentions(western_reader, sentence, hits, sentence.char_start, mentions))
    mentions.extend(introduced_speech(western_reader, text, names, mentions))
    if cues.language == "en":
        mentions = with_antecedents(text, folded, outside_quotations(text, mentions), names, western_reader)
    else:
        mentions = said_by_the_article(text, mentions, cues.language)
    return [m for m in mentions if m.form != "subject" or not is_in_teaser(text, m.char_start, cues.language)]


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Mentions in text order; where two overlap, the one that begins first, and of those the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.char_start, -m.char_end)):
        if not kept or mention.char_start >= kept[-1].char_end:
            kept.append(mention)
    return kept


def _background(
    mentions: Sequence[Mention], identities: Sequence[Identity], recaps: Sequence[tuple[int, int]], tail: int
) -> list[bool]:
    """Which mentions are in a recap, or come after it for the first time at the end of a text (from `tail` on)."""
    found = [_inside(m.char_start, recaps) for m in mentions]
    cited = {i.name for m, i, b in zip(mentions, identities, found, strict=True) if not b and m.char_start < tail}
    found = [b or (m.char_start >= tail and m.form not in ("line", "wire") and i.name not in cited) for m, i, b in zip(mentions, identities, found, strict=True)]
    for k, mention in enumerate(mentions):
        if mention.rule.endswith(".full_name"):  # who is named in full there is cited elsewhere
            found[k] = next((found[j] for j, i in enumerate(identities) if j != k and i.name == identities[k].name), found[k])
    return found


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= offset < b for a, b in spans)


def _domains(outlet: OutletReading, registry: Registry) -> tuple[str, ...]:
    known = registry.outlets.get(outlet.outlet_id) if outlet.outlet_id else None
    return known.domains if known else ()


def _day(anchor: Anchor | None) -> datetime.date | None:
    if anchor is None or anchor.year is None or anchor.month is None:
        return None
    return datetime.date(anchor.year, anchor.month, anchor.day or 15)
