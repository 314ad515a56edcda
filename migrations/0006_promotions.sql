-- Offers the till gives by itself, and the coupons that ask for one.

CREATE TABLE customer_group (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name        TEXT NOT NULL UNIQUE,
    archived_at INTEGER
) STRICT;
ALTER TABLE customer ADD COLUMN customer_group_id INTEGER REFERENCES customer_group(id);

CREATE TABLE promotion_kind (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO promotion_kind (id, code) VALUES (1, 'n_for_price'), (2, 'buy_x_get_y'), (3, 'mix_and_match'),
    (4, 'percent_off'), (5, 'amount_off');

-- Which of the columns a kind reads is said in src/domain/sales/promotion.h. A sale keeps the name and the saving in
-- sale_line_adjustment: what an offer was changed to later says nothing of it.
CREATE TABLE promotion (
    id                INTEGER PRIMARY KEY,
    uid               BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    code              TEXT NOT NULL UNIQUE,
    name              TEXT NOT NULL, -- as printed
    kind_id           INTEGER NOT NULL REFERENCES promotion_kind(id),
    piece_count       INTEGER NOT NULL DEFAULT 0, -- n, or how many are bought
    got_count         INTEGER NOT NULL DEFAULT 0,
    price             INTEGER,                    -- minor units, of a whole group
    rate              INTEGER CHECK (rate BETWEEN 0 AND 1000000),
    amount            INTEGER NOT NULL DEFAULT 0, -- minor units
    minimum           INTEGER NOT NULL DEFAULT 0, -- minor units
    times             INTEGER NOT NULL DEFAULT 0, -- in one sale; 0 = as often as it fits
    valid_from        INTEGER,                    -- business days
    valid_to          INTEGER,                    -- the last one
    weekdays          INTEGER NOT NULL DEFAULT 127 CHECK (weekdays BETWEEN 1 AND 127), -- bit 0 = Monday
    from_minute       INTEGER,
    to_minute         INTEGER,
    customer_group_id INTEGER REFERENCES customer_group(id), -- NULL = everybody
    needs_coupon      INTEGER NOT NULL DEFAULT 0 CHECK (needs_coupon IN (0, 1)),
    position          INTEGER NOT NULL, -- the order of "first"
    rev               INTEGER NOT NULL DEFAULT 1,
    changed_by        INTEGER REFERENCES user(id),
    changed_at        INTEGER NOT NULL,
    archived_at       INTEGER
) STRICT;

-- What it is for. No row of a role: every one of the shop's goods.
CREATE TABLE promotion_item (
    promotion_id  INTEGER NOT NULL REFERENCES promotion(id) ON DELETE CASCADE,
    role          TEXT NOT NULL CHECK (role = 'buy' OR role = 'get'),
    position      INTEGER NOT NULL,
    product_id    INTEGER REFERENCES product(id),
    department_id INTEGER REFERENCES department(id),
    PRIMARY KEY (promotion_id, role, position),
    CHECK ((product_id IS NULL) <> (department_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE coupon (
    id                INTEGER PRIMARY KEY,
    promotion_id      INTEGER NOT NULL REFERENCES promotion(id),
    code              TEXT NOT NULL UNIQUE, -- as printed on it and typed
    uses              INTEGER NOT NULL DEFAULT 0, -- sales it counts in; 0 = any number
    uses_per_customer INTEGER NOT NULL DEFAULT 0,
    valid_from        INTEGER,
    valid_to          INTEGER,
    minimum           INTEGER NOT NULL DEFAULT 0, -- minor units, beside the promotion's own
    archived_at       INTEGER
) STRICT;
CREATE INDEX coupon_promotion ON coupon(promotion_id);

-- A sale a coupon gave something in.
CREATE TABLE coupon_use (
    coupon_id   INTEGER NOT NULL REFERENCES coupon(id),
    document_id INTEGER NOT NULL REFERENCES document(id),
    customer_id INTEGER REFERENCES customer(id),
    PRIMARY KEY (coupon_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER coupon_use_no_update BEFORE UPDATE ON coupon_use BEGIN SELECT raise(ABORT, 'coupon_use is append only'); END;
CREATE TRIGGER coupon_use_no_delete BEFORE DELETE ON coupon_use BEGIN SELECT raise(ABORT, 'coupon_use is append only'); END;

-- Coupons given in an open sale, as versions like its lines.
CREATE TABLE cart_coupon (
    cart_id   INTEGER NOT NULL REFERENCES cart(id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    from_edit INTEGER NOT NULL,
    to_edit   INTEGER,
    code      TEXT NOT NULL,
    PRIMARY KEY (cart_id, position, from_edit)
) STRICT, WITHOUT ROWID;
