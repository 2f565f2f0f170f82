"""Citation formulas of languages with fixed word order and Latin script: English, German, Romance, Polish."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    BODY,
    CONJUNCTION,
    DOCUMENT,
    INSIDE,
    OFFICIAL,
    OTHER_VERB,
    OUTLET,
    PARTICIPLE,
    PARTICLE,
    PEOPLE,
    PERCEPTION,
    PLACE,
    POSTING,
    PREPOSITION,
    PRONOUN,
    REPORT,
    TIME,
    TITLE,
    UNNAMED,
    VERB,
    WEAK,
    LanguageCues,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic_phrase import is_person
from flows.normalize.attribution.western_words import (
    AUXILIARIES,
    GERMAN_COMMON_ENDINGS,
    GERMAN_NOT_TO_HAVE,
    GERMAN_PARTICIPLES,
    GERMAN_SUBJECT_PRONOUNS,
    GERMAN_TO_HAVE,
    PASSIVE_FORMS,
    POSTED_ON,
    TOLD,
    WRITTEN_CHANNELS,
    with_derived_classes,
)
from flows.normalize.registry import NameMatch, Registry

_STOP = VERB | OTHER_VERB | CONJUNCTION | PRONOUN | TIME
# weak verbs that are speech where a person is the subject
_PERSONAL = frozenset(("claimed", "claims", "denied", "denies", "confirmed", "confirms", "announced", "revealed", "reveals", "suggested", "admitted", "believes", "insists", "boasted", "joked", "responded", "stressed", "urged", "urges", "indicated"))
_NAMELESS = PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT


_BE = frozenset(("is", "was", "are", "were", "be", "been", "being"))
_COUNTED = frozenset(("a", "an", "another", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "to"))


def _is_domain(word: str) -> bool:
    """Whether a word is a medium's name that is a host ("Example.com")."""
    return word.lower().endswith((".com", ".org", ".net", ".co", ".tv", ".news"))


def _is_no_speech(s: Sentence, v: int) -> bool:
    """Whether an English verb is a passive over an adverb ("was only added") or adds things ("added 12 points")."""
    before = v - 1
    while before >= 0 and s.flags[before] & ADVERB:
        before -= 1
    if before >= 0 and s.lows[before] in _BE:
        return True
    after = s.words[v + 1] if v + 1 < len(s) else ""
    return s.lows[v] in ("added", "adds") and (after[:1].isdigit() or after in _COUNTED)


