"""How far the authors of a workspace agree, and where they differ. Pure: reads and writes nothing.

What is compared are units of text that two or more authors have coded:

- **A tag, over sentences.** A sentence carries a tag for an author where a mark with that tag, or
  with one under it (``claim/figure`` counts as ``claim``), covers part of it. Every sentence of a
  document is a unit for each author who has worked on the document, that is, who has a mark with a
  place in it, or a note on it as a whole. For others it is not coded.
- **A tag, over characters.** The same, with each code point of the text as a unit.
- **The statuses, over sentences.** Units are the sentences in which two authors or more have a
  claim. A sentence in which an author's claims have several statuses is not coded by that author;
  the open status gives way to a decision.

Cohen's kappa is for each pair of authors, Krippendorff's alpha for nominal data is for all of them
and takes units that some have not coded. A mark that answers another author's was made in
knowledge of it: its status counts, its tags do not. Marks without a sure place (``review`` and
``orphan``) are left out, and counted as such.
"""
