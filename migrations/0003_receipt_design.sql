-- How receipts look is the shop's to choose; a sale keeps the look it was issued with, as it keeps its words.

CREATE TABLE receipt_design (
    id     INTEGER PRIMARY KEY,
    design TEXT NOT NULL UNIQUE CHECK (design <> '') -- JSON: blocks in their order, each with its words
) STRICT;

-- Black and white at eight dots per millimetre; a design names its logo by the hash.
CREATE TABLE receipt_logo (
    id     INTEGER PRIMARY KEY,
    hash   TEXT NOT NULL UNIQUE CHECK (length(hash) = 64), -- SHA-256 of width, height and bits
    width  INTEGER NOT NULL CHECK (width BETWEEN 1 AND 384),
    height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 256),
    bits   BLOB NOT NULL CHECK (length(bits) = (width + 7) / 8 * height) -- rows of whole bytes
) STRICT;

ALTER TABLE sale ADD COLUMN receipt_design_id INTEGER REFERENCES receipt_design(id); -- NULL: the standard one

CREATE TRIGGER receipt_design_no_update BEFORE UPDATE ON receipt_design BEGIN SELECT raise(ABORT, 'receipt_design is append only'); END;
CREATE TRIGGER receipt_design_no_delete BEFORE DELETE ON receipt_design BEGIN SELECT raise(ABORT, 'receipt_design is append only'); END;
CREATE TRIGGER receipt_logo_no_update BEFORE UPDATE ON receipt_logo BEGIN SELECT raise(ABORT, 'receipt_logo is append only'); END;
CREATE TRIGGER receipt_logo_no_delete BEFORE DELETE ON receipt_logo BEGIN SELECT raise(ABORT, 'receipt_logo is append only'); END;