@dataclass(slots=True)
class _Phrase:
    first: int
    end: int
    kind: str
    match: NameMatch | None = None
    person: tuple[int, int] | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class WesternReader:
    """Reads sentences with the cues of one language and the registry."""

    cues: LanguageCues
    registry: Registry

    def mentions(self, s: Sentence, hits: Sequence[tuple[int, int, str]], number: int) -> list[Mention]:
        """Mentions of one sentence; `hits` are (token, end token, kind of cue) in order."""
        found: list[Mention] = []
        if self.cues.language != "en":
            with_derived_classes(s, self.cues)
        for first, end, kind in hits:
            if any(m.char_start <= s.starts[first] < m.char_end for m in found):
                continue
            if kind == "verb":
                mention = self._subject(s, first, number, end - 1)
            elif kind == "postposed":
                mention = self._before_cue(s, first, end, number)
            elif kind == "shared_by":
                mention = self._shared(s, first, end, number)
            elif kind == "source_line":
                mention = self._source_line(s, first, end, number)
            elif kind == "published_by":
                if first == 0 or not s.flags[first - 1] & DOCUMENT:
                    continue
                mention = self._after_cue(s, first, end, "statement_of", number)
            elif kind in ("according", "opinion", "citing", "statement_of", "interview", "broadcast", "published_in"):
                mention = self._after_cue(s, first, end, kind, number)
                if kind == "interview" and mention is None and s.flags[first] & VERB:
                    mention = self._subject(s, first, number)
            else:
                continue
            if mention is None or (self.cues.language != "en" and any(m.char_start < mention.char_end and mention.char_start < m.char_end for m in found)):
                continue
            found.append(mention)
            if (kind == "interview" and s.flags[end - 1] & VERB) or (kind == "interview" and s.flags[first] & VERB):
                subject = self._subject_before(s, first, number, False)
                if subject:
                    found.append(subject)
            if kind in ("citing", "according", "source_line", "statement_of"):
                found.extend(self._coordinated(s, mention, number))
        for mention in found:
            routed = ("subject",) if self.cues.language == "en" else ("subject", "document")
            if mention.form in routed and not mention.channel:
                mention.channel = self._route(s, mention)
        found = [
            m for m in found
            if m.form != "subject" or m.cue is None or m.channel in POSTED_ON or not s.flags[s.token_at(m.cue[0])] & POSTING
            or (m.match is not None and m.kind in ("outlet", "agency"))
        ]
        if self.cues.language in TOLD:
            found.extend(self._told(s, found, number))
        return found

    def _told(self, s: Sentence, found: Sequence[Mention], number: int) -> list[Mention]:
        """The medium to which somebody spoke: «dijo a EFE», „sagte er der dpa“, «a déclaré X à l'AFP»."""
        addressees = TOLD[self.cues.language]
        venues: list[Mention] = []
        for mention in found:
            if mention.form != "subject" or mention.cue is None:
                continue
            v = s.token_at(mention.cue[0])
            for k in range(v + 1, min(v + 16, len(s) - 1)):
                if s.words[k] in ".;:" or (s.flags[k] & (VERB | OTHER_VERB) and not s.is_capitalised(k)):
                    break
                if s.lows[k] not in addressees or any(m.char_start <= s.starts[k + 1] < m.char_end for m in (*found, *venues)):
                    continue
                phrase = self._describe(s, k + 1, self._run_right(s, k + 1))
                if phrase is not None and phrase.match is not None and phrase.kind in ("outlet", "agency"):
                    phrase.person = None
                    phrase.end = 1 + max(i for i in range(phrase.first, phrase.end) if s.names[i] is phrase.match)
                    if not (phrase.match.is_distinctive or phrase.kind == "agency"):
                        continue
                if phrase is not None and not phrase.person and (
                    (phrase.kind in ("outlet", "agency") and phrase.match is not None) or s.flags[phrase.first] & OUTLET
                    or phrase.head in ("medios", "médias", "medien", "mídia")
                ):
                    venues.append(self._mention(s, phrase, "venue", "told.venue", number, (k, k + 1), is_oblique=True))
                    break
        return venues

    def _before_cue(self, s: Sentence, first: int, end: int, number: int) -> Mention | None:
        """The phrase before a postposition: „Angaben der Polizei zufolge“."""
        start = self._left(s, first)
        phrase = self._describe(s, start, first) if start < first else None
        if phrase is None or (phrase.kind in ("latin", "document") and phrase.head is None and not phrase.match):
            return None
        return self._mention(s, phrase, "according", "according", number, (first, end), is_oblique=True)

    def _shared(self, s: Sentence, first: int, end: int, number: int) -> Mention | None:
        """A post embedded in the page: «Publiée par X sur …» (Facebook), «Una publicación compartida de X (@x)» (Instagram)."""
        stop = end
        while stop < len(s) and stop - end < 12 and s.words[stop] not in ("(", "\n") and s.lows[stop] not in ("sur", "em", "auf", "el", "am", "le"):
            stop += 1
        if stop == end or stop >= len(s) or (s.words[stop] == "(" and s.string(stop, min(stop + 2, len(s)))[-1:] != "@"):
            return None
        channel = "instagram" if s.words[stop] == "(" else "facebook"
        phrase = self._describe(s, end, stop) or _Phrase(end, stop, "person")
        if phrase.kind == "person" and not phrase.person:
            phrase.person = (end, stop)
        phrase.first, phrase.end = end, stop
        return self._mention(s, phrase, "document", "shared_by", number, (first, end), channel=channel, is_report=True)

    def _mention(self, s: Sentence, phrase: _Phrase, form: str, rule: str, number: int, cue: tuple[int, int], **more) -> Mention:
        first, end = phrase.first, phrase.end
        if end - first > 1 and s.is_quote(first):
            first += 1
        if end - first > 1 and s.is_quote(end - 1):
            end -= 1
        person = None
        if phrase.person:
            a, b = phrase.person
            person = s.text[s.starts[a] : s.ends[b - 1]]
        return Mention(
            s.starts[first], s.ends[end - 1], phrase.kind, form, f"{self.cues.language}.{rule}", number,
            (s.starts[cue[0]], s.ends[cue[1] - 1]), more.pop("channel", None), phrase.match, person, phrase.head, **more,
        )

    def _run_right(self, s: Sentence, i: int) -> int:
        """One past the noun phrase that begins at token i."""
        j = last = i
        named = False
        while j < len(s):
            if s.names[j] is not None:
                match = s.names[j]
                while j < len(s) and s.names[j] is match:
                    j += 1
                last, named = j, True
                continue
            flags = s.flags[j]
            if not s.is_word(j):
                if s.is_quote(j) and j == i and (close := s.closing_quote(j, 8)):
                    j += 1
                    limit = close
                    return limit + 1
                if s.words[j] == "." and j > i and (len(s.words[j - 1]) <= 2 or s.flags[j - 1] & TITLE) and s.is_capitalised(j - 1) and j + 1 < len(s):
                    j += 1
                    continue
                if s.words[j] in "’'" and j + 1 < len(s) and s.lows[j + 1] == "s":
                    j += 2
                    continue
                break
            if (s.is_capitalised(j) and not flags & TIME and not (flags & VERB and j == i)) or (s.words[j][0].isdigit() and named):
                named = True
                j += 1
                last = j
                continue
            if flags & (_STOP | ADVERB) and not (flags & INSIDE and j + 1 < len(s) and named and s.is_capitalised(j + 1) and flags & CONJUNCTION == 0):
                break
            if flags & (INSIDE | PARTICLE | ARTICLE):
                if j == i and not flags & ARTICLE:
                    break
                if named and not (j + 1 < len(s) and (s.is_capitalised(j + 1) or s.flags[j + 1] & (ARTICLE | INSIDE))):
                    break
                j += 1
                continue
            if flags & PREPOSITION:
                break
            if named and s.lows[j - 1][-2:] not in ("’s", "'s"):
                break
            j += 1
            last = j
            if j - i > 8:
                break
        return last

    def _describe(self, s: Sentence, first: int, end: int) -> _Phrase | None:
        """What the tokens name: a registry name, a person, a body, an unnamed source; None where nobody."""
        while first < end and (s.words[first][-1] in "'’" or (s.flags[first] & (ARTICLE | INSIDE | PREPOSITION | CONJUNCTION) and s.names[first] is None and not (s.is_capitalised(first) and first > 0)) or (not s.is_word(first) and not s.is_quote(first))):
            first += 1
        while end > first and not s.is_word(end - 1):
            end -= 1
        if first >= end:
            return None
        head_flags, head = 0, None
        for k in range(first, end):
            flags = s.flags[k] & _NAMELESS
            if flags:
                head_flags, head = flags, s.lows[k]
                if flags & PEOPLE:
                    break
        match = next((m for m in s.names[first:end] if m is not None), None)
        person = None if head_flags & (BODY | OUTLET) and not head_flags & PEOPLE else self._person(s, first, end)
        if match is not None and not self._is_person(match):
            if person is None or s.lows[max(0, person[0] - 1)][-2:] in ("’s", "'s") or person[0] < next(k for k in range(first, end) if s.names[k] is match):
                person = None if not head_flags & PEOPLE and not (person and s.lows[person[0] - 1][-2:] in ("’s", "'s")) else person
            if person is None and not head_flags & PEOPLE:
                last = max(k for k in range(first, end) if s.names[k] is match)
                if not match.is_distinctive and last + 1 < end and s.is_word(last + 1) and not s.flags[last + 1] & _NAMELESS:
                    return None
                source = self.registry.cited_sources.get(match.source_ids[0])
                if not match.is_distinctive and not s.is_capitalised(next(k for k in range(first, end) if s.names[k] is match)):
                    return None
                return _Phrase(first, end, source.kind if source else "organisation", match, None, head)
        if person:
            own = next((s.names[k] for k in range(*person) if s.names[k] is not None), None)
            return _Phrase(first, end, "official" if head_flags & OFFICIAL else "person", own, person, head)
        if match is not None and self._is_person(match):
            k = [k for k in range(first, end) if s.names[k] is match]
            return _Phrase(first, end, "person", match, (k[0], k[-1] + 1), head)
        capitals = [k for k in range(first, end) if s.is_word(k) and s.is_capitalised(k) and (k > 0 or len(s.words[k]) > 1)]
        if self.cues.language == "de":
            capitals = [k for k in capitals if not s.flags[k] & _NAMELESS]
        if head_flags & UNNAMED and (not capitals or capitals == [0]):
            return _Phrase(first, end, "unnamed", None, None, head)
        if head_flags & DOCUMENT and not capitals:
            if any(s.flags[k] & (BODY | UNNAMED) for k in range(first, end)):
                return _Phrase(first, end, "document", None, None, head)
            return None if head in ("statement", "letter") else _Phrase(first, end, "document", None, None, head)
        if head_flags & PEOPLE and not capitals:
            return _Phrase(first, end, "person", None, None, head)
        if head_flags & (BODY | OUTLET):
            is_medium = head_flags & OUTLET or any(a == "news" and b == "agency" for a, b in zip(s.lows[first:end], s.lows[first + 1 : end], strict=False))
            return _Phrase(first, end, "outlet" if is_medium else "body", None, None, head)
        if head_flags and not capitals:
            return None
        named = [k for k in capitals if (k > 0 or not s.flags[k]) and s.words[k] not in ("US", "UK", "EU", "U", "S", "I") and not (s.flags[k] & PLACE and end - first == 1)]
        if not named or (self.cues.language != "en" and s.words[first][0].isdigit() and s.words[first].isdecimal()):
            return None
        if head_flags & PEOPLE and self.cues.language != "en":
            return _Phrase(first, end, "official" if head_flags & OFFICIAL else "person", None, (first, end), head)
        return _Phrase(first, end, "latin", None, None, head)

    def _is_person(self, match: NameMatch) -> bool:
        return is_person(self.registry.cited_sources.get(match.source_ids[0]))

    def _person(self, s: Sentence, first: int, end: int) -> tuple[int, int] | None:
        """The last run of two or more capitalised words without an organisation's word in it."""
        j = end
        while j > first:
            k = j - 1
            if not (s.is_word(k) and s.is_capitalised(k)):
                j -= 1
                continue
            stop = j
            while k >= first and (
                (s.is_word(k) and s.is_capitalised(k) and (s.names[k] is None or self._is_person(s.names[k])))
                or (s.flags[k] & PARTICLE and k > first and s.is_capitalised(k - 1) and k + 1 < stop and s.lows[k] not in ("of",))
                or (s.words[k] == "." and k > first and (len(s.words[k - 1]) <= 2 or s.flags[k - 1] & TITLE))
            ):
                k -= 1
            a = k + 1
            if a > first and s.flags[a - 1] & (INSIDE | PREPOSITION) and s.lows[a - 1] not in ("y", "e", "and", "&"):
                j = a - 1
                continue
            had_title = a > first and bool(s.flags[a - 1] & (PEOPLE | TITLE))
            for k in range(stop - 2, a - 1, -1):
                if s.flags[k] & (TITLE | PEOPLE) or (s.words[k] == "." and s.flags[k - 1] & TITLE):
                    a, had_title = k + 1, True
                    break
                if s.lows[k][-2:] in ("’s", "'s") and k < stop - 1:
                    a = k + 1
                    break
            if a < stop and s.words[a] == ".":
                a += 1
            words = [i for i in range(a, stop) if s.is_word(i)]
            if words and s.flags[words[-1]] & (PEOPLE | TITLE):
                return None
            if any(s.flags[i] & (BODY | OUTLET | UNNAMED | DOCUMENT) or (s.words[i].isupper() and len(s.words[i]) > 2) for i in words):
                return None
            if any(ch.isdigit() for i in words for ch in s.words[i]):
                return None
            if len(words) >= 2 and (stop >= len(s) or s.lows[stop - 1] != "of"):
                if s.flags[words[0]] & (ARTICLE | PREPOSITION | CONJUNCTION) or s.words[words[-1]].isupper():
                    return None
                return (a, stop)
            if len(words) == 1 and had_title and not s.words[a].isupper() and not s.flags[a] & (PEOPLE | TITLE):
                return (a, stop)
            return None
        return None

    def _subject(self, s: Sentence, v: int, number: int, last: int | None = None) -> Mention | None:
        """Who says what the verb at token `v` (to token `last`) introduces or closes."""
        flags = s.flags[v]
        last = v if last is None else last
        if self.cues.language != "en" and (
            flags & PRONOUN or s.lows[v - 1 if v else 0] in PASSIVE_FORMS or (self.cues.language == "de" and s.lows[v + 1 : v + 2] and s.lows[v + 1] in GERMAN_SUBJECT_PRONOUNS)
        ):
            return None
        if flags & PARTICIPLE:
            if self.cues.language == "de":
                if (mention := self._german_perfect(s, v, number)) is not None or s.lows[v].startswith(GERMAN_PARTICIPLES):
                    return mention
                clause = next((k + 1 for k in range(v - 1, max(-1, v - 40), -1) if s.words[k] in ",;:" or s.is_quote(k)), max(0, v - 40))
                if any(s.lows[k] in GERMAN_NOT_TO_HAVE | GERMAN_TO_HAVE for k in range(clause, min(len(s), v + 2))):
                    return None
            elif not any(s.lows[k] in AUXILIARIES[self.cues.language] for k in range(max(0, v - 3), v)):
                return None
        if s.is_capitalised(v) and v and s.is_word(v - 1):
            return None
        if (s.words[v].isupper() and len(s.words[v]) > 2) or (v and s.lows[v - 1] in (
            "is", "was", "are", "were", "be", "been", "being", "can", "could", "may", "might", "should", "would", "must", "not", "to"
        )):
            return None
        if self.cues.language == "en" and _is_no_speech(s, v):
            return None
        is_report = bool(flags & REPORT)
        prev = v - 1
        while prev >= 0 and (s.flags[prev] & (ADVERB | OTHER_VERB) or s.lows[prev] in ("n't", "not", "se", "lo", "le", "l", "y", "m", "t")) and s.is_word(prev) and not s.flags[prev] & PRONOUN:
            prev -= 1
        if prev > 1 and s.words[prev].isdigit() and s.flags[prev - 1] & TIME:
            prev -= 1
        while prev > 0 and s.flags[prev] & TIME:
            prev -= 1
            while (prev > 0 and s.flags[prev] & (ADVERB | ARTICLE)) or (prev > 0 and s.lows[prev] in ("on", "late", "last", "in", "am")):
                prev -= 1
        after_mark = prev >= 0 and not s.is_word(prev) and s.words[prev] not in ")"
        mention = None
        if after_mark or (self.cues.language != "en" and (prev < 0 or s.flags[prev] & (ADVERB | TIME))):
            mention = self._subject_after(s, last, number, is_report)
        if mention is None and prev >= 0:
            outlet_only = bool(flags & WEAK and not self._has_content(s, last) and not after_mark and not any(s.is_quote(k) for k in range(max(0, v - 8), v)))
            mention = self._subject_before(s, prev + 1, number, is_report, cue=v)
            named = mention is not None and mention.person is not None and " " in mention.person
            if mention and outlet_only and not (named and s.lows[v] in _PERSONAL) and (mention.kind not in ("outlet", "agency") or mention.match is None):
                return None
        if mention is None and not after_mark and prev >= 0 and not s.flags[prev] & PRONOUN and self.cues.language not in ("en",):
            mention = self._subject_after(s, last, number, is_report)
            if mention and flags & WEAK:
                return None
        if mention and flags & PERCEPTION and not flags & VERB and (mention.kind not in ("outlet", "agency") or mention.match is None):
            return None
        return mention

    def _german_perfect(self, s: Sentence, v: int, number: int) -> Mention | None:
        """„Die Behörde hat mitgeteilt“, „Am Freitag hatte die Behörde mitgeteilt“: who stands beside the auxiliary."""
        auxiliary = v - 1
        while auxiliary >= 0 and s.lows[auxiliary] not in GERMAN_TO_HAVE:
            if s.words[auxiliary] in ",;:" or v - auxiliary > 25:
                return None
            auxiliary -= 1
        if auxiliary < 1:
            return None
        clause = auxiliary - 1
        while clause > max(0, auxiliary - 40) and s.words[clause - 1] not in ",;:\n“”\"«»":
            clause -= 1
        is_report = bool(s.flags[v] & REPORT)
        if s.flags[clause] & (PREPOSITION | TIME | ADVERB) and not s.flags[clause] & ARTICLE:
            return self._subject_after(s, auxiliary, number, is_report)
        return self._subject_before(s, auxiliary, number, is_report, cue=v)

    def _has_content(self, s: Sentence, v: int) -> bool:
        following = s.lows[v + 1 : v + 9]
        return any(w in ("that", "dass", "que", "che", "że", "că", "“", "\"", "«", "„", ":") for w in following)

    def _subject_after(self, s: Sentence, v: int, number: int, is_report: bool) -> Mention | None:
        j = v + 1
        while j + 1 < len(s) and s.flags[j] & ARTICLE and s.flags[j + 1] & TIME:
            j += 2
        while j < len(s) and (s.flags[j] & (ADVERB | TIME) or (s.lows[j] in ("am", "on", "w", "el", "ce") and j + 1 < len(s) and s.flags[j + 1] & TIME)) and s.names[j] is None:
            j += 1
        if j >= len(s) or (s.flags[j] & (PREPOSITION | CONJUNCTION | PRONOUN | VERB | OTHER_VERB) and not s.is_capitalised(j)) or not (s.is_word(j) or (is_report and s.is_quote(j) and self.cues.language != "en")):
            return None
        end = self._run_right(s, j)
        if end <= j or (self.cues.language == "en" and end < len(s) and s.flags[end] & (VERB | OTHER_VERB)):
            return None
        if self.cues.language == "de":
            end = next((
                k for k in range(j + 1, end - 1)
                if s.lows[k] in ("der", "dem") and s.names[k + 1] is not None and s.names[k] is None
                and self._describe(s, k + 1, end) and self._describe(s, k + 1, end).kind in ("outlet", "agency")
            ), end)
        phrase = self._describe(s, j, end)
        if phrase is None:
            return None
        if phrase.kind == "latin" and phrase.end - phrase.first == 1 and not s.words[phrase.first].isupper() and not any(c.isdigit() for c in s.words[phrase.first]):
            phrase.kind, phrase.person = "person", (phrase.first, phrase.end)
        phrase = self._with_apposition_right(s, phrase)
        return self._mention(s, phrase, "subject", "verb.subject_after", number, (v, v + 1), is_report=is_report)

    def _with_apposition_right(self, s: Sentence, phrase: _Phrase) -> _Phrase:
        """«el secretario de Seguridad, Alfonso Durazo»: the name after the comma belongs to the title before it."""
        if phrase.person or not phrase.head or phrase.end + 1 >= len(s) or s.words[phrase.end] != ",":
            return phrase
        if not self.cues.words.get(phrase.head, 0) & PEOPLE:
            return phrase
        following = self._describe(s, phrase.end + 1, self._run_right(s, phrase.end + 1))
        if following and following.person and all(
            s.flags[k] & TITLE or s.words[k] == "." for k in range(phrase.end + 1, following.person[0])
        ):
            return _Phrase(phrase.first, following.end, "official" if self.cues.words[phrase.head] & OFFICIAL else "person", following.match, following.person, phrase.head)
        return phrase

    def _subject_before(self, s: Sentence, end: int, number: int, is_report: bool, cue: int | None = None) -> Mention | None:
        """The phrase that ends before token `end`; over an apposition between commas to the name before it."""
        cue = end if cue is None else cue
        prev = end - 1
        if prev < 0 or (s.flags[prev] & PRONOUN and not s.is_capitalised(prev)):
            return None
        if s.words[prev] == ")":
            opening = next((k for k in range(prev - 1, max(-1, prev - 10), -1) if s.words[k] == "("), None)
            if not opening:
                return None
            prev = opening - 1
        if s.words[prev] == ",":
            comma = self._comma_before(s, prev)
            if not comma:
                return None
            if self.cues.language != "en" and any(s.is_quote(k) for k in range(comma + 1, prev)):
                return None
            is_first = s.flags[comma + 1] & CONJUNCTION == 0
            comma = self._apposition_start(s, comma)
            own = self._describe(s, comma + 1, prev) if is_first else None
            if own and own.person and not any(s.flags[k] & (VERB | CONJUNCTION | PREPOSITION) for k in range(comma + 1, own.person[0])):
                own = self._with_title_left(s, _Phrase(comma + 1, own.end, own.kind, own.match, own.person, own.head))
                return self._mention(s, own, "subject", "verb.subject_apposed", number, (cue, cue + 1), is_report=is_report)
            name = self._left(s, comma)
            phrase = self._describe(s, name, comma) if name < comma else None
            if phrase is None or (not phrase.person and not (phrase.match or phrase.kind in ("latin", "body"))):
                return None
            return self._mention(s, phrase, "subject", "verb.subject_apposed", number, (cue, cue + 1), is_report=is_report)
        if not s.is_word(prev) and not s.is_quote(prev):
            return None
        first = self._left(s, prev + 1)
        if first > prev:
            return None
        if first > 0 and s.flags[first - 1] & PREPOSITION and s.names[first] is None and not s.flags[prev] & _NAMELESS:
            run = prev
            while run > first and s.is_capitalised(run):
                run -= 1
            if run == first:
                return None
        phrase = self._describe(s, first, prev + 1)
        if phrase is None:
            return None
        if first >= 2 and s.words[first - 1] == "," and not phrase.person and self.cues.words.get(phrase.head or "", 0) & PEOPLE:
            name = self._left(s, first - 1)
            before = self._describe(s, name, first - 1) if name < first - 1 else None
            if before and before.person:
                return self._mention(s, before, "subject", "verb.subject_apposed", number, (cue, cue + 1), is_report=is_report)
        if first >= 2 and s.words[first - 1] == "," and phrase.person and phrase.first == phrase.person[0]:
            phrase = self._with_title_left(s, phrase)
        if self.cues.language != "en" and phrase.kind == "latin" and not phrase.match and not self._is_name_at_start(s, phrase):
            return None
        if self.cues.language != "en" and phrase.kind == "latin" and not is_report and phrase.end - phrase.first == 1 and s.words[phrase.first].isalpha() and not s.words[phrase.first].isupper():
            phrase.kind, phrase.person = "person", (phrase.first, phrase.end)
        return self._mention(s, phrase, "subject", "verb.subject_before", number, (cue, cue + 1), is_report=is_report)

    def _is_name_at_start(self, s: Sentence, phrase: _Phrase) -> bool:
        """Whether the capital is more than the sentence's first («Muitos fãs», „Dazu“): the text has it inside a sentence too."""
        start = phrase.first
        if any(s.is_word(k) for k in range(start)) or any(s.is_capitalised(k) for k in range(start + 1, phrase.end)) or not s.words[start].isalpha() or s.words[start].isupper():
            return True
        if phrase.end - start > 1 and not any(s.flags[k] & (INSIDE | PARTICLE) for k in range(start + 1, phrase.end)):
            return False
        word, at = s.words[start], -1
        while (at := s.text.find(word, at + 1)) >= 0:
            if at > 1 and s.text[at - 1] == " " and (s.text[at - 2].isalnum() or s.text[at - 2] == ",") and not s.text[at + len(word) : at + len(word) + 1].isalpha():
                return self.cues.language != "de" or s.text.find(word.lower()) < 0
        return False

    def _comma_before(self, s: Sentence, end: int) -> int | None:
        return next((k for k in range(end - 1, max(-1, end - 25), -1) if s.words[k] == ","), None)

    def _apposition_start(self, s: Sentence, comma: int) -> int:
        """The comma after the name, where its apposition has commas too: «Ana Vega, alcaldesa de Loma, Sur, y presidenta de …,»."""
        if self.cues.language == "en":
            return comma
        for _ in range(3):
            earlier = self._comma_before(s, comma)
            if not earlier:
                return comma
            head = earlier + 1
            while head < comma and s.flags[head] & ARTICLE:
                head += 1
            is_title = bool(s.flags[head] & PEOPLE) and not s.is_capitalised(head) and self._person(s, earlier + 1, comma) is None
            if not (is_title or s.flags[comma + 1] & CONJUNCTION):
                return comma
            comma = earlier
        return comma

    def _with_title_left(self, s: Sentence, phrase: _Phrase) -> _Phrase:
        """«embaixador da China, Yang Wanming»: the title before the comma."""
        comma = phrase.first - 1
        first = self._left(s, comma)
        for k in range(first, comma):
            if s.flags[k] & PEOPLE:
                kind = "official" if s.flags[k] & OFFICIAL else phrase.kind
                return _Phrase(k, phrase.end, kind, phrase.match, phrase.person, s.lows[k])
        return phrase

    def _left(self, s: Sentence, end: int) -> int:
        """First token of the noun phrase that ends before `end`."""
        j = end - 1
        first = end
        modifier = False
        while j >= 0:
            if s.names[j] is not None:
                first = j
                j -= 1
                continue
            flags = s.flags[j]
            if not s.is_word(j):
                if s.words[j] == "." and j > 0 and (len(s.words[j - 1]) <= 2 or s.flags[j - 1] & TITLE):
                    j -= 1
                    continue
                if s.words[j] in "’'" and j + 1 < len(s) and s.lows[j + 1] == "s":
                    j -= 1
                    continue
                if s.is_quote(j) and j == end - 1 and (opening := s.opening_quote(j, 8)) is not None:
                    first, j = opening, opening - 1
                    continue
                break
            capital = s.is_capitalised(j) and j > 0
            if flags & PRONOUN and s.words[j].istitle() and first == end:
                break
            if flags & (_STOP | ADVERB) and not capital and not flags & (INSIDE & ~CONJUNCTION):
                if flags & CONJUNCTION and flags & INSIDE and j + 1 < len(s) and s.is_capitalised(j + 1) and j > 0 and s.is_capitalised(j - 1) and first == j + 1 and s.names[j + 1] is None:
                    j -= 1
                    continue
                break
            if flags & PREPOSITION and not flags & INSIDE and not capital:
                if j > 0 and s.flags[j - 1] & (BODY | UNNAMED | OFFICIAL) and end - j < 8:
                    j -= 1
                    continue
                break
            if flags & ARTICLE and not flags & INSIDE:
                first = j
                if j > 0 and s.flags[j - 1] & INSIDE and not s.flags[j - 1] & CONJUNCTION:
                    j -= 1
                    continue
                break
            if not s.is_capitalised(j) and not flags and not s.words[j][0].isdigit():
                following = s.flags[j + 1] if j + 1 < end else 0
                if j + 1 < end and not (following & _NAMELESS or modifier):
                    break
                modifier = True
            else:
                modifier = False
            first = j
            j -= 1
            if end - first > 14:
                break
        return first

    def _after_cue(self, s: Sentence, first: int, end: int, kind: str, number: int) -> Mention | None:
        j = end
        if s.lows[first] in ("segundo", "secondo") and first and s.flags[first - 1] & (ARTICLE | INSIDE | PREPOSITION):
            return None
        if kind == "according":
            j = self._over_verb(s, j)
        if j >= len(s) or s.flags[j] & PRONOUN:
            return None
        stop = self._run_right(s, j)
        if stop <= j:
            return None
        phrase = self._describe(s, j, stop)
        if phrase is None or self._is_modifier(s, phrase, stop):
            return None
        if self.cues.language == "de" and phrase.kind == "latin" and s.lows[phrase.end - 1].endswith(GERMAN_COMMON_ENDINGS):
            return None
        if kind in ("interview", "broadcast"):
            if phrase.match is None and _is_domain(s.words[j]):
                phrase.kind, phrase.person = "outlet", None
            is_station = kind == "broadcast" and any(s.lows[k].removesuffix("'s").removesuffix("’s") in ("fm", "tv", "radio", "news") for k in range(phrase.first, phrase.end))
            is_caps = self.cues.language != "en" and phrase.kind == "latin" and s.words[phrase.first].isupper() and phrase.end - phrase.first == 1 and len(s.words[phrase.first]) > 2
            if is_caps:
                phrase.kind = "outlet"
            is_host = phrase.match is None and phrase.kind == "outlet" and _is_domain(s.words[j])
            if not is_station and not is_caps and not is_host and (phrase.match is None or self._is_person(phrase.match) or phrase.kind not in ("outlet", "agency")):
                return None
            if is_station and phrase.match is None:
                phrase.kind, phrase.person = "outlet", None
            return self._mention(s, phrase, "venue", f"{kind}.venue", number, (first, end), channel="interview" if kind == "interview" and "interview" in s.string(first, end).lower() else ("broadcast" if kind == "broadcast" else None), is_oblique=True)
        if kind == "published_in":
            if phrase.kind not in ("outlet", "agency", "latin") or phrase.person:
                return None
            return self._mention(s, phrase, "venue", "published_in.venue", number, (first, end), is_oblique=True)
        if kind == "statement_of" and (phrase.kind in ("unnamed", "document") or (phrase.kind == "person" and not phrase.person)):
            return None
        if s.lows[first] in ("so", "così", "za", "pour", "para", "pentru") and end == first + 1:
            if (not (first > 0 and s.words[first - 1] == ",") and not (first == 0 and phrase.match)) or phrase.kind == "unnamed":
                return None
            if s.lows[first] not in ("so", "così"):
                return None
        phrase = self._with_apposition_right(s, phrase)
        if phrase.kind == "document" and stop + 2 < len(s) and s.lows[stop] in ("published", "released", "issued", "compiled", "provided") and s.lows[stop + 1] == "by":
            stop += 1
        if phrase.kind == "document" and stop + 1 < len(s) and s.lows[stop] in (
            "by","from", "by", "of", "der", "des", "von", "de", "du", "del", "da", "do", "di", "della"):
            author = self._describe(s, stop + 1, self._run_right(s, stop + 1))
            if author and author.kind not in ("unnamed", "document"):
                if author.person and not author.head:
                    author.kind, author.person = "body", None
                phrase, kind = author, "statement_of"
        form = {"according": "according", "opinion": "opinion", "citing": "citing", "statement_of": "document"}[kind]
        return self._mention(s, phrase, form, kind, number, (first, end), is_oblique=True)

    def _over_verb(self, s: Sentence, j: int) -> int:
        """Past the verb of «según se detalló en …», «selon ce que rapporte …», «secondo quanto si legge in …»."""
        if self.cues.language not in ("es", "pt", "it", "fr"):
            return j
        k = j
        while k < len(s) and k - j < 3 and s.lows[k] in ("se", "lo", "que", "ce", "quanto", "si", "o", "a", "foi", "fue", "è", "stato", "ha", "han", "consta", "legge"):
            k += 1
        if k >= len(s) or not (s.flags[k] & VERB or s.lows[k - 1] in ("consta", "legge")):
            return j
        k += bool(s.flags[k] & VERB)
        if k < len(s) and s.lows[k] in ("en", "em", "no", "na", "nos", "nas", "dans", "in", "nel", "nella", "nell", "sul", "sulla", "por", "pelo", "pela", "da", "dal", "dalla", "dall", "par"):
            return k + 1
        return j

    def _is_modifier(self, s: Sentence, phrase: _Phrase, stop: int) -> bool:
        """Whether a lower-case noun follows that the name only describes ("the 2010 US census")."""
        if self.cues.language != "en" or (phrase.match is not None and phrase.kind in ("outlet", "agency")):
            return False
        return (
            phrase.kind == "latin" and stop < len(s) and s.is_word(stop) and not s.is_capitalised(stop) and not s.flags[stop]
        )

    def _source_line(self, s: Sentence, first: int, end: int, number: int) -> Mention | None:
        if end >= len(s) or s.words[end] != ":" or (first > 1 and s.words[first - 1] not in "-–—(|"):
            return None
        j = end + 1
        if j >= len(s):
            return None
        stop = j
        while stop < len(s) and (s.is_word(stop) or s.is_quote(stop) or s.words[stop] in ".’'&") and stop - j < 7:
            stop += 1
        if stop - j >= 7 or stop == j:
            stop = max(self._run_right(s, j), j + 1)
        phrase = self._describe(s, j, stop) or _Phrase(j, stop, "latin")
        if phrase.kind in ("unnamed", "document"):
            return None
        if phrase.kind == "latin" or (phrase.person and phrase.kind == "person"):
            is_actor = self.cues.language != "en" and s.text.lower().count(s.string(phrase.first, phrase.end).lower()) > 1
            phrase.kind, phrase.person = "body" if is_actor else "outlet", None
        return self._mention(s, phrase, "line", "source_line", number, (first, end), is_report=True)

    def _coordinated(self, s: Sentence, mention: Mention, number: int) -> list[Mention]:
        """«A and B», "Sources: A, B"."""
        j = s.token_at(mention.char_end)
        if j < len(s) and s.is_quote(j):
            j += 1
        if j + 1 >= len(s) or not ((s.flags[j] & CONJUNCTION and s.lows[j] in ("and", "und", "et", "y", "e", "i", "și")) or (s.words[j] == "," and mention.form == "line")):
            return []
        stop = self._run_right(s, j + 1)
        phrase = self._describe(s, j + 1, stop) if stop > j + 1 else None
        if phrase is None or phrase.kind in ("unnamed", "document") or (phrase.kind in ("person", "official") and not phrase.person):
            return []
        if stop < len(s) and s.flags[stop] & (VERB | OTHER_VERB):
            return []
        if mention.form == "line":
            phrase.kind, phrase.person = ("outlet", None) if phrase.kind in ("latin", "person") else (phrase.kind, phrase.person)
        other = self._mention(s, phrase, mention.form, "coordinated", number, (j, j + 1), is_report=mention.is_report)
        other.cue = mention.cue
        return [other]

    def _route(self, s: Sentence, mention: Mention) -> str | None:
        """The platform of a statement: "on Twitter", "in a Facebook post", "in a blog post"."""
        if mention.cue is None:
            return None
        v = s.token_at(mention.cue[0])
        if s.lows[v] == "tweeted":
            return "x"
        if self.cues.language != "en":
            return self._written_route(s, mention, v)
        for k in range(v + 1, min(v + 9, len(s))):
            if (s.flags[k] & (VERB | OTHER_VERB) and s.lows[k] not in ("posted", "published", "shared")) or s.words[k] in ".;":
                return None
            channel = self.cues.channel_of(s.lows[k])
            if channel in ("telegram", "facebook", "x", "instagram", "youtube", "website") and any(
                s.flags[m] & (PREPOSITION | INSIDE) for m in range(max(v, k - 4), k)
            ):
                return channel
        return None

    def _written_route(self, s: Sentence, mention: Mention, v: int) -> str | None:
        """The channel of a statement in the same clause: «en su cuenta de Twitter», „auf Instagram“, «in una nota»."""
        if s.lows[v].startswith(("tuite", "tweet", "twitter", "twitta", "zatwe")):
            return "x"
        own = s.token_at(mention.char_start)
        for step, limit in ((1, v + 18), (-1, min(v, own) - 14)):
            k = v + 1 if step > 0 else min(v, own) - 1
            while 0 <= k < len(s) and k != limit:
                if s.words[k] in ".;:" or s.is_quote(k) or (s.flags[k] & VERB and not s.is_capitalised(k) and not s.flags[k] & PARTICIPLE and s.lows[k + 1 : k + 2] != ["de"]):
                    break
                channel = "x" if s.words[k] == "X" else self.cues.channel_of(s.lows[k])
                if channel in WRITTEN_CHANNELS and any(s.flags[m] & (PREPOSITION | INSIDE) for m in range(max(0, k - 4), k)):
                    return channel
                k += step
        return None
