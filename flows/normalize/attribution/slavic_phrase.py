"""Noun phrases of Russian, Ukrainian and Polish sentences: where one ends and what it names."""

from dataclasses import dataclass

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    BODY,
    CONJUNCTION,
    DOCUMENT,
    INSIDE,
    OFFICIAL,
    OTHER_VERB,
    OUTLET,
    PASSIVE,
    PEOPLE,
    PERCEPTION,
    PERSON,
    PREPOSITION,
    PRONOUN,
    TIME,
    UNNAMED,
    VERB,
    LanguageCues,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.word_forms import WordForm, word_form
from flows.normalize.registry import CitedSource, NameMatch, Registry

_STOP = VERB | PASSIVE | OTHER_VERB | PERCEPTION | CONJUNCTION | PRONOUN | TIME | ADVERB
_BODY_LIKE = ("держ", "гос", "рос", "укр", "нац", "обл", "мин", "мін", "ген", "крем", "газ", "теле", "авто", "энерго", "енерго")
# short names that stand together in one name («управление ГО и ЧС»)
_PAIRS = {("ГО", "ЧС"), ("ГОЧС", "ПБ"), ("ЧС", "ПБ"), ("ГЗ", "ЧС"), ("ЦЗ", "НС")}
_LATIN_JOINTS = frozenset(("and", "of", "the", "for", "in", "on", "de", "la", "du", "di", "del", "and", "von", "der"))
_PATRONYMIC = ("вич", "вна", "ічна", "їч")


