"""Time expressions: the grammar and the calendar, from words to TIMEX3 values and intervals."""
