"""Attribution: from cues in a sentence to the sources that the article names."""
