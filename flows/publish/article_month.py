"""The month under which a release counts and files an article."""

from schemas.index_columns import UNDATED


def month_of(published_earliest: str) -> str:
    """SQL for the month of that column of articles."""
    return f"coalesce(strftime({published_earliest}, '%Y-%m'), '{UNDATED}')"
