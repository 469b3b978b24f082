"""The window: PySide6 and pyqtgraph, one folder per tab."""
