"""Deployment files: what can be checked of them where no engine runs."""

import configparser
from pathlib import Path

import pytest
import yaml

from flows import deploy
from flows.direct import build_direct
from flows.run_result import RunRequest
from flows.service.listeners import Listeners

ROOT = Path(__file__).resolve().parents[2]


def deployments() -> list[dict]:
    return yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]


@pytest.mark.parametrize("entry", deployments(), ids=lambda e: e["name"])
def test_a_deployment_names_a_flow_and_parameters_that_it_takes(entry):
    file, name = entry["entrypoint"].split(":")
    assert (ROOT / file).exists()
    flow = getattr(deploy, name)
    assert set(entry["parameters"]) <= set(flow.parameters.properties)
    flow.validate_parameters(entry["parameters"])
    assert entry["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}


@pytest.mark.parametrize("flow", deploy.SCHEDULED.values(), ids=lambda f: f.name)
def test_every_parameter_is_documented(flow):
    for name, said in flow.parameters.properties.items():
        assert said.get("description"), f"{flow.name} does not say what {name} is"


def test_the_image_copies_what_there_is():
    lines = (ROOT / "deploy" / "Containerfile").read_text().splitlines()
    sources = [word for line in lines if line.startswith("COPY ") for word in line.split()[1:-1]]
    assert sources and all((ROOT / source).exists() for source in sources)


def test_a_container_is_given_its_command_by_whoever_starts_it():
    """Docker and Kubernetes workers of Prefect give a command; before it an entrypoint of ours would stand."""
    lines = (ROOT / "deploy" / "Containerfile").read_text().splitlines()
    assert not any(line.startswith("ENTRYPOINT") for line in lines) and 'CMD ["dateline", "doctor"]' in lines
    services = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())["services"]
    assert all(services[name]["command"][0] == "prefect" for name in ("server", "worker"))


def test_containers_find_the_code_where_the_image_has_it():
    workdir = next(line.split()[1] for line in (ROOT / "deploy" / "Containerfile").read_text().splitlines() if line.startswith("WORKDIR"))
    for entry in deployments():
        if entry["work_pool"]["name"] != "dateline-process":
            (step,) = entry["pull"]
            assert step["prefect.deployments.steps.set_working_directory"]["directory"] == workdir


def test_what_compose_mounts_belongs_to_the_user_of_the_image():
    made = (ROOT / "deploy" / "Containerfile").read_text()
    services = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())["services"]
    for volume in services["worker"]["volumes"]:
        assert volume.partition(":")[2].removeprefix("/opt/dateline/") in next(line for line in made.splitlines() if "chown" in line)


def test_compose_listens_on_loopback_only_and_holds_no_password():
    services = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())["services"]
    ports = [port for service in services.values() for port in service.get("ports", ())]
    assert ports and all(port.startswith("127.0.0.1:") for port in ports)
    secrets = [value for service in services.values() for name, value in service.get("environment", {}).items() if "PASSWORD" in name]
    assert secrets and all(value.startswith("${") for value in secrets)


def test_the_unit_stops_the_service_as_ctrl_c_does():
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(ROOT / "deploy" / "dateline.service")
    assert unit["Service"]["KillSignal"] == "SIGINT"
    assert unit["Service"]["ExecStart"].endswith("dateline serve")


def test_a_release_that_is_due_before_the_first_batch_is_no_failure(tmp_path):
    assert deploy.scheduled_release.fn(str(tmp_path / "processed"), str(tmp_path / "releases")) == {"release": None, "is_new": False}
    assert not (tmp_path / "releases").exists()


def test_a_release_that_is_due_before_the_first_accepted_article_is_no_failure(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "broken.jsonl").write_text("{\n")
    build_direct(RunRequest(tmp_path / "raw", tmp_path / "processed", "local", 1, "direct", checks_now=False), Listeners())
    assert deploy.scheduled_release.fn(str(tmp_path / "processed"), str(tmp_path / "releases"), raw=str(tmp_path / "raw")) == {"release": None, "is_new": False}
    assert not (tmp_path / "releases").exists()
