"""The image where no container engine runs: its steps as a script, and its deployments registered with a server."""

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

from tests.operation.pool import ROOT, pool

LINES = (ROOT / "deploy" / "Containerfile").read_text().splitlines()


def steps(word: str) -> list[str]:
    return [line.partition(" ")[2] for line in LINES if line.startswith(f"{word} ")]


def test_the_steps_of_the_image_give_a_place_where_its_command_works(tmp_path):
    workdir = tmp_path / "opt" / "dateline"
    workdir.mkdir(parents=True)
    for step in steps("COPY"):
        *sources, target = step.split()
        for source in sources:
            place = workdir / (Path(source).name if target == "./" else target)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(ROOT / source, place) if (ROOT / source).is_dir() else shutil.copy2(ROOT / source, place)
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **{n: v for n, v in os.environ.items() if n.startswith(("PIP_", "SSL_", "REQUESTS_"))}}
    for step in steps("RUN"):
        if "apt-get" not in step and "chown" not in step:
            run(step.replace(" /data", f" {tmp_path}/data"), workdir, environment)
    environment |= {"PATH": f"{workdir / '.venv' / 'bin'}:{environment['PATH']}", "PREFECT_HOME": str(workdir / ".prefect")}
    said = run(shlex.join(json.loads(steps("CMD")[0])) + " --format json", workdir, environment)
    assert {one["name"]: one["state"] for one in json.loads(said)}["versions"] == "ok"
    (tmp_path / "data" / "raw" / "one.txt").write_text("The bridge reopened on Monday, the council said.")
    folders = f"--raw {tmp_path}/data/raw --processed {tmp_path}/data/processed"
    assert json.loads(run(f"dateline run --direct --format json {folders}", workdir, environment))["outcomes"]["accepted"] == 1
    run(f"dateline release build --direct --processed {tmp_path}/data/processed --releases {tmp_path}/data/releases", workdir, environment)


def run(command: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True, capture_output=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_deployments_for_containers_can_be_registered(tmp_path):
    with pool(tmp_path, None) as made:
        for kind in ("docker", "kubernetes"):
            made.prefect("work-pool", "create", f"dateline-{kind}", "--type", kind)
            made.prefect("deploy", "--name", f"build-{kind}")
        registered = made.ask("deployments/filter", {})
    assert {d["name"] for d in registered} == {"build-docker", "build-kubernetes"}
    for one in registered:
        assert one["job_variables"]["image"] == "dateline:latest" and one["parameters"]["raw"] == "/data/raw"
        assert one["pull_steps"] == [{"prefect.deployments.steps.set_working_directory": {"directory": "/opt/dateline"}}]
