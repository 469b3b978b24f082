"""The zone of this machine's clock, as the operating system knows it."""

from datetime import UTC, datetime, timedelta, tzinfo


class MachineZone(tzinfo):
    """Needs no table of zones: it asks the system, which also knows the changes of clocks gone by."""

    def utcoffset(self, shown: datetime | None) -> timedelta | None:
        return None if shown is None else shown.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, shown: datetime | None) -> timedelta | None:
        """Not known apart from the rest."""
        return None

    def tzname(self, shown: datetime | None) -> str | None:
        return None if shown is None else shown.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, instant: datetime) -> datetime:
        local = instant.replace(tzinfo=UTC).astimezone()
        shown = local.replace(tzinfo=self)
        return shown if shown.utcoffset() == local.utcoffset() else shown.replace(fold=1)  # the second of two such
