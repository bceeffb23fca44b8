"""The sizes that every diagram is built from, in scene units."""

TILE_WIDTH = 104.0
TILE_HEIGHT = 84.0
ICON_SIZE = 36.0
BADGE = 20.0
"""Diameter of the status badge, centred on a tile's top right corner."""

PAD = 14.0
"""Between a container's border and what lies in it."""
GAP = 16.0
"""Between sister containers, and between a container's own tiles and the containers in it."""
SLOT_GAP_X = 40.0
"""Between tiles side by side: room for a badge and two lines, or for the plate of a short label."""
SLOT_GAP_Y = 24.0
"""Between rows of tiles."""

LABEL_SIZE = 13.0
"""Text size of the first line of a container's label (semibold)."""
SECOND_LINE_SIZE = 12.0
NAME_SIZE = 13.0
"""Text size of a tile's name: whole pixels, since Qt sets no others."""
PLATE_SIZE = 12.0

LABEL_INSET = 12.0
"""From a container's left border to its label."""
LABEL_TOP = 8.0
LINE_HEIGHT = 17.0
SECOND_LINE_HEIGHT = 15.0
STRIP_BELOW = 6.0
"""Between a label and what lies under it."""
BESIDE_GAP = 16.0
"""Between a label and the tiles to its right."""
BESIDE_MOST = 190.0
"""The widest label that has its tiles beside it; a wider one has them below."""

PLATE_HEIGHT = 18.0
PLATE_PAD = 5.0
