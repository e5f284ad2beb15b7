-- Care that the member noted: nobody else has it.
CREATE TABLE noted_care (
    id   TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the member decided about noted care and an act of a payment.
CREATE TABLE noted_tie (
    noted TEXT NOT NULL REFERENCES noted_care (id) ON DELETE CASCADE,
    care  TEXT NOT NULL,
    kind  TEXT NOT NULL,
    PRIMARY KEY (noted, care)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
    noted      TEXT NOT NULL PRIMARY KEY REFERENCES noted_care (id) ON DELETE CASCADE,
    media_type TEXT NOT NULL,
    bytes      BLOB NOT NULL
) STRICT;
