"""Files that other programs wrote, where they are at hand: imported with no hand mapping."""

from pathlib import Path

import pytest

from balancer_desktop.domain.importing.fields import Kind
from tests.app.importing.planning import after, planned

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the project")


def test_chinook_comes_in_in_one_go() -> None:
    files = (SAMPLES / "chinook" / "customers.csv", SAMPLES / "chinook" / "invoices.csv")
    done = planned(*files)
    assert (len(done.people), len(done.sales), done.sales_total, done.wrong) == (59, 412, 232860, 0)
    assert planned(*files, known=after(done)).new == 0


def test_contacts_of_a_crm() -> None:
    path = SAMPLES / "contacts" / "atomic_crm_contacts.csv"
    done = planned(path)
    john, jane = (draft.party for draft in done.people)
    assert (john.name, john.company, len(john.phones), len(john.emails)) == ("John Doe", "Acme", 3, 3)
    assert (jane.name, jane.tags) == ("Jane Doe", ("UI", "design"))
    assert done.counts[Kind.PEOPLE].wrong == 0
