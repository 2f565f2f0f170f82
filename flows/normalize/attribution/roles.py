"""Roles: what each source is to the article, from what the sentences showed."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import DOCUMENT, OUTLET, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.publisher import MEDIA, Publisher
from flows.normalize.attribution.registered import Identity

_WHO_CITE = ("immediate", "self", "body")
_WHO_CITE_AND_SAY = (*_WHO_CITE, "speaker")  # "Ann Example said, citing witnesses"
_PERSONAL_CHANNELS = ("telegram", "facebook", "x", "instagram", "youtube")

# Where a line «Источник: X» follows a text of one's own; elsewhere it stands under a text taken whole.
_REWRITING = ("ru", "uk", "en")
# Where an agency's name in brackets signs almost any text: who is cited first is still where the news comes from.
_SIGNING = ("de", "fr", "es", "pt", "it", "pl", "ro")
# Where it mostly stands under a text of another outlet taken whole (the French-speaking press of Africa).
_REPRINTING = ("fr",)

# Where whoever is cited first is what the article is taken from, and bodies after it only speak.
_LED = ("de.", "fr.", "es.", "pt.", "it.", "pl.", "ro.", "ar.")

# characters between the sentences of a medium and of who spoke there
FARTHEST_HOST = 600
# characters between who made a study and the medium that retells it
_BESIDE = 300


def assign_roles(
    mentions: Sequence[Mention], identities: Sequence[Identity], background: Sequence[bool], publisher: Publisher,
    language: str, text: str,
) -> list[str]:
    """A role for each mention; all plain mentions of one source share a role within text and recap."""
    roles = [_role(m, i, publisher, language) for m, i in zip(mentions, identities, strict=True)]
    has_medium = any(
        ((role == "wire" and language not in _SIGNING) or (role == "immediate" and identity.kind in MEDIA and not _is_poll(mention))) and not b
        for mention, role, identity, b in zip(mentions, roles, identities, background, strict=True)
    )
    # an agency's text of what a known office says: the agency supplied it, the office is where it has it from
    is_only_signed = language == "en" and has_medium and not any(
        role == "immediate" and identity.kind in MEDIA and not b for role, identity, b in zip(roles, identities, background, strict=True)
    )
    told_in = {m.sentence for m, role in zip(mentions, roles, strict=True) if role == "venue" and language not in ("ru", "uk")}
    _sources_told_a_medium(mentions, identities, roles, language)
    _bodies_behind_reports(mentions, roles)
    leads, led_by = True, None
    for k, (mention, _identity) in enumerate(zip(mentions, identities, strict=True)):
        if mention.form == "citing" and roles[k] != "self":
            roles[k] = _role_of_cited(k, mention, mentions, roles, _who_cite(k, mention, mentions, roles, language))
        elif roles[k] == "body":
            is_told = mention.form == "subject" and mention.sentence in told_in
            is_leading = leads or (led_by is not None and mention.cue == led_by) or (mention.rule[:3] in _LED and _is_of_document(mention, text, language))
            is_behind = is_only_signed and identities[k].kind == "official" and identities[k].source_id is not None
            roles[k] = "speaker" if is_told else _role_of_body(mention, background[k], has_medium and not is_behind, is_leading)
        if not background[k] and roles[k] in ("speaker", "immediate"):
            led_by = mention.cue if leads else led_by  # "The FBI and the CIA said"
            leads = False
    if language in ("ru", "uk"):
        _sources_of_media(mentions, identities, background, roles, language)
    if language in _REWRITING:
        _documents_behind(mentions, identities, background, roles)
    _host_speakers(mentions, identities, background, roles, text)
    return _one_role_each(mentions, identities, background, roles)


def _is_poll(mention: Mention) -> bool:
    """Whether an English medium is cited for a poll, which is no account of the news."""
    return mention.rule == "en.poll" or (mention.rule == "en.verb.document_shows" and mention.head in ("poll", "survey"))


def _bodies_behind_reports(mentions: Sequence[Mention], roles: list[str]) -> None:
    """The body that a sentence goes by which another closes is what that one had it from («conform Casei Exemplu, a transmis Ministerul Muncii»)."""
    for k, mention in enumerate(mentions):
        if roles[k] != "body" or mention.form != "according" or mention.rule[:3] not in _LED:
            continue
        reporter = next((m for m in mentions[k + 1 :] if m.sentence == mention.sentence and m.form == "subject" and m.is_report and m.kind in ("body", "official", *MEDIA)
                         and m.cue is not None and m.cue[0] < m.char_start), None)
        if reporter is not None:
            roles[k], mention.reporter = "upstream", reporter


def _sources_told_a_medium(mentions: Sequence[Mention], identities: Sequence[Identity], roles: list[str], language: str) -> None:
    """Sources without a name that told a medium something («рассказали „Маяку“ два источника», «han informado a EFE fuentes sanitarias») speak in it."""
    is_slavic = language in ("ru", "uk")
    for k, mention in enumerate(mentions):
        if roles[k] == "immediate" and identities[k].kind == "unnamed" and mention.form == "subject" and any(
            (other.rule.endswith(".told") and other.cue == mention.cue) if is_slavic else (roles[j] == "venue" and other.sentence == mention.sentence)
            for j, other in enumerate(mentions)
        ):
            roles[k] = "speaker"


def _sources_of_media(
    mentions: Sequence[Mention], identities: Sequence[Identity], background: Sequence[bool], roles: list[str], language: str
) -> None:
    """«За даними джерел» after a medium that was cited: what that medium had it from."""
    cues = load_cues(language)
    for k, mention in enumerate(mentions):
        if not (roles[k] == "immediate" and mention.form == "according" and identities[k].kind == "unnamed" and mention.head in cues.lists["press"]) or (
            cues.words.get(mention.head, 0) & OUTLET
        ):
            continue
        medium = next((j for j in range(k - 1, -1, -1) if roles[j] == "immediate" and background[j] == background[k] and identities[j].kind in (*MEDIA, "unnamed")), None)
        if medium is not None:
            roles[k], mention.reporter = "upstream", mentions[medium]


def _documents_behind(mentions: Sequence[Mention], identities: Sequence[Identity], background: Sequence[bool], roles: list[str]) -> None:
    """A document that a text goes by after the source it is taken from is what that source had it from, and so is who made a study that a medium retells."""
    for k, mention in enumerate(mentions):
        is_made = mention.rule.endswith(".made")
        if roles[k] == "immediate" and (is_made or (mention.kind == "document" and mention.rule.endswith("according_document"))) and any(
            role == "immediate" and not background[j] and mentions[j].kind != "document" and identities[j].name != identities[k].name
            and (j < k or (is_made and identities[k].kind not in MEDIA and identities[j].kind in MEDIA and mentions[j].char_start - mention.char_end < _BESIDE)) for j, role in enumerate(roles)
        ):
            roles[k] = "upstream"


def _host_speakers(mentions: Sequence[Mention], identities: Sequence[Identity], background: Sequence[bool], roles: Sequence[str], text: str) -> None:
    """Who spoke in an interview or a broadcast has it for a channel; where the sentence says only «он», who spoke last."""
    for k, mention in enumerate(mentions):
        if not (roles[k] == "venue" or (roles[k] == "self" and mention.form == "venue")) or mention.channel not in ("interview", "broadcast") or mention.is_of_unread:
            continue
        speakers = [j for j in range(len(mentions)) if roles[j] == "speaker" and mentions[j].kind in ("person", "official")]
        same = [j for j in speakers if mentions[j].sentence == mention.sentence]
        beside = text[mention.sentence : mention.char_start]
        close = [j for j in speakers if abs(mentions[j].sentence - mention.sentence) < FARTHEST_HOST or _surname(identities[j].name) in beside]
        near = same or [j for j in close if j < k][-1:] or [j for j in close if mentions[j].person or mentions[j].match][:1]
        if not near:
            continue
        host = min(near, key=lambda j: abs(j - k))
        mention.reporter = mentions[host]
        if same:
            if mentions[host].channel is None or _by_title(mentions[host]):
                mentions[host].channel = mention.channel
            if mentions[host].channel != mention.channel or " " in (mentions[host].person or ""):
                continue  # who is named in full there is cited there
        for j in speakers:
            if identities[j].name == identities[host].name and mentions[j].channel is None and background[j] == background[k]:
                mentions[j].channel = mention.channel


def _by_title(mention: Mention) -> bool:
    """Whether only the title of a press secretary gave the channel, before which the interview or broadcast told of goes."""
    return mention.channel == "press_service" and mention.person is not None


def _surname(name: str) -> str:
    return name.rpartition(" ")[2]


def _is_of_document(mention: Mention, text: str, language: str) -> bool:
    """Whether the words have a document with the body («según datos de la Universidad», „laut einer Umfrage des Verbands“)."""
    words = load_cues(language).words
    start = min(mention.char_start, mention.cue[0]) if mention.cue and mention.form == "according" else mention.char_start
    return any(words.get(word, 0) & DOCUMENT for word in text[start : mention.char_end].lower().split())


def _role_of_body(mention: Mention, is_background: bool, has_medium: bool, leads: bool) -> str:
    """A body is where the article has its information from, unless a medium is and it does not report first; one that comments later, or spoke of what was before, is a speaker.

    `leads` says that nobody was cited before it.
    """
    if is_background and mention.form in ("subject", "body", "according"):
        return "speaker"
    if has_medium and mention.form == "document" and not is_background and mention.rule.startswith(("en.", "ru.passive", "uk.passive")):
        return "immediate"
    if mention.rule.endswith("quotes.subject"):
        return "immediate"
    if mention.channel == "press_service" and mention.form == "subject" and mention.is_report and mention.rule.startswith(("ru.", "uk.")):
        return "immediate"  # «…», передаёт пресс-служба: a way by which words come, whatever medium is cited beside
    if has_medium:
        is_routed = mention.is_report or mention.form in ("according", "document") or mention.channel == "press_service"
        return "immediate" if is_routed and leads and not is_background else "speaker"
    if not leads and mention.form in ("subject", "according") and mention.channel != "press_service" and mention.rule[:3] in _LED:
        return "speaker"
    if mention.form in ("according", "document", "line", "citing") or mention.is_report or mention.channel == "press_service":
        return "immediate"
    return "immediate" if leads and not is_background else "speaker"


def _role(mention: Mention, identity: Identity, publisher: Publisher, language: str) -> str:
    if publisher.is_named_by(mention, identity):
        return "self"
    if mention.form == "line" and language not in _REWRITING and identity.kind == "agency":
        return "wire"
    if mention.form == "line" and language in _REPRINTING and identity.kind == "outlet":
        return "wire"
    if mention.form in ("venue", "wire"):
        return mention.form
    if identity.kind in MEDIA or mention.kind in MEDIA:
        return "immediate"
    if mention.form == "line":
        return "immediate"
    if (mention.form == "document" and mention.person) or mention.rule.endswith(".made"):
        return "immediate"
    if mention.channel == "press_service" and mention.is_report:
        return "body"
    if mention.person or mention.kind in ("person",):
        return "immediate" if mention.channel in _PERSONAL_CHANNELS else "speaker"
    if identity.kind == "person":
        return "immediate" if mention.channel in _PERSONAL_CHANNELS else "speaker"
    if mention.kind == "official" and mention.match is None and mention.form in ("subject", "according"):
        return "immediate" if mention.channel in _PERSONAL_CHANNELS else "speaker"
    if mention.kind == "unnamed":
        return "immediate" if mention.form == "document" or mention.head in load_cues(language).lists["press"] else "speaker"
    if mention.kind == "document":
        return "immediate"
    if mention.channel in _PERSONAL_CHANNELS or (mention.channel == "website" and language != "en"):
        return "immediate"
    if mention.form == "opinion":
        return "speaker"
    return "body"


def _who_cite(k: int, mention: Mention, mentions: Sequence[Mention], roles: Sequence[str], language: str) -> Sequence[str]:
    """The roles that may cite another: in Russian and Ukrainian a speaker where the sentence has no medium or body that does."""
    if language not in ("ru", "uk"):
        return _WHO_CITE_AND_SAY if language == "en" else _WHO_CITE
    has_medium = any(j != k and other.sentence == mention.sentence and roles[j] in _WHO_CITE for j, other in enumerate(mentions))
    return _WHO_CITE if has_medium else _WHO_CITE_AND_SAY


def _role_of_cited(
    k: int, mention: Mention, mentions: Sequence[Mention], roles: list[str], who_cite: Sequence[str]
) -> str:
    """Who is cited by a medium that is not the publisher is upstream; by the publisher or nobody, immediate."""
    reporter = next(
        (j for j, other in enumerate(mentions)
         if j != k and other.sentence == mention.sentence and other.form in ("subject", "body", "according", "line", "document") and roles[j] in who_cite),
        None,
    )
    if reporter is None:
        return "immediate"
    mention.reporter = mentions[reporter]
    return "immediate" if roles[reporter] == "self" else "upstream"


def _one_role_each(
    mentions: Sequence[Mention], identities: Sequence[Identity], background: Sequence[bool], roles: list[str]
) -> list[str]:
    groups: dict[tuple[str, bool], list[int]] = {}
    for k, identity in enumerate(identities):
        groups.setdefault((identity.name, background[k]), []).append(k)
    for members in groups.values():
        fixed = [k for k in members if roles[k] in ("self",)]
        if fixed:
            for k in members:
                roles[k] = "self"
            continue
        hosted = any(mentions[k].channel in ("interview", "broadcast") for k in members if roles[k] == "speaker")
        routed = [k for k in members if roles[k] == "immediate" and (
            mentions[k].channel in _PERSONAL_CHANNELS or (mentions[k].form == "document" and mentions[k].person)
        )]
        plain = [k for k in members if roles[k] in ("speaker", "immediate") and k not in routed]
        if routed and not hosted:
            for k in plain:
                roles[k] = "immediate"
                mentions[k].channel = mentions[k].channel or mentions[routed[0]].channel
        elif plain:
            first = "immediate" if any(mentions[k].kind in MEDIA or mentions[k].form == "line" for k in plain) else roles[plain[0]]
            for k in plain:
                roles[k] = first
        upstream = [k for k in members if roles[k] == "upstream"]
        if upstream:
            for k in plain:
                if k > upstream[0] or not mentions[k].rule.startswith("en."):  # who is cited in person first, is cited so
                    roles[k] = "upstream"
        _share_statement(mentions, plain)
    return roles


def _share_statement(mentions: Sequence[Mention], members: Sequence[int]) -> None:
    """A source whose statement was a press service's somewhere in the text has that channel wherever it has none."""
    if any(mentions[k].channel == "press_service" for k in members):
        for k in members:
            mentions[k].channel = mentions[k].channel or "press_service"
