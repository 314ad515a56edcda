-- The cart of a counter: several sales side by side, a customer and notes that can be undone, ages, deposits, stock that is not there.

-- What is known of a customer as a person: erased without touching what is on record.
CREATE TABLE customer_pii (
    customer_id INTEGER PRIMARY KEY REFERENCES customer(id),
    name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    changed_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_pii_name ON customer_pii(name COLLATE NOCASE);

-- Which of a till's open sales the next scan goes into; none: a new one.
CREATE TABLE cart_in_front (
    till_id INTEGER PRIMARY KEY REFERENCES till(id),
    cart_id INTEGER REFERENCES cart(id) ON DELETE SET NULL
) STRICT;
INSERT INTO cart_in_front (till_id, cart_id) SELECT till_id, max(id) FROM cart WHERE state = 'open' GROUP BY till_id;

-- What is said of the whole sale, as versions like its lines. It takes the place of cart.customer_id and cart.note.
CREATE TABLE cart_head (
    cart_id       INTEGER NOT NULL REFERENCES cart(id) ON DELETE CASCADE,
    from_edit     INTEGER NOT NULL,
    to_edit       INTEGER, -- the edit that ended this version
    customer_id   INTEGER REFERENCES customer(id),
    note          TEXT, -- printed
    internal_note TEXT, -- kept with the sale, never printed
    PRIMARY KEY (cart_id, from_edit)
) STRICT, WITHOUT ROWID;
INSERT INTO cart_head (cart_id, from_edit, customer_id, note)
    SELECT id, 0, customer_id, note FROM cart WHERE customer_id IS NOT NULL OR note IS NOT NULL;

ALTER TABLE cart ADD COLUMN age_confirmed INTEGER NOT NULL DEFAULT 0; -- years the customer was found to have
ALTER TABLE cart_line ADD COLUMN minimum_age INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cart_line ADD COLUMN internal_note TEXT;
ALTER TABLE cart_line ADD COLUMN parent_line INTEGER; -- the line it follows: the deposit of these goods
ALTER TABLE cart_line ADD COLUMN per_parent INTEGER;  -- thousandths of it for one of those

-- Notes for the shop's own eyes, as they were when the sale was made. Line 0: of the whole sale.
CREATE TABLE internal_note (
    document_id INTEGER NOT NULL REFERENCES document(id),
    line_no     INTEGER NOT NULL,
    note        TEXT NOT NULL,
    PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER internal_note_no_update BEFORE UPDATE ON internal_note BEGIN SELECT raise(ABORT, 'internal_note is append only'); END;
CREATE TRIGGER internal_note_no_delete BEFORE DELETE ON internal_note BEGIN SELECT raise(ABORT, 'internal_note is append only'); END;

-- What is sold with a product, as a line of its own: the deposit of its bottle.
CREATE TABLE product_link (
    product_id        INTEGER NOT NULL PRIMARY KEY REFERENCES product(id),
    linked_product_id INTEGER NOT NULL REFERENCES product(id),
    quantity          INTEGER NOT NULL DEFAULT 1000 CHECK (quantity > 0), -- thousandths of it for one of the product
    CHECK (product_id <> linked_product_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_link_linked ON product_link(linked_product_id);

-- What the till does when more is sold than is there; NULL: as the shop's setting says.
ALTER TABLE product ADD COLUMN stock_policy TEXT CHECK (stock_policy = 'ignore' OR stock_policy = 'warn' OR stock_policy = 'block');
