"""What `dateline explain` prints."""

from rich.console import Console
from rich.text import Text

from flows.publish.chains import chain_line
from flows.publish.explain import Explained, marked_context


def show_explained(explained: Explained, console: Console) -> None:
    """Each value with its rule and its words, marked in context with guillemets where there are no colours."""
    article, text = explained.article, str(explained.article["text"])
    console.print(Text(str(article["title"] or text.split("\n", 1)[0][:100]), style="bold"))
    console.print(Text(f"article {article['article_id']}", style="dim"))
    chain = chain_line(article["outlet_id"] and str(article["outlet_id"]), explained.citations)
    if chain:
        console.print(Text(chain, style="cyan"))
    for evidence in explained.evidence:
        console.print()
        value = "null" if evidence["value"] is None else str(evidence["value"])
        console.print(Text.assemble((str(evidence["column"]), "bold"), " = ", (_short(value), "green"), "   ", (f"{evidence['rule']}, {evidence['confidence']:.2f}", "dim")))
        if evidence["char_start"] is not None:
            before, words, after = marked_context(text, int(evidence["char_start"]), int(evidence["char_end"]))
            console.print(Text.assemble("    ", before, ("⟦", "dim"), (_short(words), "bold yellow"), ("⟧", "dim"), after))
        elif evidence["as_given"] is not None:
            console.print(Text.assemble("    given: ", (_short(str(evidence["as_given"])), "yellow")))


def _short(value: str, limit: int = 160) -> str:
    value = value.replace("\n", " ⏎ ")
    return value if len(value) <= limit else value[: limit - 1] + "…"
