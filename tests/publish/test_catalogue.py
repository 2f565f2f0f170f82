"""The release describes itself in the formats that catalogues read, and their own tools agree."""

import json

import frictionless
import mlcroissant
import yaml


def test_frictionless_finds_the_data_package_valid(release):
    descriptor = json.loads((release / "datapackage.json").read_text())
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    report = frictionless.Package.validate_descriptor(descriptor)
    assert report.valid, report.flatten(["title", "note"])
    package = frictionless.Package.from_descriptor(descriptor)
    assert len(package.resources) == len({r.name for r in package.resources})
    for resource in package.resources:
        assert (release / resource.path).stat().st_size == resource.bytes


def test_mlcroissant_finds_the_description_valid_and_reads_records(release):
    dataset = mlcroissant.Dataset(jsonld=release / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors and not dataset.metadata.ctx.issues.warnings, dataset.metadata.ctx.issues.report()
    assert {r.id for r in dataset.metadata.record_sets} >= {"articles", "citations", "corroboration"}
    [record] = list(dataset.records("corroboration"))
    assert record["corroboration/article_count"] == 2
    assert len(list(dataset.records("articles"))) == 41


def test_the_card_has_front_matter_with_a_configuration_per_table(release):
    _, front, body = (release / "README.md").read_text().split("---\n", 2)
    card = yaml.safe_load(front)
    assert card["license"] == "cc-by-4.0" and card["language"] == ["ru", "uk"] and card["size_categories"] == ["n<1K"]
    for config in card["configs"]:
        assert list(release.glob(config["data_files"])), config
    assert [c["config_name"] for c in card["configs"] if c.get("default")] == ["articles"]
    assert release.name in body


def test_the_citation_file_is_one(release):
    citation = yaml.safe_load((release / "CITATION.cff").read_text())
    assert citation["cff-version"] == "1.2.0" and citation["type"] == "dataset" and citation["version"] == release.name
    assert {"message", "title", "authors", "date-released"} <= set(citation)


def test_the_dictionary_has_every_table_with_examples_and_fill_rates(release):
    text = (release / "DATA_DICTIONARY.md").read_text()
    manifest = json.loads((release / "manifest.json").read_text())
    assert all(f"## {table}\n" in text for table in manifest["tables"])
    assert "| `published_earliest` | 75.6% |" in text


def test_sha256sum_can_check_the_release(release):
    import hashlib

    for line in (release / "SHA256SUMS").read_text().splitlines():
        sha, path = line.split("  ", 1)
        assert hashlib.sha256((release / path).read_bytes()).hexdigest() == sha
