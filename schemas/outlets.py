"""outlets: one row per publisher of news that the registry knows."""

from schemas.table import Column, Table

OUTLET_KINDS = (
    "agency", "newspaper", "magazine", "broadcaster", "radio", "website", "blog", "telegram_channel", "aggregator",
    "journal", "institution",
)

TABLE = Table(
    name="outlets",
    meaning="One row per outlet: its names, its domains, where and in what languages it publishes. Facts only.",
    layer="reference",
    key=("outlet_id",),
    may_be_empty=False,
    columns=(
        Column("outlet_id", "string", "the outlet; the same id is its source_id in cited_sources", example="censor-net", pattern="[a-z0-9][a-z0-9-]*"),
        Column("name", "string", "canonical name in English or Latin letters, as the international press uses it", example="Censor.NET"),
        Column("names", "map<string,string>", "names by language (BCP 47), in the script of the language", example=(("uk", "Цензор.НЕТ"),)),
        Column("country", "string", "ISO 3166-1 alpha-2 of the country it publishes from; null where it has none", example="UA", nullable=True, pattern="[A-Z]{2}"),
        Column("languages", "list<string>", "languages it publishes in (BCP 47), the main one first", example=("uk", "ru", "en")),
        Column("kind", "string", "what sort of outlet it is", example="website", values=OUTLET_KINDS),
        Column("domains", "list<string>", "hosts it publishes on, the present one first, former ones included", example=("censor.net", "censor.net.ua")),
        Column("domain_years", "map<string,string>", "years of use of a domain as an EDTF interval, where known", example=(("censor.net.ua", "2004/2020"),)),
        Column("telegram", "string", "user name of its Telegram channel", example="censor_net", nullable=True, pattern="[A-Za-z0-9_]{4,32}"),
        Column("time_zone", "string", "IANA time zone of its newsroom; null where it has none", example="Europe/Kyiv", nullable=True),
        Column("licence", "string", "SPDX id of the licence of its texts where they are open; null where they are not", example="CC-BY-4.0", nullable=True),
        Column("is_sample", "bool", "whether the outlet is invented, for the sample articles", example=False),
    ),
)
