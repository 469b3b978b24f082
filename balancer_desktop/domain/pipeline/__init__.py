"""The pipeline: what may become a sale, stage by stage, and what became of it."""
