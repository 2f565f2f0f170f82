"""The release's documents for people: dataset card, licences, citation, data dictionary with fill rates."""

from flows.publish.release_facts import (
    CREATORS,
    DATA_LICENCE,
    DATA_LICENCE_URL,
    DESCRIPTION,
    KEYWORDS,
    TITLE,
    ReleaseFacts,
    row_counts,
)
from schemas.derive.data_dictionary import data_dictionary
from schemas.derive.released import OPEN_BASES, PHRASE_WORDS
from schemas.table import Table

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"), (100_000_000, "10M<n<100M"))


def dataset_card(facts: ReleaseFacts) -> str:
    """README.md: the dataset card, with the front matter that Hugging Face reads."""
    counts = row_counts(facts)
    return "\n".join(
        [
            *_front_matter(facts, counts["articles"]),
            f"# {TITLE}",
            "",
            f"Release **{facts.release}**, schema {facts.schema_version}, code {facts.code_version}.",
            "",
            DESCRIPTION,
            "",
            "## Tables",
            "",
            "| table | rows | what |",
            "|---|---:|---|",
            *(f"| [{t.name}](DATA_DICTIONARY.md#{t.name}) | {counts[t.name]:,} | {t.meaning} |" for t in facts.tables),
            "",
            f"{facts.open_texts:,} of {counts['articles']:,} articles come with their text; of the others the release holds hashes, "
            f"offsets and phrases of at most {PHRASE_WORDS} words (LICENSE.md). Whoever holds the texts joins them with "
            "`dateline release attach`.",
            "",
            "## Use",
            "",
            "```python",
            "import duckdb",
            "con = duckdb.connect()",
            f"con.execute(\"SET VARIABLE dateline = '/path/to/{facts.release}'\")   # a folder or a URL",
            f"con.execute(open('/path/to/{facts.release}/dateline.sql').read())",
            "con.sql('SELECT summary FROM corroboration ORDER BY outlet_count DESC LIMIT 10')",
            "```",
            "",
            "`queries.sql` holds questions to start from. pandas, Polars and pyarrow read `data/articles/` and the other paths as they are. "
            "Files are sorted, in row groups of 5,000 rows with a bloom filter on `article_id`; articles and what hangs on them are "
            "parted by month of `published_earliest`, undated ones apart.",
            "",
            "Spans are Unicode code point offsets into `articles.text`, end exclusive: "
            "`substring(text, char_start + 1, char_end - char_start)`.",
            "",
            "## Check",
            "",
            "`sha256sum --check SHA256SUMS`, or `dateline release verify FOLDER|URL`, which also checks schema, counts, keys, references, "
            "rights and every span. `manifest.json` names every file; its Merkle root stands for the whole release. The same store, "
            "reference data and code give the same bytes.",
            "",
            "## What to know before relying on it",
            "",
            "- A null is a value: what the text does not say is not guessed. Fill rates: DATA_DICTIONARY.md.",
            "- Values are read by rules from text. `evidence` has the words and the rule behind each.",
            "- Nothing is deleted as a duplicate: `near_duplicates` pairs, `cluster_members` groups, `corroboration` counts origins.",
            "- An article received more than once counts once, with its first receipt; `raw_articles` has all receipts.",
            "- What changed since the last release: CHANGELOG.md and `delta/`.",
            "",
        ]
    )


def _front_matter(facts: ReleaseFacts, articles: int) -> list[str]:
    size = next((label for limit, label in _SIZES if articles < limit), "n>100M")
    configs = []
    for table in facts.tables:
        paths = facts.files_of(table.name)
        pattern = paths[0] if paths[0] == f"data/{table.name}.parquet" else f"data/{table.name}/*.parquet"
        configs += [f"- config_name: {table.name}", f"  data_files: {pattern}"]
        if table.name == "articles":
            configs.append("  default: true")
    return [
        "---",
        "pretty_name: Dateline",
        f"license: {DATA_LICENCE.lower()}",
        "language:",
        *(f"- {language}" for language in facts.languages),
        "task_categories:",
        "- token-classification",
        "- text-classification",
        "size_categories:",
        f"- {size}",
        "tags:",
        *(f"- {keyword}" for keyword in KEYWORDS),
        "configs:",
        *configs,
        "---",
        "",
    ]


def licences(facts: ReleaseFacts) -> str:
    """LICENSE.md: which licence covers which layer of the release."""
    return "\n".join(
        [
            "# Licences, layer by layer",
            "",
            "| layer | licence |",
            "|---|---|",
            f"| facts: every table but for the texts in it (ids, outlets, dates, citations, offsets, near-duplicates, counts) | [{DATA_LICENCE}]({DATA_LICENCE_URL}) |",
            "| reference data: outlets, outlet_aliases, cited_sources, cited_source_aliases | CC0-1.0 |",
            "| texts: `articles.text` and the words quoted from it | those of each text, as `articles.rights_basis` says |",
            "| the code that made it | MIT |",
            "",
            "A text stands in the release only where `rights_basis` is one of " + ", ".join(f"`{b}`" for b in OPEN_BASES) + ". Of every other",
            f"text the release has its SHA-256, offsets and phrases of at most {PHRASE_WORDS} words; phrases that touch count as one, and all",
            "phrases of a text together are at most a quarter of it, so that it cannot be put together from them.",
            "",
            f"Texts in this release: {facts.open_texts:,} of {facts.rows_of('articles'):,} articles.",
            "",
        ]
    )


def citation_file(facts: ReleaseFacts) -> str:
    """CITATION.cff (Citation File Format 1.2.0)."""
    return "\n".join(
        [
            "cff-version: 1.2.0",
            "message: If you use this dataset, please cite it.",
            "type: dataset",
            f'title: "{TITLE}"',
            f'version: "{facts.release}"',
            f"date-released: {facts.day}",
            f"license: {DATA_LICENCE}",
            "authors:",
            f'- name: "{CREATORS}"',
            "keywords:",
            *(f"- {keyword}" for keyword in KEYWORDS),
            "",
        ]
    )


def released_dictionary(facts: ReleaseFacts) -> str:
    """DATA_DICTIONARY.md: every table and column with an example and the share of rows that have a value."""
    lines = [data_dictionary(facts.tables).rstrip("\n"), "", "## Fill rates", "", "Share of rows that have a value; columns that always have one are left out.", ""]
    for table in facts.tables:
        rows = _fill_rows(facts, table)
        if rows:
            lines += [f"### {table.name}: {facts.rows_of(table.name):,} rows", "", "| column | filled |", "|---|---:|", *rows, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _fill_rows(facts: ReleaseFacts, table: Table) -> list[str]:
    found = []
    for column in table.columns:
        fill = facts.fill.get((table.name, column.name))
        if column.nullable and fill is not None:
            found.append(f"| `{column.name}` | {fill:.1%} |")
    return found
