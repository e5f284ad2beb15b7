-- Things of which there are few, as received: leaves, files, long-term illnesses, debts, processing times.
CREATE TABLE thing (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_of_days ON payment (paid_on) WHERE days IS NOT NULL AND withdrawn = 0;
