"""From words on a page to words in the air: how they are said, how slowly, and when each is heard."""
