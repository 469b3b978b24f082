"""An invented one-person business with three years behind it, to look around in, to draw and to test with."""
