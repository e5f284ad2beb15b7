-- Payments that the complementary insurer did not get.
ALTER TABLE payment ADD COLUMN to_forward INTEGER NOT NULL DEFAULT 0;
CREATE INDEX payment_to_forward ON payment (paid_on) WHERE to_forward = 1 AND withdrawn = 0;

-- What the member says to have sent to their insurer: nobody else has it.
CREATE TABLE forwarded (
    payment TEXT NOT NULL PRIMARY KEY,
    day     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A payment of debts that was begun here, until it is known how it ended.
CREATE TABLE debt_payment (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    key   TEXT NOT NULL,
    debts TEXT NOT NULL,
    id    TEXT,
    page  TEXT
) STRICT;
