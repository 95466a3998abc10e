"""The Processing provider ``segregation``: every capability, runnable without the window."""
