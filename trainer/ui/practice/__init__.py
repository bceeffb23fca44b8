"""Choosing what to practise."""
