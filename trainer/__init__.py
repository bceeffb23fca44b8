"""A desktop trainer for people who learn AWS architecture."""

__version__ = "0.1.0"
