"""Reading dates: lexicon (words of a language), tokens, grammar, resolution, EDTF values."""
