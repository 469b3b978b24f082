"""The first page of all: begin, import, or look around."""
