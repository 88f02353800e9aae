"""The services of docker-compose.yml: which there are, that their health is asked, and no secret."""

import re
from pathlib import Path

import pytest
import yaml

HOME = Path(__file__).resolve().parents[2]
TEXT = (HOME / "docker-compose.yml").read_text()
SERVICES = yaml.safe_load(TEXT)["services"]
LASTING = ("db", "redis", "web", "worker", "beat")

pytestmark = pytest.mark.linters


def test_the_whole_is_six_services():
    assert set(SERVICES) == {*LASTING, "migrate"}


@pytest.mark.parametrize("name", LASTING)
def test_a_lasting_service_is_asked_how_it_is(name):
    assert set(SERVICES[name]["healthcheck"]) >= {"test", "interval", "timeout", "retries"}


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_a_service_waits_for_the_database_and_the_migrations(name):
    waits = {other: how["condition"] for other, how in SERVICES[name]["depends_on"].items()}

    assert waits == {
        "db": "service_healthy",
        "redis": "service_healthy",
        "migrate": "service_completed_successfully",
    }


def test_whoever_confirms_a_ballot_and_whoever_closes_the_vote_know_the_same_witness():
    dockerfile = (HOME / "Dockerfile").read_text()
    folders = [SERVICES[name]["volumes"] for name in ("web", "worker", "beat", "migrate")]
    elsewhere = [name for name, each in SERVICES.items() if "LACRALO_HOME" in each.get("environment", {})]

    assert folders == [["home:/portal/var"]] * 4
    assert "WORKDIR /portal\n" in dockerfile
    assert elsewhere == []


def test_the_set_up_runs_once():
    assert SERVICES["migrate"]["restart"] == "no"


def test_secrets_come_from_outside_and_are_asked_for():
    values = re.findall(r"^\s+(\w*(?:SECRET|PASSWORD)\w*): (.*)$", TEXT, flags=re.MULTILINE)

    assert values != []
    assert [name for name, value in values if not re.fullmatch(r"\$\{\w+:(\?[^}]+|-)\}", value)] == []


def test_the_address_of_the_database_holds_no_password():
    urls = {SERVICES[name]["environment"]["DATABASE_URL"] for name in ("web", "worker", "beat", "migrate")}

    assert urls == {
        "postgresql://lacralo:${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD in .env}@db:5432/lacralo"
    }


def test_only_the_server_is_reached_from_outside_and_only_from_this_machine():
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}

    assert ports == {"web": ["127.0.0.1:8000:8000"]}


def test_the_portal_does_not_run_as_root():
    lines = (HOME / "Dockerfile").read_text().splitlines()

    assert "USER portal" in lines
