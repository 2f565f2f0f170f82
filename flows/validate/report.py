"""The validation report: one HTML file that needs nothing from elsewhere."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from flows.validate.store_check import CheckResult

TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Dateline validation: {{ run_id }}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
td, th { border-bottom: 1px solid #8884; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.bad { color: #b00020; font-weight: 600; } @media (prefers-color-scheme: dark) { .bad { color: #ff8a80; } }
code { overflow-wrap: anywhere; }
</style></head><body>
<h1>Validation of run {{ run_id }}</h1>
<p>{{ total }} expectations, {% if failed %}<span class="bad">{{ failed }} failed</span>{% else %}all hold{% endif %}.</p>
{% for table, results in tables %}
<h2>{{ table }}</h2>
<table><thead><tr><th>expectation</th><th>meaning</th><th>result</th></tr></thead><tbody>
{% for r in results %}<tr><td><code>{{ r.name }}</code></td><td>{{ r.meaning }}</td>
<td>{% if r.success %}holds{% else %}<span class="bad">fails{% if r.unexpected_count is not none %}: {{ r.unexpected_count }}{% endif %}</span>
{% for e in r.examples %}<br><code>{{ e }}</code>{% endfor %}{% endif %}</td></tr>
{% endfor %}</tbody></table>
{% endfor %}
</body></html>
"""


def write_report(results: Sequence[CheckResult], run_id: str, path: Path) -> None:
    """Write the results as a page; everything in it is escaped."""
    import jinja2

    template = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
    tables = [(name, list(group)) for name, group in groupby(results, key=lambda r: r.table)]
    failed = sum(not r.success for r in results)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template.render(run_id=run_id, tables=tables, total=len(results), failed=failed), encoding="utf-8")
