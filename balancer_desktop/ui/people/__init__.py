"""The tabs of people: tables, and one page for each person or business."""
