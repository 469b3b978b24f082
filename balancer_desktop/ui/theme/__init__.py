"""The look: colours, palette, style, type and icons, each in one place."""
