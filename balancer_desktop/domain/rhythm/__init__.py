"""Who is current, quiet, probably gone: each party's own rhythm of buying, and the model of them all (numbers §4)."""
