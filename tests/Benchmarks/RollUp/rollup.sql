-- What a nest keeps of its reports, in one database. Figures are exact decimals.
-- Every initiative, and those it counts into: itself (0), its province (1), the nation (2).
CREATE TABLE ancestors (
  initiative text,
  ancestor text,
  height int NOT NULL,
  PRIMARY KEY (initiative, ancestor));

CREATE TABLE reports (
  initiative text,
  indicator text,
  period text,
  reporter text,
  cell text,
  value numeric NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (initiative, indicator, period, reporter, cell));
