"""The settings that bound how many cards a day asks, whatever its plan has room for."""

NEW_LIMIT_SETTING = "cards.new_limit"
DUE_LIMIT_SETTING = "cards.due_limit"
