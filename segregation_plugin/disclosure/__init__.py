"""What may be shown: ``engine`` protects any table, ``rules`` holds the limits, the others apply both to figures."""
