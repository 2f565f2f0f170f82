"""citations: one row per mention of a source that the article says it has something from."""

from schemas.table import Column, Rule, Span, Table

SOURCE_KINDS = ("agency", "outlet", "official", "organisation", "person", "platform", "document", "unnamed")
ROLES = ("self", "immediate", "upstream", "venue", "speaker", "wire")
CHANNELS = ("telegram", "facebook", "x", "instagram", "youtube", "website", "interview", "press_service", "broadcast", "print")

TABLE = Table(
    name="citations",
    meaning="One row per mention of a source that the article says it has something from, in text order.",
    layer="store",
    key=("article_id", "position"),
    span=Span("source_as_given", "char_start", "char_end"),
    columns=(
        Column("article_id", "string", "the citing article", example="0b9f3c5a7d1e2f40816253647586970a", references=("articles", "article_id")),
        Column("position", "int32", "counts from 0 in text order", example=0, minimum=0),
        Column("source_as_given", "string", "exact words of the source's name or description", example="Kyodo News"),
        Column("char_start", "int32", "first character of the source in `articles.text`", example=576, unit="code points", minimum=0),
        Column("char_end", "int32", "one past its last character", example=586, unit="code points", minimum=1),
        Column("source_id", "string", "key of cited_sources; null where the source is not in the registry", example="kyodo-news", nullable=True, references=("cited_sources", "source_id")),
        Column("source_name", "string", "canonical English name, or the words as given in their base form", example="Kyodo News"),
        Column("source_kind", "string", "what sort of source it is; `official` is a part of a state or who speaks in office, `organisation` any other body", example="agency", values=SOURCE_KINDS),
        Column(
            "role", "string",
            "self: the outlet naming itself; immediate: what the article says it has this from; upstream: what the "
            "immediate source had it from; venue: where it was said; speaker: whose words; wire: agency line",
            example="venue", values=ROLES,
        ),
        Column("channel", "string", "the way the words took", example="interview", nullable=True, values=CHANNELS),
        Column("hop", "int32", "0 for self, 1 for what the outlet leans on directly, then outwards", example=2, minimum=0, maximum=9),
        Column("via_position", "int32", "position of the citation through which this one was reached: the chain", example=1, nullable=True, minimum=0),
        Column("cue", "string", "the words that made it a citation", example="в интервью", nullable=True),
        Column("is_background", "bool", "whether it stands in a recap", example=False),
    ),
    rules=(
        Rule("span_in_order", "a span ends after it starts", "char_start < char_end"),
        Rule("self_is_hop_zero", "hop 0 is the outlet itself, and only that", "(role = 'self') = (hop = 0)"),
        Rule("chain_is_not_a_loop", "no citation is reached through itself", "via_position IS NULL OR via_position <> position"),
    ),
)
