"""Those of our own sample articles that no text editor can write: `python -m tests.golden.sample_forms` makes them anew.

Every run gives the same bytes: no clock in them, gzip streams and zip members are stored rather than compressed (what
compression gives depends on the zlib at hand), zstd and Parquet come from packages that requirements.lock pins. All texts
were written for Dateline, with outlets and people that do not exist (CC0). The other samples beside them are written by hand.
"""

import gzip
import json
import quopri
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from backports import zstd
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FOLDER = Path(__file__).parents[2] / "data" / "raw" / "sample" / "forms"

INK = {
    "title": "Завод чернил в Небыльске сменит рецепт",
    "text": "Завод чернил в Небыльске с 1 декабря перейдет на черничный краситель, сообщили «Выдуманным известиям» в "
    "пресс-службе предприятия.\n\nПрежний рецепт применяли с 1957 года, рассказал главный технолог Лев Кляксин.",
    "outlet": "Выдуманные известия", "url": "https://vydumannye-izvestia.example/news/chernila", "published": "2025-10-29T12:00:00+03:00",
}  # fmt: skip
MAP = {
    "title": "В архиве Небыльска нашли карту подземных ходов",
    "text": "Карту подземных ходов 1911 года нашли при ремонте городского архива. Об этом пишет «Мнимый вестник» со ссылкой "
    "на архивиста Полину Свиткову.\n\nЕе покажут публике в середине ноября.",
    "outlet": "Выдуманные известия", "url": "https://vydumannye-izvestia.example/news/karta", "published": "2025-11-01T10:30:00+03:00",
}  # fmt: skip
LIGHTHOUSE = ("uk", "Нідегородський маяк знову світить", (
    "Маяк у Нідегороді запрацював після дворічної перерви. Про це в ефірі Радіо Нідегород розповів наглядач маяка Остап Промінь.",
    "Лампу замінили в ніч на 27 жовтня, зазначили в адміністрації порту. Світло маяка видно за двадцять кілометрів, хоча раніше воно "
    "сягало лише середини затоки.",
    "Наступний огляд маяка запланували на квітень 2026 року.",
))  # fmt: skip
PARROT = ("ru", "В Небыльске ищут хозяина попугая", (
    "Попугая, который знает расписание трамваев, нашли в депо Небыльска, сообщает «Мнимый вестник».",
    "Птицу заметили 28 октября, рассказал изданию начальник депо Федор Рельсов.",
    "По данным трамвайного управления, за два дня попугай не ошибся ни разу.",
))  # fmt: skip
NIGHT_HALL = ("uk", "Бібліотека Казкова працюватиме вночі", (
    "КАЗКОВ, 1 листопада — Казка-Інформ. Міська бібліотека Казкова з 15 листопада працюватиме вночі, повідомила пресслужба міськради.",
    "«Читачі просили про це з 2021 року», — сказала директорка бібліотеки Ніна Палітурка.",
    "Раніше про нічну залу повідомляла «Вигадана Правда».",
))  # fmt: skip
LOAVES = ("en", "Bakers of Inventia to weigh bread in public", (
    "INVENTIA, Nov. 1 (Fictional Press) — Bakers in Inventia will weigh every loaf in public from 3 November, the city council said in a statement.",
    "The rule dates from 1742, historian Abel Leaf told the Nowhere Times.",
    "It was last enforced in the winter of 1931.",
))  # fmt: skip
RINK = ("ru", "Каток в Небыльске откроют 20 ноября", (
    "НЕБЫЛЬСК, 2 ноя — Небылица. Каток в Небыльске откроют 20 ноября, сообщил вице-мэр Глеб Конькин в своем Telegram-канале.",
    "По словам Конькина, лед начнут заливать на следующей неделе.",
    "В прошлом году каток работал до конца февраля.",
))  # fmt: skip
WIRE = (
    "INVENTIA, Nov 2 (Fictional Press) - A runaway kite stopped all trams in Inventia for an hour on Sunday, police said.\r\n\r\n"
    "The kite had been built in 1988, its owner, Paul String, told the Nowhere Times.\r\n"
)
TEXTS = {
    "sauna.txt": "У Вигаданську відновили лазню 1899 року\n\nМіську лазню 1899 року відновили у Вигаданську, повідомляє Вигадана Правда з "
    "посиланням на управління культури.\n\nПерших відвідувачів приймуть у суботу, 8 листопада.\n",
    "sauna.json": '{"url": "https://vyhadana-pravda.example/news/36/", "published": "2025-11-03"}',
    "mushrooms.txt": "Грибники Небыльска нашли гриб весом восемь килограммов. Об этом сообщила пресс-служба лесничества.\n\n"
    "Прежний рекорд, по данным «Мнимого вестника», держался с сентября 1994 года.\n",
    "provenance.json": '{"outlet": "Nowhere Times"}',
    "postman.txt": "Postman delivers letter from 1954\n\nA letter sent in August 1954 has reached its reader in Nowhere, the post office said "
    "on Friday.\n\nIt had lain behind a sorting desk, postmaster Rita Stamp told the Nowhere Times.\n",
}  # fmt: skip
LINES = [
    {"title": "У Нідегороді заспівали рейки", "outlet": "Радіо Нідегород", "published": "2025-11-02",
     "text": "У Нідегороді через мороз заспівали трамвайні рейки, повідомили в мерії. Востаннє їх чули в січні 2018 року."},
    {"title": "Дирижабль над Небыльском", "outlet": "Агентство Небылица", "published": "2025-10-31",
     "text": "Над Небыльском 30 октября пролетел дирижабль, сообщает «Небылица» со ссылкой на очевидцев. В аэропорту полет не комментируют."},
    {"title": "Ferry gets a piano", "outlet": "The Imaginary Courier", "published": "2025-10-29",
     "text": "The Fablehaven ferry has a piano on board since Tuesday, the ferry company said. It was built in 1907, according to Radio Mirage."},
]  # fmt: skip


