"""Inquiries: who turned to the business, and how long until somebody answered."""
