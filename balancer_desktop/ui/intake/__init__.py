"""Calls and appointments from others: what files hold, looked at before it comes in; and the form they are noted on."""