@dataclass(slots=True)
class Phrase:
    """Tokens [first, end) of a sentence that name a source, and what sort of source."""

    first: int
    end: int
    kind: str
    match: NameMatch | None = None
    person: tuple[int, int] | None = None
    head: str | None = None
    channel: str | None = None
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class SlavicReader:
    """Reads phrases with the cues of one language and the registry."""

    cues: LanguageCues
    registry: Registry

    def form(self, word: str) -> WordForm:
        """The readings of a word form in this language."""
        return word_form(word, "uk" if self.cues.language == "uk" else "ru")

    def class_of(self, s: Sentence, i: int) -> int:
        """Word classes of a token, those of its dictionary form where the form itself is not listed."""
        flags = s.flags[i]
        if flags & ~ADDRESSEE or not s.is_word(i):
            return flags
        low = s.lows[i]
        if s.words[i].isascii() or low.isdigit():
            return 0
        for prefix in ("экс-", "екс-", "вице-", "віце-", "пресс-", "прес-", "теле", "радио", "радіо"):
            if low.startswith(prefix) and (rest := self.cues.words.get(low[len(prefix) :])):
                return rest
        if "-" in low and (rest := self.cues.words.get(low.rpartition("-")[2], 0) & (PEOPLE | OUTLET)):
            return rest
        form = self.form(low)
        listed = self.cues.words.get(form.lemma, 0) & (PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT)
        if not listed and form.animate and form.noun and form.nominative and (i == 0 or not s.is_capitalised(i)) and not form.adjective and not (i == 0 and (form.given_name or form.surname)):
            return PERSON
        return listed

    def end_right(self, s: Sentence, i: int) -> int:
        """One past the last token of the noun phrase that begins at token i."""
        last = j = i
        seen_name = False
        within = False
        while j < len(s):
            flags = s.flags[j]
            if s.names[j] is not None:
                match = s.names[j]
                while j < len(s) and s.names[j] is match:
                    j += 1
                last, seen_name = j, True
                if j < len(s) and s.is_quote(j):
                    j += 1
                continue
            word = s.words[j]
            if not s.is_word(j):
                if s.is_quote(j) and (close := s.closing_quote(j)) and j + 1 < close and s.words[j + 1][0].isalnum() and (s.is_capitalised(j + 1) or seen_name is False):
                    if j > i or close - j <= 6:
                        j = last = close + 1
                        seen_name = True
                        continue
                    break
                if word == "." and j > i and ((len(s.words[j - 1]) == 1 and s.is_capitalised(j - 1)) or s.lows[j - 1] in {"г", "им", "обл", "св"}) and j + 1 < len(s):
                    j += 1
                    continue
                if word == "," and self._lists_complements(s, i, j):
                    j += 1
                    within = True
                    continue
                break
            if flags & PREPOSITION or flags & INSIDE:
                if j == i + 1 and s.lows[i] in ("один", "одна", "одно", "одне") and s.lows[j] in ("из", "із", "з"):
                    j += 1
                    continue
                if j == i or not self._goes_on(s, i, j, seen_name):
                    break
                j += 1
                within = True
                continue
            if s.lows[j] in ("и", "та", "і", "й") and self._joins_genitives(s, i, j):
                j += 1
                within = True
                continue
            if flags & _STOP and not (s.is_capitalised(j) and flags & VERB == 0 and j + 1 < len(s) and s.is_capitalised(j + 1)):
                break
            if word[0].isdigit() and word.isdigit() and not within and not (j > i and (s.is_capitalised(j - 1) or s.is_quote(j - 1))):
                break
            if s.is_capitalised(j):
                seen_name, within = True, False
            elif (s.lows[j] in _LATIN_JOINTS and j + 1 < len(s) and s.words[j + 1].isascii() and s.is_capitalised(j + 1) and j > i and s.words[j - 1].isascii()) or word[0].isdigit() or within:
                pass
            elif self.cues.channel_of(s.lows[j]) not in (None, "press_service") and j > i and not self._has_in_charge(s, j) and not (j == i + 1 and self.form(s.lows[i]).adjective):
                break
            elif seen_name and not self.class_of(s, j) & (PEOPLE | BODY) and not self._after_role(s, i, j):
                if not self._continues_name(s, i, j):
                    break
            elif not seen_name and j > i and (form := self.form(s.lows[j])).verb and not (form.genitive and not flags):
                break
            j += 1
            last = j
        return last

    def _has_in_charge(self, s: Sentence, j: int) -> bool:
        """Whether a medium in the genitive stands right after who works for it («редактор портала „Маяк“»)."""
        return bool(self.class_of(s, j - 1) & PEOPLE) and self.form(s.lows[j]).genitive

    def _after_role(self, s: Sentence, i: int, j: int) -> bool:
        """A small word right after a role noun belongs to it («майор внутренней службы Татьяна Дугина»)."""
        for k in range(j - 1, max(i - 1, j - 4), -1):
            if s.is_capitalised(k):
                return False
            if self.class_of(s, k) & PEOPLE:
                return True
        return False

    def _lists_complements(self, s: Sentence, i: int, j: int) -> bool:
        """«министр экономического, территориального развития», «министерство культуры, молодежи и спорта»."""
        if j - 1 <= i or j + 2 >= len(s) or not s.is_word(j + 1) or s.is_capitalised(j + 1) or s.is_capitalised(j - 1):
            return False
        before, after = self.form(s.lows[j - 1]), self.form(s.lows[j + 1])
        if s.flags[j + 1] & _STOP or not before.genitive or not after.genitive or not any(self.class_of(s, k) & (PEOPLE | BODY) for k in range(i, j)):
            return False
        if before.adjective and after.adjective:
            return True
        return not before.adjective and not before.animate and not after.animate and s.lows[j + 2] in ("и", "та", "і", "й")

    def _joins_genitives(self, s: Sentence, i: int, j: int) -> bool:
        """«министра энергетики и угольной промышленности»: the conjunction stands between complements of a title."""
        if j + 1 < len(s) and (s.words[j - 1], s.words[j + 1]) in _PAIRS:
            return True
        if j + 1 >= len(s) or s.is_capitalised(j + 1) or not s.is_word(j + 1) or j - 1 <= i:
            return False
        before, after = self.form(s.lows[j - 1]), self.form(s.lows[j + 1])
        return (
            before.genitive and after.genitive and not s.flags[j + 1] & _STOP
            and (not after.nominative or (not after.animate and not s.flags[j + 1] & BODY and self.class_of(s, i) & BODY))
            and any(self.class_of(s, k) & (PEOPLE | BODY) for k in range(i, j))
        )

    def _continues_name(self, s: Sentence, i: int, j: int) -> bool:
        """Whether a small word belongs to a name begun by a capital («Национальная полиция», «ДСНС области»)."""
        if s.words[j].isascii() or not s.is_word(j):
            return False
        before = s.words[j - 1]
        form = self.form(s.lows[j])
        if s.is_capitalised(j - 1) and not before.isascii() and not before.isupper():
            previous = self.form(before)
            if previous.adjective:
                return (form.noun or form.adjective) and (not previous.nominative or form.nominative)
            if previous.surname or previous.given_name:
                return False
        if self._is_person_run(s, i, j):
            return False
        return (form.genitive and (form.noun or form.adjective)) and j - i < 10 and not form.verb

    def _goes_on(self, s: Sentence, i: int, j: int, seen_name: bool) -> bool:
        """Whether a preposition stays inside the phrase: a name still follows («посол США в Украине Стивен Пайфер»)."""
        low = s.lows[j]
        people = any(self.class_of(s, k) & (PEOPLE | BODY) for k in range(i, j))
        if not people or j + 1 >= len(s):
            return False
        if self.cues.channel_of(s.lows[j + 1]) or s.flags[j + 1] & (PRONOUN | TIME | ADVERB):
            return False
        if low in {"по", "при"} and not self._is_person_run(s, i, j):
            return True
        if self._is_person_run(s, i, j):
            return False
        run, in_quotes = 0, False
        for k in range(j + 1, min(len(s), j + 15)):
            if not s.is_word(k):
                if s.is_quote(k):
                    in_quotes = not in_quotes
                elif s.words[k] != "." and not in_quotes:
                    return False
                continue
            if s.flags[k] & (VERB | PASSIVE | CONJUNCTION | PRONOUN | TIME) or self.cues.channel_of(s.lows[k]):
                return False
            if s.lows[k] in ("что", "що", "щоб", "чтобы"):
                return False
            if s.names[k] is not None and self.is_person_match(s.names[k]) and s.is_capitalised(k):
                return True
            if s.is_capitalised(k) and s.names[k] is None and not s.words[k].isupper():
                run += 1
                if run >= 2 and (self.form(s.words[k - 1]).given_name or self.form(s.words[k]).surname) and not self.form(s.words[k]).place:
                    return True
            else:
                run = 0
        return False

    def _is_person_run(self, s: Sentence, i: int, j: int) -> bool:
        """Whether tokens before j end in a given name and a surname."""
        return (
            j - 2 >= i and s.is_capitalised(j - 1) and s.is_capitalised(j - 2)
            and (self.form(s.words[j - 2]).given_name or self.form(s.words[j - 1]).surname)
            and s.names[j - 1] is None
        )

    def start_left(self, s: Sentence, end: int) -> int:
        """First token of the noun phrase that ends before token `end`, as far as the clause allows."""
        j = end - 1
        first = end
        while j >= 0:
            flags = s.flags[j]
            if s.names[j] is not None:
                match = s.names[j]
                while j >= 0 and s.names[j] is match:
                    first = j
                    j -= 1
                if j >= 0 and s.is_quote(j) and first - j == 1:
                    j -= 1
                continue
            if not s.is_word(j):
                if s.is_quote(j) and (opening := s.opening_quote(j)) is not None and opening < j - 1 and s.is_capitalised(opening + 1) and j - opening <= 7:
                    first = opening
                    j = opening - 1
                    continue
                if s.words[j] == "." and j > 0 and len(s.words[j - 1]) == 1 and s.is_capitalised(j - 1):
                    j -= 1
                    continue
                if s.words[j] == "," and 1 < j < end - 2 and self._is_complement(s, j - 1) and self._is_complement(s, j + 1) and s.lows[j + 2] in ("и", "та", "і", "й"):
                    j -= 1
                    continue
                break
            if flags & _STOP:
                if not (s.lows[j] in ("и", "та", "і", "й") and j > 1 and j + 1 < end and s.is_word(j - 1) and self._is_complement(s, j - 1) and self._is_complement(s, j + 1)):
                    break
                j -= 1
                continue
            if flags & PREPOSITION and s.is_capitalised(j):
                break
            if not s.is_capitalised(j) and not flags and self.form(s.lows[j]).verb:
                break
            first = j
            j -= 1
        return first

    def _is_complement(self, s: Sentence, k: int) -> bool:
        """Whether a small word stands in the genitive («образования» of «Министерство образования и науки»)."""
        form = self.form(s.lows[k])
        return s.is_word(k) and not s.is_capitalised(k) and not s.flags[k] & _STOP and form.genitive and form.noun and not form.animate

    def person_name(self, s: Sentence, first: int, end: int, alone: bool) -> tuple[int, int] | None:
        """Tokens of the personal name in a phrase; a single capitalised word counts after a role noun or where `alone`."""
        j = end
        while j > first:
            k = j - 1
            if not (s.is_word(k) and s.is_capitalised(k)) or self._is_organisation(s, k):
                j -= 1
                continue
            run_end = j
            while k >= first and not self._is_organisation(s, k) and (
                (s.is_word(k) and s.is_capitalised(k)) or (s.words[k] == "." and k > first and len(s.words[k - 1]) == 1)
            ):
                k -= 1
            name = self._name_in_run(s, k + 1, run_end, first, alone)
            if name:
                return name
            j = k + 1
        return None

    def _is_organisation(self, s: Sentence, k: int) -> bool:
        match = s.names[k]
        if match is None:
            return False
        if k and s.names[k - 1] is None and s.is_capitalised(k - 1) and (before := self.form(s.words[k - 1])).given_name and not before.place:
            return False
        return not is_person(self.registry.cited_sources.get(match.source_ids[0]))

    def _name_in_run(self, s: Sentence, a: int, b: int, first: int, alone: bool) -> tuple[int, int] | None:
        words = s.words
        while b > a and ((words[b - 1].isupper() and len(words[b - 1]) > 1) or words[b - 1] == "."):
            b -= 1
        while a < b and words[a].isupper() and len(words[a]) > 1:
            a += 1
        if b <= a:
            return None
        size = b - a
        surname = self.form(words[b - 1])
        if size >= 2:
            if words[b - 1].isascii():
                return (a, b) if a > first and self.class_of(s, a - 1) & PEOPLE else None
            given = self.form(words[b - 2]) if words[b - 2] != "." else None
            if words[b - 2] == ".":
                start = b - 3
                if start - 2 >= a and words[start - 1] == ".":
                    start -= 2
                return (max(a, start), b)
            if size >= 3 and words[b - 2].lower().endswith(_PATRONYMIC):
                return (b - 3, b)
            if given.given_name and not (given.place and not given.given_name):
                start = b - 2
                return (start, b)
            if surname.surname and not given.place and not given.adjective:
                return (b - 2, b)
            if words[b - 1].lower().endswith(_PATRONYMIC):
                return (max(a, b - 3), b)
            title_before = a > first and self.class_of(s, a - 1) & PEOPLE
            if given.place or given.adjective:
                if title_before and not surname.place:
                    return (b - 1, b)
                return None
            if surname.place or self.class_of(s, b - 1) & (BODY | OUTLET):
                return None
            return (b - 2, b)
        if surname.place:
            return None
        if words[b - 1].isascii():
            return (a, b) if a > first and self.class_of(s, a - 1) & PEOPLE else None
        if surname.adjective and b < len(s) and s.is_word(b) and not s.is_capitalised(b) and self.form(s.lows[b]).noun and not self.form(s.lows[b]).verb and self.form(words[b - 1]).genitive == self.form(s.lows[b]).genitive and words[b - 1].lower().endswith(("ої", "ой", "ого", "кий", "ка", "их", "ых")):
            return None
        if a > first and self.class_of(s, a - 1) & PEOPLE and (surname.surname or not self.class_of(s, a)):
            role = self.form(s.lows[a - 1])
            if role.nominative and not role.genitive and surname.genitive and not surname.nominative:
                return None
            return (a, b)
        quoted = (a > 0 and s.is_quote(a - 1) and b < len(s) and s.is_quote(b)) or "." in words[a] or any(c.isascii() and c.isalpha() for c in words[a])
        if alone and not quoted and size == end_size(s, first, b) and not self.class_of(s, a) and (
            self._looks_like_surname(words[b - 1], surname) or (not surname.known and surname.nominative and not words[b - 1].lower().startswith(_BODY_LIKE))
        ):
            return (a, b)
        return None

    def _looks_like_surname(self, word: str, form: WordForm) -> bool:
        if form.surname or form.given_name:
            return True
        low = word.lower()
        if form.place or word.isupper():
            return False
        return low.endswith((
            "ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ская", "цкая", "ова", "ева", "ина", "енко", "ко", "чук", "юк",
            "ян", "янц", "дзе", "швили", "ський", "цький", "ська", "цька", "ич", "ук", "ак", "ер", "ман", "сон", "ець", "ів", "їв",
        )) and not (form.noun and not form.animate)

    def describe(self, s: Sentence, first: int, end: int, alone: bool = False) -> Phrase | None:
        """What the tokens name, or None where they name nobody."""
        while first < end and not s.is_word(first) and not s.is_quote(first):
            first += 1
        while end > first and not s.is_word(end - 1) and not s.is_quote(end - 1):
            end -= 1
        if first >= end:
            return None
        if s.lows[first] in ("один", "одна", "одно", "одне") and first + 2 < end and s.lows[first + 1] in ("из", "із", "з"):
            is_people = any(self.class_of(s, k) & PEOPLE or self.form(s.lows[k]).animate for k in range(first + 2, end))
            if self.person_name(s, first + 2, end, False) is None:
                return Phrase(first, end, "unnamed", None, None, s.lows[first], is_named=False) if is_people else None
        channel = None
        head_flags, head = 0, None
        for k in range(first, end):
            if s.is_quote(k) or s.words[k][0].isdigit():
                if s.is_quote(k):
                    break
                continue
            low = s.lows[k]
            flags = self.class_of(s, k)
            if s.names[k] is not None and not flags & PEOPLE:
                break
            if flags & (PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT):
                head_flags, head = flags, low
                break
            if s.is_capitalised(k) and k > first:
                break
        lead = first + 1 if end - first > 1 and (first == 0 or not s.is_capitalised(first)) and self.form(s.lows[first]).adjective else first
        if end > first and (found := self.cues.channel_of(s.lows[lead]) or self.cues.channel_of(s.lows[first])):
            channel = found
        person = self.person_name(s, first, end, alone)
        if person:
            kind = "official" if head_flags & OFFICIAL else "person"
            match = s.names[person[1] - 1]
            if person[1] - person[0] > 1 and match is not s.names[person[0]] and s.words[person[0] + 1] != ".":
                match = None
            return Phrase(first, end, kind, match, person, head if head_flags & PEOPLE else None, channel if channel == "press_service" else None)
        match = next((m for m in s.names[first:end] if m and not self._is_only_a_noun(s, m, first, end)), None)
        if match and self.is_person_match(match):
            k = [k for k in range(first, end) if s.names[k] is match]
            if s.is_capitalised(k[-1]) and self._agrees(s, first, k):
                return Phrase(first, end, "official" if head_flags & OFFICIAL else "person", match, (k[0], k[-1] + 1), head, None)
        if head_flags & PEOPLE:
            office = match if match and self.is_person_match(match) and self._agrees(s, first, [k for k in range(first, end) if s.names[k] is match]) else None
            return Phrase(first, end, "official" if head_flags & OFFICIAL else "person", office, None, head, channel, is_named=False)
        if match:
            has_context = head_flags & (OUTLET | BODY) or self.is_quoted(s, match) or channel
            is_capitalised = s.is_capitalised(next(k for k in range(first, end) if s.names[k] is match))
            if not (match.is_distinctive or has_context or is_capitalised):
                return None
            source = self.registry.cited_sources.get(match.source_ids[0])
            begins = next(k for k in range(first, end) if s.names[k] is match)
            if begins > first and s.words[begins].isascii() and s.words[begins - 1].isascii() and s.is_capitalised(begins - 1) and s.names[begins - 1] is None and s.starts[begins] - s.ends[begins - 1] == 1:
                return Phrase(first, end, "latin", None, None, head, channel)
            last = max(k for k in range(first, end) if s.names[k] is match) + 1
            if last < end and s.is_quote(last) and any(s.is_quote(k) for k in range(first, last)):
                last += 1
            if last < end and s.is_quote(begins - 1) and begins > first and not s.is_quote(last - 1) and not s.is_quote(last) and (close := s.closing_quote(begins - 1)):
                return Phrase(first, min(close + 1, max(end, close + 1)), "outlet" if head_flags & OUTLET or channel else "latin", None, None, head, channel)
            if channel is None and any(s.lows[k].startswith(("комунікац", "коммуникац")) for k in range(first, begins)):
                channel = "press_service"
            kind = source.kind if source else "organisation"
            return Phrase(first, last, "body" if kind == "official" else kind, match, None, head, channel)
        has_name = s.is_quote(first) or any(
            s.is_word(k) and (s.is_capitalised(k) or "." in s.words[k] or s.words[k].isascii()) and not s.flags[k] & UNNAMED
            and not s.words[k].isdigit()
            for k in range(first, end)
        )
        if head_flags & UNNAMED and not has_name:
            return Phrase(first, end, "unnamed", None, None, head, channel, is_named=False)
        if (first > 0 and s.is_quote(first - 1)) or s.is_quote(first):
            head_flags = 0
        if channel == "broadcast" and not head_flags & OUTLET and not any(s.is_quote(k) for k in range(first, end)):
            channel = None
        if head_flags & OUTLET or channel in ("telegram", "website", "broadcast", "x", "facebook", "instagram", "youtube"):
            return Phrase(first, end, "outlet", None, None, head, channel, is_named=has_name and end - first > 1)
        if channel == "press_service" or head_flags & BODY:
            if channel is None and any(s.lows[k].startswith(("комунікац", "коммуникац")) for k in range(first, end)):
                channel = "press_service"
            return Phrase(first, end, "body", None, None, head, channel, is_named=has_name or end - first > 1)
        if head_flags & DOCUMENT:
            return Phrase(first, end, "document", None, None, head, channel, is_named=has_name)
        if head_flags & UNNAMED:
            return Phrase(first, end, "unnamed", None, None, head, channel, is_named=False)
        if not has_name:
            return None
        latin = any("." in s.words[k] or (s.words[k].isascii() and s.words[k][0].isalpha()) for k in range(first, end))
        return Phrase(first, end, "latin" if latin or s.is_quote(first) or (first and s.is_quote(first - 1)) else "organisation", None, None, None, channel)

    def _is_only_a_noun(self, s: Sentence, match: NameMatch, first: int, end: int) -> bool:
        """Whether an uncertain name is but the noun before a name in quotation marks (РИА «Регион»)."""
        if match.is_distinctive:
            return False
        last = max(k for k in range(first, end) if s.names[k] is match)
        return last + 2 < end and s.is_quote(last + 1) and s.names[last + 2] is not match

    def _agrees(self, s: Sentence, first: int, name: list[int]) -> bool:
        """Whether a surname goes with the title before it, and is not its complement («захисники Порошенка»)."""
        if name[0] == first or len(name) > 1:
            return True
        title, surname = self.form(s.lows[name[0] - 1]), self.form(s.words[name[-1]])
        if not self.class_of(s, name[0] - 1) & PEOPLE:
            return not (surname.genitive and not surname.nominative) or not self.form(s.lows[first]).nominative
        return not (title.nominative and not title.genitive and surname.genitive and not surname.nominative)

    def is_person_match(self, match: NameMatch) -> bool:
        return is_person(self.registry.cited_sources.get(match.source_ids[0]))

    def is_quoted(self, s: Sentence, match: NameMatch) -> bool:
        """Whether the name stands in quotation marks, alone or with no words after it."""
        if match.char_start == 0 or s.text[match.char_start - 1] not in "«“\"„":
            return False
        return match.char_end >= len(s.text) or not (s.text[match.char_end] == " " and s.text[match.char_end + 1 : match.char_end + 2].islower())


def is_person(source: CitedSource | None) -> bool:
    """Whether a source of the registry is a human being."""
    return source is not None and (
        source.kind == "person" or source.holder_from is not None or source.holder_until is not None
    )


def end_size(s: Sentence, first: int, end: int) -> int:
    """How many words stand between two tokens."""
    return sum(1 for k in range(first, end) if s.is_word(k))
