-- More ways to pay: cash of other countries at a set rate, sums customers hand over, card terminals, vouchers.

-- A way to pay in the cash of another country has its currency here. It is no cash of ours (is_cash = 0): it
-- lies in the drawer apart, and change for it is given in ours.
ALTER TABLE tender_type ADD COLUMN currency TEXT CHECK (currency IS NULL OR length(currency) = 3);

-- What one unit of the shop's currency is worth in another, by the day it counts from; the newest row of the
-- latest day counts.
CREATE TABLE exchange_rate (
    id         INTEGER PRIMARY KEY,
    currency   TEXT NOT NULL CHECK (length(currency) = 3),
    valid_from INTEGER NOT NULL, -- business day
    rate       INTEGER CHECK (rate IS NULL OR rate > 0), -- billionths; NULL: not taken any more
    user_id    INTEGER NOT NULL REFERENCES user(id),
    made_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX exchange_rate_currency ON exchange_rate(currency, valid_from);

-- foreign_amount is in minor units of foreign_currency, exchange_rate as above.
ALTER TABLE cart_tender ADD COLUMN foreign_currency TEXT;
ALTER TABLE cart_tender ADD COLUMN foreign_amount INTEGER;
ALTER TABLE cart_tender ADD COLUMN exchange_rate INTEGER;

-- Receipts are found by the slip number of a card, and by the number of a voucher.
CREATE INDEX tender_reference ON tender(reference) WHERE reference IS NOT NULL;

-- How often customers handed over this sum for totals of this size: the note buttons. Only a habit, no record.
CREATE TABLE cash_habit (
    band   INTEGER NOT NULL, -- the smallest total of such size, minor units
    amount INTEGER NOT NULL, -- handed over, minor units
    times  INTEGER NOT NULL,
    PRIMARY KEY (band, amount)
) STRICT, WITHOUT ROWID;

-- A payment the card terminal was asked for. Written before it is asked, so that a power cut leaves a trace of
-- money that may have been taken.
CREATE TABLE card_request (
    id           INTEGER PRIMARY KEY,
    uid          BLOB NOT NULL UNIQUE CHECK (length(uid) = 16), -- the terminal knows the payment by it
    sale_uid     BLOB NOT NULL CHECK (length(sale_uid) = 16),   -- the cart's, which becomes the sale's
    till_id      INTEGER NOT NULL REFERENCES till(id),
    user_id      INTEGER NOT NULL REFERENCES user(id),
    amount       INTEGER NOT NULL CHECK (amount <> 0), -- asked for; negative: given back
    state        TEXT NOT NULL CHECK (state = 'pending' OR state = 'approved' OR state = 'declined'
        OR state = 'cancelled' OR state = 'unknown'),
    approved     INTEGER, -- what was charged of it
    auth         TEXT,    -- as the terminal says; never a whole card number
    masked_pan   TEXT,
    scheme       TEXT,
    terminal     TEXT,
    slip         TEXT,    -- lines for the receipt
    message      TEXT,    -- why not
    resolved_by  INTEGER REFERENCES user(id), -- a person said what became of it
    requested_at INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX card_request_sale ON card_request(sale_uid);
CREATE INDEX card_request_open ON card_request(till_id) WHERE state = 'pending' OR state = 'unknown';

-- What the shop owes to whoever holds the number. What is left on it is the sum of its entries, never below 0.
CREATE TABLE voucher (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number      TEXT NOT NULL UNIQUE, -- as printed: capitals and figures
    is_credit   INTEGER NOT NULL CHECK (is_credit IN (0, 1)), -- given for goods taken back, not sold
    issued_on   INTEGER NOT NULL, -- business day
    valid_until INTEGER           -- business day, the last one; NULL: for ever
) STRICT;
CREATE TABLE voucher_entry (
    id          INTEGER PRIMARY KEY,
    voucher_id  INTEGER NOT NULL REFERENCES voucher(id),
    amount      INTEGER NOT NULL CHECK (amount <> 0), -- minor units; positive: the shop owes more
    document_id INTEGER REFERENCES document(id), -- NULL: adjusted by hand
    user_id     INTEGER NOT NULL REFERENCES user(id),
    approver_id INTEGER REFERENCES user(id),
    reason      TEXT,
    made_at     INTEGER NOT NULL,
    CHECK (document_id IS NOT NULL OR reason IS NOT NULL)
) STRICT;
CREATE INDEX voucher_entry_voucher ON voucher_entry(voucher_id);
CREATE INDEX voucher_entry_document ON voucher_entry(document_id) WHERE document_id IS NOT NULL;

-- Vouchers sold are no takings: they have sums of their own.
INSERT INTO day_sum_dimension (id, code) VALUES (10, 'voucher');

CREATE TRIGGER exchange_rate_no_update BEFORE UPDATE ON exchange_rate BEGIN SELECT raise(ABORT, 'exchange_rate is append only'); END;
CREATE TRIGGER exchange_rate_no_delete BEFORE DELETE ON exchange_rate BEGIN SELECT raise(ABORT, 'exchange_rate is append only'); END;
CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher BEGIN SELECT raise(ABORT, 'voucher is append only'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher BEGIN SELECT raise(ABORT, 'voucher is append only'); END;
CREATE TRIGGER voucher_entry_no_update BEFORE UPDATE ON voucher_entry BEGIN SELECT raise(ABORT, 'voucher_entry is append only'); END;
CREATE TRIGGER voucher_entry_no_delete BEFORE DELETE ON voucher_entry BEGIN SELECT raise(ABORT, 'voucher_entry is append only'); END;
