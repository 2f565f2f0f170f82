"""What is true of the dataset: one declared table per file, everything else derived from it."""
