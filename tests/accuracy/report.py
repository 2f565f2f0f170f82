"""make accuracy: score the readers on labelled real articles and say where they miss.

    report.py SHARED [--write docs/accuracy.md] [--misses 20]

SHARED is the folder that holds gold/ (labelled articles and their scorer) and corpora/; where it is absent there is
nothing to measure, and that is said.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GROUPS = {
    "ru, uk, en": {"ru", "uk", "en"},
    "ru": {"ru"}, "uk": {"uk"}, "en": {"en"},
    "nine further languages": {"de", "fr", "es", "pt", "it", "pl", "ro", "ja", "ar"},
    "de": {"de"}, "fr": {"fr"}, "es": {"es"}, "pt": {"pt"}, "it": {"it"}, "pl": {"pl"}, "ro": {"ro"}, "ja": {"ja"}, "ar": {"ar"},
    "all": set(),
}


def load_scorer(shared: Path):
    """The scorer that came with the labels, as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build(raw: Path, processed: Path) -> None:
    """Run the pipeline over a folder; its own output goes to the screen only where it fails."""
    command = [sys.executable, "-m", "flows.cli", "run", "--direct", "--raw", str(raw), "--processed", str(processed), "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"dateline run failed:\n{done.stderr}\n{done.stdout[-2000:]}")


def percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def prf_cells(result: dict) -> str:
    return f"{percent(result['precision'])} / {percent(result['recall'])} / **{percent(result['f1'])}** ({result['n_gold']})"


def tables(text: dict[str, dict], meta: dict[str, dict]) -> list[str]:
    """The figures as Markdown tables: rows are language groups, cells precision / recall / F1 (labelled)."""
    lines = [
        "## Outlets", "",
        "| articles | from bare text: precision (n) | recall where the text shows it (n) | with URL or metadata: precision (n) | of all |",
        "|---|---:|---:|---:|---:|",
    ]
    for group, scored in text.items():
        o, m = scored["outlet"], meta[group]["outlet"]
        lines.append(
            f"| {group} | {percent(o['precision'])} ({o['n_predicted']}) | {percent(o['recall_where_text_shows_it'])} ({o['n_text_shows_it']}) "
            f"| {percent(m['precision'])} ({m['n_predicted']}) | {percent(m['recall_all'])} |"
        )
    for title, source in (("with URL and date", meta), ("from bare text", text)):
        lines += ["", f"## Citations, {title}", "", "| articles | all | provenance | speaker | channel | name | chained |", "|---|---:|---:|---:|---:|---:|---:|"]
        for group, scored in source.items():
            c = scored["citations"]
            lines.append(
                f"| {group} | {prf_cells(c)} | {prf_cells(scored['citations_provenance'])} | {prf_cells(scored['citations_speaker'])} "
                f"| {percent(c['channel_accuracy'])} ({c['n_channel']}) | {percent(c['name_accuracy'])} ({c['n_name']}) | {percent(c['chained'])} ({c['n_chain']}) |"
            )
    lines += ["", "## Date expressions, anchored at the publication date", "", "| articles | found | value | invented components |", "|---|---:|---:|---:|"]
    for group, scored in meta.items():
        d = scored["dates"]
        lines.append(f"| {group} | {prf_cells(d['detection'])} | {prf_cells(d['value'])} | {d['invented_components']} |")
    return lines


EXTRAS = {"wikiwars": "dates/wikiwars_ua_timex.jsonl.gz", "language": "", "pages": "", "near_duplicates": ""}


def extra(name: str, given: Path) -> list[str]:
    """What another accuracy command of ours prints, as a section; the section says so where it fails."""
    script = Path(__file__).with_name(f"{name}.py")
    if not script.exists():
        return []
    done = subprocess.run([sys.executable, str(script), str(given)], cwd=ROOT, capture_output=True, text=True)
    said = done.stdout if done.returncode == 0 else f"{done.stdout}\nfailed:\n{done.stderr[-1500:]}"
    return ["", f"## {name.replace('_', ' ').capitalize()}", "", "```", said.rstrip(), "```"]


def citation_misses(scorer, gold: list[dict], processed: Path, limit: int) -> list[str]:
    """Labelled citations that were not found with their role, with their context."""
    articles = {scorer.Ink(a["text"]).ink: a for a in scorer.read(processed, "articles")}
    by_article: dict[str, list[dict]] = {}
    for c in scorer.read(processed, "citations"):
        by_article.setdefault(c["article_id"], []).append(c)
    lines = []
    for g in gold:
        a = articles.get(scorer.Ink(g["text"]).ink)
        if a is None:
            continue
        gold_ink, our_ink = scorer.Ink(g["text"]), scorer.Ink(a["text"])
        for s in g["sources"]:
            span = gold_ink.span(s["start"], s["end"])
            near = [c for c in by_article.get(a["article_id"], []) if scorer.overlap(span, our_ink.span(c["char_start"], c["char_end"])) >= 0.5]
            if not any(c["role"] == s["role"] for c in near):
                got = ", ".join(c["role"] for c in near) or "nothing"
                context = (g["text"][max(0, s["start"] - 60) : s["start"]] + "[" + s["text"] + "]" + g["text"][s["end"] : s["end"] + 60]).replace("\n", " ⏎ ")
                lines.append(f"{g['lang']} {g['id']}: {s['role']} expected, {got} found: …{context}…")
    return lines[:limit]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", type=Path, help="also write the figures as this Markdown file")
    parser.add_argument("--misses", type=int, default=20, help="how many misses of each kind to print")
    parser.add_argument("--only-gold", action="store_true", help="leave out the corpora (dates, pages, near-duplicates)")
    args = parser.parse_args()
    labels = args.shared / "gold" / "dev.jsonl"
    if not labels.exists():
        sys.exit(f"{labels} is not there: the labelled articles are not part of the project, so there is nothing to measure here")
    scorer = load_scorer(args.shared)
    gold = scorer.load_gold(labels)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        scorer.write_raw(gold, work / "raw")
        scored = {}
        for mode in ("text", "meta"):
            build(work / "raw" / mode, work / mode)
            scored[mode] = {
                group: scorer.score([g for g in gold if not languages or g["lang"] in languages], work / mode)
                for group, languages in GROUPS.items()
            }
        misses = citation_misses(scorer, gold, work / "meta", args.misses)
    lost = scored["meta"]["all"]["articles"]["lost"]
    lines = [
        "# Accuracy", "",
        f"Measured on {len(gold)} labelled real articles by `make accuracy`; cells are precision / recall / **F1** (labelled), in percent.",
        f"Articles not found in the output: {len(lost)}.", "",
        *tables(scored["text"], scored["meta"]),
    ]
    if not args.only_gold:
        for name, path in EXTRAS.items():
            lines += extra(name, args.shared / "corpora" / path)
    print("\n".join(lines))
    print("\nWorst misses, citations\n" + "\n".join(misses))
    print("\nWorst misses, dates\n" + "\n".join(f"{i}: «{t}» expected {e}, found {f}" for i, t, e, f in scored["meta"]["all"]["dates"]["misses"][: args.misses]))
    print("\nFalse outlets\n" + "\n".join(f"{i}: {o}" for i, o in scored["text"]["all"]["outlet"]["false_attributions"]))
    if args.write:
        args.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
