"""The data package: rows from the corpus, files from the rows, and the rules that readers' tools ignore."""
