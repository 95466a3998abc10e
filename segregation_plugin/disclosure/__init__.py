"""What may be shown: ``engine`` protects any table, ``rules`` has the limits, the others apply both to figures."""
