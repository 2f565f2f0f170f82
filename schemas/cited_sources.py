"""cited_sources: whom articles cite."""

from schemas.citations import SOURCE_KINDS
from schemas.table import Column, Rule, Table

TABLE = Table(
    name="cited_sources",
    meaning="One row per source that articles cite: every outlet, state and international bodies, platforms, companies, office-holders.",
    layer="reference",
    key=("source_id",),
    may_be_empty=False,
    columns=(
        Column("source_id", "string", "the source; an outlet has the same id in outlets", example="sbu", pattern="[a-z0-9][a-z0-9-]*"),
        Column("name", "string", "canonical English name; people romanised by their country's standard", example="Security Service of Ukraine"),
        Column("names", "map<string,string>", "names by language (BCP 47)", example=(("uk", "Служба безпеки України"),)),
        Column("kind", "string", "what sort of source it is; `official` is a part of a state or who speaks in office, `organisation` any other body", example="official", values=SOURCE_KINDS),
        Column("country", "string", "ISO 3166-1 alpha-2; null where it belongs to none", example="UA", nullable=True, pattern="[A-Z]{2}"),
        Column("offices", "list<string>", "offices the person held, with the term as an EDTF interval, earliest first", example=("Minister of Foreign Affairs of Ukraine 2020-03-04/2024-09-05",)),
        Column("holder_from", "date", "first day of the first office; null where it is no office-holder or the day is not known", example="2020-03-04", nullable=True),
        Column("holder_until", "date", "last day of the last office; null where it is no office-holder or still is one", example="2024-09-05", nullable=True),
    ),
    rules=(Rule("terms_in_order", "a term ends after it begins", "holder_from IS NULL OR holder_until IS NULL OR holder_from <= holder_until"),),
)
