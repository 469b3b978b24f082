"""Balancer: the customers a one-person business has, and the ones it will need, in one local book."""

__version__ = "0.1.0"
