-- Quick keys get a colour of their own, and products a picture that a hand finds faster than a name.

ALTER TABLE quick_key ADD COLUMN colour INTEGER CHECK (colour BETWEEN 1 AND 6); -- NULL = its department's

-- A picture (PNG, small enough to be read with a page of keys) or the name of one of our icons.
CREATE TABLE product_picture (
    product_id INTEGER PRIMARY KEY REFERENCES product(id),
    png        BLOB CHECK (length(png) BETWEEN 1 AND 300000),
    icon       TEXT CHECK (length(icon) BETWEEN 1 AND 60),
    changed_at INTEGER NOT NULL, -- whoever keeps a decoded copy sees by it that there is a new one
    changed_by INTEGER REFERENCES user(id),
    CHECK ((png IS NULL) <> (icon IS NULL))
) STRICT;
