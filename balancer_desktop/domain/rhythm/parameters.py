"""What is known of a book's buyers together: the five figures of the MBG/CNBD-k model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """MBG/CNBD-k (Reutterer, Platzer & Schroeder 2020; k = 1 is MBG/NBD, Batislam, Denizel & Filiztekin 2007).

    Each party buys after gaps of k stages, every stage exponential with the party's own rate; after each purchase,
    the first included, it is gone for good with a probability of its own. Rates (a week) differ among parties as
    Gamma(r, alpha), the probabilities as Beta(a, b). k = 1 buys at random, a larger k more and more by the clock.
    """

    k: int
    r: float
    alpha: float
    a: float
    b: float
