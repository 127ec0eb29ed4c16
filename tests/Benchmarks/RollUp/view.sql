-- The same totals as a view that is worked out anew with every refresh, with the key by which they are read.
CREATE MATERIALIZED VIEW totals AS
  SELECT ancestors.ancestor AS initiative, indicator, cell, period, sum(value) AS value, count(*) AS contributions
  FROM reports JOIN ancestors USING (initiative)
  GROUP BY ancestors.ancestor, indicator, cell, period;

CREATE UNIQUE INDEX ON totals (initiative, indicator, cell, period);
