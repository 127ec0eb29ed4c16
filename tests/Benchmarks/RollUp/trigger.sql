-- Totals that a trigger keeps: once a statement, so that a thousand reports in one change a national figure once.
CREATE TABLE totals (
  initiative text,
  indicator text,
  cell text,
  period text,
  value numeric NOT NULL,
  contributions bigint NOT NULL,
  PRIMARY KEY (initiative, indicator, cell, period));

-- The nation comes last: its row is the one that every other report waits for until this one's commit is on disk. And
-- rows are always taken in one order, so that no two reports wait for each other.
CREATE FUNCTION add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO totals AS total (initiative, indicator, cell, period, value, contributions)
  SELECT ancestors.ancestor, added.indicator, added.cell, added.period, sum(added.value), count(*)
  FROM added JOIN ancestors USING (initiative)
  GROUP BY ancestors.height, ancestors.ancestor, added.indicator, added.cell, added.period
  ORDER BY ancestors.height, ancestors.ancestor, added.indicator, added.period, added.cell
  ON CONFLICT (initiative, indicator, cell, period)
  DO UPDATE SET value = total.value + excluded.value, contributions = total.contributions + excluded.contributions;
  RETURN NULL;
END $$;

CREATE TRIGGER add_up AFTER INSERT ON reports
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_up();
