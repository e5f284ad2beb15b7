CREATE TABLE sync_state (
    one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    cursor      INTEGER NOT NULL DEFAULT 0,
    complete_at TEXT
) STRICT;
INSERT INTO sync_state (one) VALUES (1);

-- The newest version known of each thing, gone ones too: an older one never comes back.
CREATE TABLE known (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Changes of unknown kinds, and those that could not be applied.
CREATE TABLE kept_aside (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    body    TEXT,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
    one  INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    body TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id   TEXT NOT NULL PRIMARY KEY,
    rank INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    key       INTEGER NOT NULL PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    paid_on   TEXT NOT NULL,
    nature    TEXT NOT NULL,
    amount    INTEGER NOT NULL,
    to_member INTEGER NOT NULL,
    act       TEXT,
    provider  TEXT,
    lines     INTEGER NOT NULL,
    days      INTEGER,
    people    TEXT NOT NULL,
    withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX payment_by_day ON payment (paid_on, to_member, amount) WHERE withdrawn = 0;
CREATE INDEX payment_by_nature ON payment (nature, paid_on) WHERE withdrawn = 0;

-- Apart from the rows of lists, so that a list reads few pages of the file.
CREATE TABLE payment_body (
    payment INTEGER NOT NULL PRIMARY KEY REFERENCES payment (key),
    body    TEXT NOT NULL
) STRICT;

CREATE TABLE payment_person (
    beneficiary TEXT NOT NULL,
    paid_on     TEXT NOT NULL,
    payment     INTEGER NOT NULL REFERENCES payment (key),
    nature      TEXT NOT NULL,
    PRIMARY KEY (beneficiary, paid_on, payment)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_person_by_nature ON payment_person (beneficiary, nature, paid_on);

CREATE TABLE deduction (
    payment     INTEGER NOT NULL REFERENCES payment (key),
    position    INTEGER NOT NULL,
    beneficiary TEXT NOT NULL,
    kind        TEXT NOT NULL,
    care_year   INTEGER NOT NULL,
    amount      INTEGER NOT NULL,
    PRIMARY KEY (payment, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX deduction_by_year ON deduction (beneficiary, care_year, kind, amount);

CREATE TABLE document (
    id        TEXT NOT NULL PRIMARY KEY,
    kind      TEXT NOT NULL,
    title     TEXT,
    people    TEXT NOT NULL DEFAULT '[]',
    date      TEXT NOT NULL,
    made_at   TEXT,
    sha256    TEXT,
    bytes     INTEGER,
    withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX document_by_content ON document (sha256);

CREATE TABLE content (
    sha256 TEXT NOT NULL PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;

-- What has arrived of a content so far, in pieces.
CREATE TABLE content_part (
    sha256 TEXT NOT NULL,
    start  INTEGER NOT NULL,
    bytes  BLOB NOT NULL,
    PRIMARY KEY (sha256, start)
) STRICT;
