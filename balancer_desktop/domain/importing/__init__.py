"""What the rows of another program's file mean: headings, dates, amounts, people. Pure; reads no file."""
