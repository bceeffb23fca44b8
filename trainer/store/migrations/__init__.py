"""Alembic's folder: the environment, and one numbered script for each version of the tables."""
