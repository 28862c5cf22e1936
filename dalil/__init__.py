"""Dalil: from a curated corpus of news documents to a reading site and an open data package."""
