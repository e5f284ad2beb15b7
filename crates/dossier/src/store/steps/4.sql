-- The index of payments for the search: no texts, no places within them.
CREATE VIRTUAL TABLE payment_terms USING fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE payment_term USING fts5vocab ('payment_terms', 'row');

-- Everyone ever named as having given care, or having been paid.
CREATE TABLE provider (
    name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Sums by month, person and kind of care; month as 202611, '' where no person or care is named.
CREATE TABLE spending (
    month       INTEGER NOT NULL,
    beneficiary TEXT NOT NULL,
    act         TEXT NOT NULL,
    spent       INTEGER NOT NULL,
    received    INTEGER NOT NULL,
    to_others   INTEGER NOT NULL,
    PRIMARY KEY (month, beneficiary, act)
) STRICT, WITHOUT ROWID;
