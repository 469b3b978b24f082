"""A zone for tests, written out: an hour ahead of UTC, two from the last Sunday of March to that of October."""

from datetime import UTC, date, datetime, timedelta, tzinfo


def last_sunday(year: int, month: int) -> date:
    """Of March or October, both of 31 days."""
    end = date(year, month, 31)
    return end - timedelta(days=end.isoweekday() % 7)


class CentralEurope(tzinfo):
    def utcoffset(self, shown: datetime | None) -> timedelta:
        """Summer time from 02:00, which is never shown, to 03:00, the hour before which is shown twice."""
        assert shown is not None
        begins = datetime(shown.year, 3, last_sunday(shown.year, 3).day, 3 if not shown.fold else 2)
        ends = datetime(shown.year, 10, last_sunday(shown.year, 10).day, 3 if not shown.fold else 2)
        return timedelta(hours=2 if begins <= shown.replace(tzinfo=None) < ends else 1)

    def dst(self, shown: datetime | None) -> timedelta:
        return self.utcoffset(shown) - timedelta(hours=1)

    def tzname(self, shown: datetime | None) -> str:
        return "CEST" if self.dst(shown) else "CET"

    def fromutc(self, instant: datetime) -> datetime:
        bare = instant.replace(tzinfo=None)
        begins = datetime(bare.year, 3, last_sunday(bare.year, 3).day, 1)
        ends = datetime(bare.year, 10, last_sunday(bare.year, 10).day, 1)
        hours = 2 if begins <= bare < ends else 1
        again = ends <= bare < ends + timedelta(hours=1)
        return (bare + timedelta(hours=hours)).replace(tzinfo=self, fold=int(again))


ZONE = CentralEurope()


def at(text: str) -> datetime:
    """`2026-11-20 16:40` on the wall there; `2026-10-25 02:30 again` is the second of two."""
    shown = text.removesuffix(" again")
    fold = int(shown != text)
    return datetime.fromisoformat(shown).replace(tzinfo=ZONE, fold=fold).astimezone(UTC)
