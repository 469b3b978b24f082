"""The jobs a small contractor does: what the invoice says, and what the diary says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """tag: the kind of work. memo: the invoice line. notes: for the hours. material: what is bought for it."""

    tag: str
    memo: str
    notes: tuple[str, ...]
    material: str


JOBS = (
    Job("gutter", "gutters cleaned", ("clean gutters front and back", "clear the downpipe"), "leaf guards"),
    Job(
        "gutter",
        "gutter repaired",
        ("replace gutter bracket", "seal gutter joint", "refit downpipe"),
        "gutter brackets",
    ),
    Job("roof", "roof repair", ("replace slipped tiles", "reseal chimney flashing", "patch the felt"), "roof tiles"),
    Job(
        "roof", "moss removed and ridge pointed", ("scrape moss off the roof", "point the ridge"), "mortar and biocide"
    ),
    Job("fence", "fence panels", ("set two fence posts", "hang fence panels", "treat the fence"), "fence panels"),
    Job("fence", "garden gate", ("rehang the garden gate", "fit gate latch"), "hinges and latch"),
    Job("deck", "deck boards", ("replace deck boards", "sand and oil the deck"), "deck boards"),
    Job("deck", "steps and handrail", ("build the steps", "fix the handrail"), "timber"),
    Job("paint", "room painted", ("fill and sand walls", "first coat", "second coat and tidy up"), "paint and filler"),
    Job("paint", "window frames painted", ("scrape window frames", "prime and paint frames"), "primer and gloss"),
    Job("doors", "doors adjusted", ("plane the back door", "fit new door closer"), "door closers"),
    Job("doors", "new locks", ("change cylinder locks", "fit a letterbox"), "cylinder locks"),
    Job("plumbing", "taps and seals", ("replace dripping tap", "reseal the bath", "fix the cistern"), "tap cartridges"),
    Job("plumbing", "kitchen waste replaced", ("replace the sink waste", "clear blocked waste"), "pipes and traps"),
    Job("tiles", "tiles and grout", ("retile behind the sink", "regrout the shower"), "tiles and grout"),
    Job("garden", "garden work", ("cut the hedge", "lay stepping stones", "clear the borders"), "sand and slabs"),
    Job("windows", "windows repaired", ("free a stuck sash", "replace cracked pane"), "glass and putty"),
)
TAGS = tuple(dict.fromkeys(job.tag for job in JOBS))

QUOTE_NOTES = (
    "visit and measure",
    "quote for {tag} work",
    "revise the quote",
    "site visit, {tag}",
    "photos and estimate",
)
WIN_BACK_NOTES = ("rang to ask how things hold up", "offer for a check-up visit", "stopped by for a chat")
MARKETING_NOTES = (
    "flyers along the new estate",
    "calls to old quotes",
    "asked customers for referrals",
    "photos of finished jobs for the website",
    "breakfast with the local traders",
    "card at the builders' merchant",
    "answered questions in the neighbourhood group",
    "prospecting calls to landlords",
)
OFFICE_NOTES = ("invoices and receipts", "ordering and stock", "bank and receipts", "plan next week", "tidy the van")
