-- Devices and accesses.
CREATE TABLE device (
    id   TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the service noted.
CREATE TABLE access_event (
    id   TEXT NOT NULL PRIMARY KEY,
    at   INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What this device noted: nobody else has it.
CREATE TABLE own_event (
    key   INTEGER NOT NULL PRIMARY KEY,
    at    INTEGER NOT NULL,
    what  TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 1
) STRICT;
