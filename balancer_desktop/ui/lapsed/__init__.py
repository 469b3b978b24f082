"""The tab of those who are quiet or gone: folders, people, and why they left."""
