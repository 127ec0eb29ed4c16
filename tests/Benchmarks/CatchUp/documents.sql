-- Documents as a node keeps them.
CREATE TABLE documents (
  sequence bigint PRIMARY KEY,
  initiative text NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  writer text NOT NULL,
  document bytea NOT NULL,
  signature bytea NOT NULL,
  leaf int NOT NULL,
  leaves int NOT NULL,
  path bytea NOT NULL);
CREATE UNIQUE INDEX documents_key ON documents (initiative, kind, id);
