"""Two neighbouring shapes that are one range, or share a year."""

from flows.normalize.dates import edtf, ranges
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.resolve import resolve
from flows.normalize.dates.shape import Shape, ends_sentence, span_of

RANGE_UNITS = ("day", "month", "year", "part", "season", "quarter", "decade", "century", "half")
_GLUED_AND = ("و",)  # «بين مارس ومايو»


def pair(shape: Shape, following: Shape, context: Context) -> tuple[Reading, str, int, int] | None:
    """The range that two neighbouring shapes make, if they do; a year stated once holds for both."""
    between = shape.kinds[shape.end : following.start]
    if ends_sentence(shape):
        return None
    if len(between) > 4:
        return None
    opening = shape.start - 1
    if opening > 0 and shape.kinds[opening - 1 : opening + 1] == "bP":
        opening -= 1  # «entre el 16 de mayo y el 7 de junio»
    before = shape.kinds[opening] if opening >= 0 else ""
    link = ranges.link_between(between, before)
    if not between and before == "b" and following.own[following.match.start()].lower[0] in _GLUED_AND:
        link = ranges.Link(True)
    if link is None:
        return None
    reading = _quarter_between(shape, following, context) or _joined(shape, following, link, context)
    if reading is None:
        return None
    start, end = span_of(shape)[0], span_of(following)[1]
    after = shape.kinds[following.end : following.end + 1]
    reading = ranges.as_quarter(reading) if after and after in "7Q" else reading
    if before and before in ("fbBP" if "u" in between else "fbB"):
        start = shape.tokens[opening].start
    return reading, f"{shape.name}_to_{following.name}", start, end


def _quarter_between(shape: Shape, following: Shape, context: Context) -> Reading | None:
    """"The April-June quarter": the quarter of its last month."""
    if shape.name != "month" or following.name != "month_quarter":
        return None
    return resolve(following.name, context, following.match, following.own)


def _joined(shape: Shape, following: Shape, link: ranges.Link, context: Context) -> Reading | None:
    """The interval of two shapes; a year stated with one of them holds for both, else the second's is found first."""
    second = resolve(following.name, context, following.match, following.own)
    if following.name == "counted_day" and shape.name in ("counted_date", "counted_day") and following.match.start("offset") < 0:
        second = _day_in_month_of(resolve(shape.name, context, shape.match, shape.own), second, following)
    if second is None or second.unit not in RANGE_UNITS or second.edtf is None:
        return None
    first = resolve(shape.name, context, shape.match, shape.own)
    if first is None or first.edtf is None:
        return None
    if (first.year_is_stated and second.year_is_stated) or (first.edtf.startswith("XXXX") and not second.year_is_stated):
        return ranges.joined(first, second, link)
    if shape.name == following.name == "weekday":
        return ranges.joined(*ranges.within_a_week(first, second, context.today), link)
    if first.year_is_stated:
        seconds = [
            resolve(following.name, context, following.match, following.own, year)
            for year in _years_from(first.edtf, 1)
        ]
        return next((found for other in seconds if other and (found := ranges.joined(first, other, link))), None)
    firsts = [resolve(shape.name, context, shape.match, shape.own, year) for year in _years_from(second.edtf, -1)]
    return next((found for other in firsts if other and (found := ranges.joined(other, second, link))), None)


def _day_in_month_of(first: Reading | None, second: Reading | None, following: Shape) -> Reading | None:
    """「11月5日から8日」: the second day lies in the month of the first where it can."""
    day = int(following.own[following.match.start("last")].value)
    if first is None or second is None or first.unit != "day" or len(first.edtf) != 10 or not first.edtf[8:].isdigit() or day <= int(first.edtf[8:]):
        return second
    value = f"{first.edtf[:8]}{day:02d}"
    is_day = first.edtf[:4].isdigit() and first.edtf[5:7].isdigit() and edtf.exists(int(first.edtf[:4]), int(first.edtf[5:7]), day)
    return first._replace(edtf=value, timex=value) if is_day else second


def _years_from(value: str, step: int) -> list[int]:
    return [int(value[:4]), int(value[:4]) + step] if value[:4].isdigit() else []


def lent_year(shape: Shape, following: Shape | None) -> int | None:
    """«в сентябре и декабре 2018 года»: a year said once after several months or days holds for all of them."""
    if following is None or shape.name != following.name or shape.name not in ("month", "day_month"):
        return None
    if shape.kinds[shape.end : following.start].replace("P", "") not in ("a", "/", ",", "f", "B"):
        return None
    year = following.match.group("year")
    if shape.match.group("year") or not year or "Y" not in year:
        return None
    place = following.match.start("year") + year.index("Y")
    return int(following.own[place].value)
