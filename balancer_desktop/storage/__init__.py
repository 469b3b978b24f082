"""The only importer of peewee and sqlite3: tables, migrations, stores, backup."""
