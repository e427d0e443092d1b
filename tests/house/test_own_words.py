"""The project names no machine but the reader's own, and no address that a reader cannot use."""

import re
from collections.abc import Mapping

# Homes, mounts and work folders of one machine; /usr and /tmp are anybody's.
MACHINE_PATH = re.compile(r"(?<![\w.$}/:])/(?:root|home|Users|mnt|opt|srv|work|workspace)/\w")
ADDRESS = re.compile(r"\bhttps?://([^\s/:\"'<>)\]`]+)")
REGISTRY = re.compile(r"\b(?:pypi|pythonhosted|npmjs|anaconda|dockerhub)\.(?:org|com|io)\b")
# Licences, the sources of the data, standards and this machine itself.
KNOWN_HOSTS = re.compile(
    r"(^|\.)(gov\.uk|ons\.gov\.uk|w3\.org|localhost|example|example\.org|example\.com"
    r"|keepachangelog\.com|semver\.org|schemas\.openxmlformats\.org|purl\.oclc\.org)$|^127\.0\.0\.1$|^\[::1\]$|^[{$]"
)


def test_no_file_names_a_path_of_one_machine(texts: Mapping[str, str]) -> None:
    assert _found(texts, MACHINE_PATH) == {}


def test_no_file_names_a_package_registry(texts: Mapping[str, str]) -> None:
    assert _found(texts, REGISTRY) == {}


def test_no_file_names_an_address_outside_the_known_ones(texts: Mapping[str, str]) -> None:
    named = {
        name: [host for host in ADDRESS.findall(text) if not KNOWN_HOSTS.search(host)]
        for name, text in texts.items()
    }
    assert {name: hosts for name, hosts in named.items() if hosts} == {}


def _found(texts: Mapping[str, str], pattern: re.Pattern[str]) -> Mapping[str, list[str]]:
    found = {name: pattern.findall(text) for name, text in texts.items()}
    return {name: hits for name, hits in found.items() if hits}
