"""What `dateline explain --cluster` prints."""

from rich.console import Console
from rich.text import Text

from flows.publish.cluster_explained import ClusterExplained

LINKS = {
    "representative": "representative",
    "exact": "same words as the representative",
    "near": "shares {:.0%} of all shingles with the representative",
    "contains": "contains {:.0%} of the representative",
}


def show_cluster(explained: ClusterExplained, console: Console) -> None:
    """The finding first, then each article: outlet, date, how close, chain, first source."""
    found = explained.corroboration
    console.print(Text(str(found["summary"]), style="bold"))
    counts = f"{found['article_count']} articles, {found['unsourced_count']} of them name no source"
    console.print(Text(f"cluster {found['cluster_id']}: {counts}", style="dim"))
    for member in explained.members:
        console.print()
        title = str(member["title"] or member["article_id"])
        console.print(Text.assemble((str(member["outlet_id"] or "unknown outlet"), "bold"), "  ", str(member["published_edtf"] or "undated"), "  ", title))
        console.print(Text(f"    {member['article_id']}  {LINKS[str(member['link'])].format(member['similarity'])}", style="dim"))
        if member["chain"]:
            console.print(Text(f"    names {member['chain']}"))
        origins = member["origin_source_ids"]
        console.print(Text("    starts from " + ", ".join(map(str, origins)) if origins else "    names no source", style="cyan" if origins else "dim"))
