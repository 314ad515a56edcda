-- Goods that come back: in what state, why, and for how long a department takes them.

-- Where goods that come back go.
CREATE TABLE return_condition (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO return_condition (id, code) VALUES (1, 'resell'), (2, 'damaged'), (3, 'expired'), (4, 'supplier');

-- What else is known of a line that was taken back.
CREATE TABLE sale_line_return (
    document_id  INTEGER NOT NULL REFERENCES document(id),
    line_no      INTEGER NOT NULL,
    condition_id INTEGER NOT NULL REFERENCES return_condition(id),
    reason       TEXT,
    PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sale_line_return_no_update BEFORE UPDATE ON sale_line_return BEGIN SELECT raise(ABORT, 'sale_line_return is append only'); END;
CREATE TRIGGER sale_line_return_no_delete BEFORE DELETE ON sale_line_return BEGIN SELECT raise(ABORT, 'sale_line_return is append only'); END;

ALTER TABLE cart_line ADD COLUMN condition_id INTEGER REFERENCES return_condition(id); -- NULL: back on the shelf
ALTER TABLE cart_line ADD COLUMN return_reason TEXT;
CREATE INDEX cart_line_returns ON cart_line(returns_uid, returns_line) WHERE returns_uid IS NOT NULL;

-- Days after the sale that goods of this department may come back; 0: they stay sold; NULL: as the shop's setting says.
ALTER TABLE department ADD COLUMN return_days INTEGER CHECK (return_days BETWEEN 0 AND 3650);

-- Goods that came back and are not sold again leave the shelf in the same document.
INSERT INTO movement_kind (id, code) VALUES (6, 'damaged'), (7, 'expired'), (8, 'to_supplier');
