"""What random lives of a book share: verbs done, undone and redone, and what must hold after each."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from balancer_desktop.app.book import new_book
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.party import ContactKind, ContactPoint
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import ex_spell
from balancer_desktop.storage.verify import problems
from tests.app.undo.filled import TODAY, dump

odd = st.sampled_from(
    ["", " ", "\0", "\ud800", "\u202eevil", "🌿", "' OR 1=1 --", "%_\\", "=1+1", "a\nb\r\nc\td", "İı ﬁ ß", "x" * 600]
)
texts = st.one_of(st.text(st.characters(exclude_categories=()), max_size=12), odd)
days = st.one_of(
    st.integers(-900, 30).map(lambda back: TODAY + timedelta(back)),
    st.sampled_from([date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1), date.min, TODAY]),
)
amounts = st.one_of(st.integers(-500, 5000), st.sampled_from([0, 10**15, 10**15 + 1, -(10**15)]))
picks = st.integers(0, 50)
sides = st.sampled_from(Side)
points = st.builds(ContactPoint, st.sampled_from(ContactKind), texts, texts)


def settings_of(examples: int, steps: int) -> settings:
    """Without a deadline, for a life takes as long as it takes."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


class Life(RuleBasedStateMachine):
    """Random verbs with random values; dumps of the past are what undo must restore."""

    def __init__(self) -> None:
        super().__init__()
        self.day = TODAY
        self.folder = Path(mkdtemp())
        self.book = new_book(self.folder / "book", "EUR", lambda: self.day)
        self.past: list[list[str]] = []
        self.future: list[list[str]] = []
        self.now = self.start = dump(self.book)

    def do(self, verb: Callable[..., object], *values: object) -> None:
        steps = len(self.book._undo)
        try:
            verb(self.book, *values)
        except Refused:
            assert len(self.book._undo) == steps
        after = dump(self.book)
        assert (len(self.book._undo) > steps) is (after != self.now)
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    def one(self, table: str, pick: int) -> int:
        """An id of the table, now and then one that is not there."""
        ids = [row[0] for row in self.book.file.db.execute_sql(f"SELECT id FROM {table} ORDER BY id")]
        return [*ids, 77][pick % (len(ids) + 1)]

    def some(self, chosen: Sequence[int]) -> list[int]:
        return [self.one("party", pick) for pick in chosen]

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.past))):
            self.book.undo()
            self.future.append(self.now)
            self.now = self.past.pop()
            assert dump(self.book) == self.now

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.future))):
            self.book.redo()
            self.past.append(self.now)
            self.now = self.future.pop()
            assert dump(self.book) == self.now

    @invariant()
    def is_sound(self) -> None:
        assert problems(self.book.file.db) == []

    @invariant()
    def steps_are_closed_for_those_who_left_alone(self) -> None:
        closed = "SELECT n.closed_by, n.party FROM next_step AS n WHERE n.closed_by IS NOT NULL"
        for change, party in self.book.file.db.execute_sql(closed).fetchall():
            assert change in {one.id for one in ex_spell(self.book.people.history(party))}

    def teardown(self) -> None:
        try:
            while self.book.undo():
                pass
            assert dump(self.book) == self.start
            while self.book.redo():
                pass
            assert dump(self.book) == (self.future[0] if self.future else self.now)
        finally:
            self.book.close()
            rmtree(self.folder)
