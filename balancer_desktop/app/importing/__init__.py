"""Bringing records of other programs in: files → sheets → readings → a plan that can be looked at before it is done."""
