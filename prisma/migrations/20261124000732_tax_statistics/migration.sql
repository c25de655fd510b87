-- Documents that are to be posted are nearly all of one year: counted apart, a year and a state seem to meet far less often than they do,
-- and the planner then sorts a whole year for one page of it.
CREATE STATISTICS "TaxDocument_year_state" (mcv) ON year, state FROM "TaxDocument";
