"""Words of other programs for a standing, a side, a person or business."""

import pytest

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.words import kind_of_name, read_owed, read_party_kind, read_side, read_standing
from balancer_desktop.domain.party import PartyKind
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.PROSPECT, "prospect|Lead|Interessent|prospecto"),
        (Standing.CURRENT, "current|Active|in-contract|Kunde|client|Cliente activo"),
        (Standing.LAPSED, "lapsed|INACTIVE|inaktiv|inactif|inactivo"),
        (Standing.EX, "ex|former customer|Ehemalig|ancien client|perdido|gekündigt"),
    ],
)
def test_standings(standing: Standing, words: str) -> None:
    assert {read_standing(word) for word in words.split("|")} == {standing}


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (Side.KEEP, "keep|Retention|fidélisation"),
        (Side.GAIN, "gain|Marketing|Akquise|prospection|captación"),
        (Side.WIN_BACK, "win_back|win-back|WinBack|Rückgewinnung|reconquête"),
        (Side.RUN, "run|admin|Verwaltung|frais généraux|administración"),
    ],
)
def test_sides(side: Side, words: str) -> None:
    assert {read_side(word) for word in words.split("|")} == {side}


def test_every_own_word_is_understood() -> None:
    assert [read_standing(s.value) for s in Standing] == list(Standing)
    assert [read_side(s.value) for s in Side] == list(Side)
    assert [read_side(s.label) for s in Side] == list(Side)
    assert [read_party_kind(k.value) for k in PartyKind] == list(PartyKind)


def test_what_is_not_paid() -> None:
    assert {read_owed(word) for word in ["yes", "Unpaid", "not paid yet", "OPEN", "offen", "impayée", "pendiente"]} == {
        True
    }
    assert {read_owed(word) for word in ["no", "Paid", "bezahlt", "payée", "pagado"]} == {False}


def test_other_words_are_refused_with_the_words_that_would_do() -> None:
    with pytest.raises(BadInput, match="prospect, current, lapsed or ex"):
        read_standing("warm")
    with pytest.raises(BadInput, match="keep, gain, win back or run"):
        read_side("sideways")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ann Lee", PartyKind.PERSON),
        ("Acme Ltd", PartyKind.BUSINESS),
        ("Acme, Inc.", PartyKind.BUSINESS),
        ("Müller GmbH & Co. KG", PartyKind.BUSINESS),
        ("JetBrains s.r.o.", PartyKind.BUSINESS),
        ("Empresa S.A.", PartyKind.BUSINESS),
        ("Co", PartyKind.PERSON),
    ],
)
def test_a_legal_form_makes_a_business(name: str, kind: PartyKind) -> None:
    assert kind_of_name(name) is kind