def page(article: tuple[str, str, tuple[str, ...]], site: str = "", head: str = "") -> str:
    """A plain page of (language, headline, paragraphs)."""
    language, title, paragraphs = article
    shown = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<title>{title}{site and " | " + site}</title>\n{head}</head>\n'
        f"<body>\n<article>\n<h1>{title}</h1>\n{shown}\n</article>\n</body>\n</html>\n"
    )


def published_by(site: str, published: str) -> str:
    """What the head of a page says of its site and day."""
    return f'<meta property="og:site_name" content="{site}">\n<meta property="article:published_time" content="{published}">\n'


def stored_gzip(data: bytes) -> bytes:
    """The bytes as a gzip stream that compresses nothing."""
    sink = BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=sink, compresslevel=0, mtime=0) as stream:
        stream.write(data)
    return sink.getvalue()


def stored_zip(members: dict[str, bytes]) -> bytes:
    """A zip archive that compresses nothing."""
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return sink.getvalue()


def tar(members: dict[str, bytes]) -> bytes:
    """A tar archive of files that belong to nobody and were never written."""
    sink = BytesIO()
    with tarfile.open(fileobj=sink, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, BytesIO(data))
    return sink.getvalue()


def capture(number: int, address: str, captured: str, content_type: str, body: bytes) -> bytes:
    """One response of a web archive, a gzip stream of its own."""
    sink = BytesIO()
    writer = WARCWriter(sink, gzip=False)
    answer = StatusAndHeaders("200 OK", [("Content-Type", content_type)], protocol="HTTP/1.1")
    names = {"WARC-Date": captured, "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012}>"}
    writer.write_record(writer.create_warc_record(address, "response", payload=BytesIO(body), http_headers=answer, warc_headers_dict=names))
    return stored_gzip(sink.getvalue())


def parquet(rows: list[dict]) -> bytes:
    """The rows as a Parquet table."""
    sink = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), sink, compression="none", store_schema=False)
    return sink.getvalue()


def mhtml(address: str, shown: str) -> bytes:
    """A page as a browser saves it in one file."""
    body = quopri.encodestring(shown.encode()).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----MultipartBoundary--sample----"\r\n\r\n'
        "------MultipartBoundary--sample----\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {address}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n------MultipartBoundary--sample------\r\n"


def made() -> dict[str, bytes]:
    """The files by name."""
    utf_8, old = "text/html; charset=utf-8", "text/html; charset=windows-1251"
    loaves = page(LOAVES, "Fictional Press Agency", published_by("Fictional Press Agency", "2025-11-01T09:00:00-04:00"))
    night_hall = page(NIGHT_HALL, "Казка-Інформ", published_by("Казка-Інформ", "2025-11-01T11:00:00+02:00"))
    rink = page(RINK, "Агентство Небылица", published_by("Агентство Небылица", "2025-11-02T09:40:00+02:00"))
    rink_capture = capture(3, "https://nebylitsa.example/2025/11/02/katok", "2025-11-02T18:00:00Z", old, rink.encode("cp1251"))
    texts = {name: text.encode() for name, text in TEXTS.items()}
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES)
    return {
        "izvestia.parquet": parquet([INK, MAP]),
        "nidehorod.html.gz": stored_gzip(page(LIGHTHOUSE).encode()),
        "vestnik.mhtml": mhtml(
            "https://mnimy-vestnik.example/2025/10/30/popugai/",
            page(PARROT, "Мнимый вестник", published_by("Мнимый вестник", "2025-10-30T13:20:00+02:00")),
        ),
        "agencies.warc.gz": capture(1, "https://kazka-inform.example/news/library", "2025-11-02T06:00:00Z", utf_8, night_hall.encode())
        + capture(2, "https://fictionalpress.example/2025/11/01/loaves", "2025-11-02T06:00:05Z", utf_8, loaves.encode()),
        "nebylitsa.wacz": stored_zip({"archive/data.warc.gz": rink_capture, "datapackage.json": b'{"profile": "data-package", "wacz_version": "1.1.1"}'}),
        "wire/kite.iptc": f"\x16\x16\x01FPA0042 4 n 72 FPA 0042\r\nkite\r\n\x02{WIRE}\x03\r\n021615 NOV 25\r\n\x04".encode("ascii"),
        "texts.zip": stored_zip({"uk/sauna.txt": texts["sauna.txt"], "uk/sauna.json": texts["sauna.json"], "ru/mushrooms.txt": texts["mushrooms.txt"]}),
        "nowhere.tar.gz": stored_gzip(tar({"nowhere/provenance.json": texts["provenance.json"], "nowhere/postman.txt": texts["postman.txt"]})),
        "dump.jsonl.zst": zstd.compress(lines.encode(), 3),
    }


def main() -> None:
    """Write the files."""
    for name, data in made().items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
