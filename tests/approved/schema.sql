CREATE TABLE adjustment_kind (
    id          INTEGER PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,
    is_discount INTEGER NOT NULL CHECK (is_discount IN (0, 1)) -- its amount is part of the line's discount
) STRICT;

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

CREATE INDEX card_request_open ON card_request(till_id) WHERE state = 'pending' OR state = 'unknown';

CREATE INDEX card_request_sale ON card_request(sale_uid);

CREATE TABLE cart (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16), -- becomes the uid of the sale
    till_id     INTEGER NOT NULL REFERENCES till(id),
    user_id     INTEGER NOT NULL REFERENCES user(id),
    state       TEXT NOT NULL CHECK (state IN ('open', 'held')),
    label       TEXT,
    customer_id INTEGER REFERENCES customer(id),
    note        TEXT,
    edit_no     INTEGER NOT NULL DEFAULT 0, -- the last edit that counts
    last_edit   INTEGER NOT NULL DEFAULT 0, -- the last edit that can be redone
    opened_at   INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL
, age_confirmed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE cart_coupon (
    cart_id   INTEGER NOT NULL REFERENCES cart(id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    from_edit INTEGER NOT NULL,
    to_edit   INTEGER,
    code      TEXT NOT NULL,
    PRIMARY KEY (cart_id, position, from_edit)
) STRICT, WITHOUT ROWID;

CREATE TABLE cart_discount (
    cart_id     INTEGER NOT NULL REFERENCES cart(id) ON DELETE CASCADE,
    line_no     INTEGER NOT NULL, -- 0: the whole sale
    position    INTEGER NOT NULL,
    from_edit   INTEGER NOT NULL,
    to_edit     INTEGER,
    rate        INTEGER,
    amount      INTEGER,
    reason      TEXT,
    user_id     INTEGER NOT NULL REFERENCES user(id),
    approver_id INTEGER REFERENCES user(id),
    PRIMARY KEY (cart_id, line_no, position, from_edit),
    CHECK ((rate IS NULL) <> (amount IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE cart_edit (
    cart_id INTEGER NOT NULL REFERENCES cart(id) ON DELETE CASCADE,
    edit_no INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user(id),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (cart_id, edit_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE cart_head (
    cart_id       INTEGER NOT NULL REFERENCES cart(id) ON DELETE CASCADE,
    from_edit     INTEGER NOT NULL,
    to_edit       INTEGER, -- the edit that ended this version
    customer_id   INTEGER REFERENCES customer(id),
    note          TEXT, -- printed
    internal_note TEXT, -- kept with the sale, never printed
    PRIMARY KEY (cart_id, from_edit)
) STRICT, WITHOUT ROWID;

CREATE TABLE cart_in_front (
    till_id INTEGER PRIMARY KEY REFERENCES till(id),
    cart_id INTEGER REFERENCES cart(id) ON DELETE SET NULL
) STRICT;

CREATE TABLE cart_line (
    cart_id       INTEGER NOT NULL REFERENCES cart(id) ON DELETE CASCADE,
    line_no       INTEGER NOT NULL CHECK (line_no > 0),
    from_edit     INTEGER NOT NULL,
    to_edit       INTEGER, -- the edit that ended this version
    product_id    INTEGER REFERENCES product(id),
    kind_id       INTEGER NOT NULL REFERENCES item_kind(id),
    name          TEXT NOT NULL,
    unit          TEXT NOT NULL,
    unit_decimals INTEGER NOT NULL,
    department_id INTEGER REFERENCES department(id),
    supplier_id   INTEGER REFERENCES supplier(id),
    tax_class_id  INTEGER NOT NULL REFERENCES tax_class(id),
    quantity      INTEGER NOT NULL CHECK (quantity <> 0),
    unit_price    INTEGER NOT NULL,
    list_price    INTEGER, -- what it would cost without the override; NULL = open price
    code          TEXT,
    tracks_stock  INTEGER NOT NULL CHECK (tracks_stock IN (0, 1)),
    discountable  INTEGER NOT NULL CHECK (discountable IN (0, 1)),
    reason        TEXT, -- of a price override
    approver_id   INTEGER REFERENCES user(id),
    returns_uid   BLOB,
    returns_line  INTEGER,
    note          TEXT, minimum_age INTEGER NOT NULL DEFAULT 0, internal_note TEXT, parent_line INTEGER, per_parent INTEGER, condition_id INTEGER REFERENCES return_condition(id), return_reason TEXT,
    PRIMARY KEY (cart_id, line_no, from_edit)
) STRICT, WITHOUT ROWID;

CREATE INDEX cart_line_returns ON cart_line(returns_uid, returns_line) WHERE returns_uid IS NOT NULL;

CREATE TABLE cart_tender (
    cart_id        INTEGER NOT NULL REFERENCES cart(id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    tender_type_id INTEGER NOT NULL REFERENCES tender_type(id),
    amount         INTEGER NOT NULL,
    reference      TEXT,
    made_at        INTEGER NOT NULL, foreign_currency TEXT, foreign_amount INTEGER, exchange_rate INTEGER,
    PRIMARY KEY (cart_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cash_habit (
    band   INTEGER NOT NULL, -- the smallest total of such size, minor units
    amount INTEGER NOT NULL, -- handed over, minor units
    times  INTEGER NOT NULL,
    PRIMARY KEY (band, amount)
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

CREATE TABLE coupon_use (
    coupon_id   INTEGER NOT NULL REFERENCES coupon(id),
    document_id INTEGER NOT NULL REFERENCES document(id),
    customer_id INTEGER REFERENCES customer(id),
    PRIMARY KEY (coupon_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER coupon_use_no_delete BEFORE DELETE ON coupon_use BEGIN SELECT raise(ABORT, 'coupon_use is append only'); END;

CREATE TRIGGER coupon_use_no_update BEFORE UPDATE ON coupon_use BEGIN SELECT raise(ABORT, 'coupon_use is append only'); END;

CREATE TABLE customer (
    id            INTEGER PRIMARY KEY,
    uid           BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    code          TEXT NOT NULL UNIQUE,
    price_list_id INTEGER REFERENCES price_list(id),
    rev           INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL,
    archived_at   INTEGER
, customer_group_id INTEGER REFERENCES customer_group(id)) STRICT;

CREATE TABLE customer_group (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name        TEXT NOT NULL UNIQUE,
    archived_at INTEGER
) STRICT;

CREATE TABLE customer_pii (
    customer_id INTEGER PRIMARY KEY REFERENCES customer(id),
    name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    changed_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX customer_pii_name ON customer_pii(name COLLATE NOCASE);

CREATE TABLE day_sum (
    dimension_id INTEGER NOT NULL REFERENCES day_sum_dimension(id),
    business_day INTEGER NOT NULL,
    key          INTEGER NOT NULL, -- id of the product, department, hour ...; 0 = none
    till_id      INTEGER NOT NULL REFERENCES till(id),
    returned     INTEGER NOT NULL CHECK (returned IN (0, 1)), -- sales and returns apart
    tickets      INTEGER NOT NULL, -- a ticket counts once, as a return only when nothing was sold on it
    lines        INTEGER NOT NULL,
    quantity     INTEGER NOT NULL,
    discount     INTEGER NOT NULL,
    net          INTEGER NOT NULL,
    tax          INTEGER NOT NULL,
    gross        INTEGER NOT NULL, -- net + tax
    cost         INTEGER NOT NULL,
    PRIMARY KEY (dimension_id, business_day, key, till_id, returned)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_sum_dimension (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE department (
    id           INTEGER PRIMARY KEY,
    uid          BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    parent_id    INTEGER REFERENCES department(id),
    name         TEXT NOT NULL,
    colour       INTEGER NOT NULL DEFAULT 1 CHECK (colour BETWEEN 1 AND 6), -- c1..c6 of the palette
    position     INTEGER NOT NULL DEFAULT 0,
    tax_class_id INTEGER REFERENCES tax_class(id), -- what a new product here gets
    rev          INTEGER NOT NULL DEFAULT 1,
    archived_at  INTEGER
, return_days INTEGER CHECK (return_days BETWEEN 0 AND 3650)) STRICT;

CREATE UNIQUE INDEX department_name ON department(coalesce(parent_id, 0), name);

CREATE TABLE document (
    id                 INTEGER PRIMARY KEY,
    uid                BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind_id            INTEGER NOT NULL REFERENCES document_kind(id),
    series_id          INTEGER NOT NULL REFERENCES series(id),
    number             INTEGER NOT NULL CHECK (number > 0),
    till_id            INTEGER NOT NULL REFERENCES till(id),
    shift_id           INTEGER REFERENCES shift(id), -- NULL only for what needs no drawer
    business_day       INTEGER NOT NULL,
    utc_ms             INTEGER NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    started_ms         INTEGER NOT NULL, -- when its cart was opened
    user_id            INTEGER NOT NULL REFERENCES user(id),
    approver_id        INTEGER REFERENCES user(id),
    customer_id        INTEGER REFERENCES customer(id),
    training           INTEGER NOT NULL DEFAULT 0 CHECK (training IN (0, 1)),
    corrects_uid       BLOB CHECK (corrects_uid IS NULL OR length(corrects_uid) = 16),
    note               TEXT,
    UNIQUE (series_id, number)
) STRICT;

CREATE INDEX document_customer ON document(customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX document_day ON document(business_day);

CREATE INDEX document_shift ON document(shift_id) WHERE shift_id IS NOT NULL;

CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT raise(ABORT, 'document is append only'); END;

CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT raise(ABORT, 'document is append only'); END;

CREATE TABLE document_kind (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    mark TEXT NOT NULL UNIQUE -- stands in the number between till and count; empty for sales
) STRICT;

CREATE TABLE document_origin (
    document_id INTEGER PRIMARY KEY REFERENCES document(id),
    till_id     INTEGER NOT NULL REFERENCES till(id),
    ticket      TEXT NOT NULL,
    business_day INTEGER NOT NULL, -- tills that count from 1 every day have every number every day
    UNIQUE (till_id, ticket, business_day)
) STRICT;

CREATE TRIGGER document_origin_no_delete BEFORE DELETE ON document_origin BEGIN SELECT raise(ABORT, 'document_origin is append only'); END;

CREATE TRIGGER document_origin_no_update BEFORE UPDATE ON document_origin BEGIN SELECT raise(ABORT, 'document_origin is append only'); END;

CREATE TABLE exchange_rate (
    id         INTEGER PRIMARY KEY,
    currency   TEXT NOT NULL CHECK (length(currency) = 3),
    valid_from INTEGER NOT NULL, -- business day
    rate       INTEGER CHECK (rate IS NULL OR rate > 0), -- billionths; NULL: not taken any more
    user_id    INTEGER NOT NULL REFERENCES user(id),
    made_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX exchange_rate_currency ON exchange_rate(currency, valid_from);

CREATE TRIGGER exchange_rate_no_delete BEFORE DELETE ON exchange_rate BEGIN SELECT raise(ABORT, 'exchange_rate is append only'); END;

CREATE TRIGGER exchange_rate_no_update BEFORE UPDATE ON exchange_rate BEGIN SELECT raise(ABORT, 'exchange_rate is append only'); END;

CREATE TABLE import_mapping (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    preset      TEXT NOT NULL,
    mapping     TEXT NOT NULL,
    changed_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_product (
    import_run_id INTEGER NOT NULL REFERENCES import_run(id),
    product_id    INTEGER NOT NULL REFERENCES product(id) ON DELETE CASCADE,
    rev_after     INTEGER NOT NULL, -- a product changed since keeps what it has
    before        TEXT,             -- its fields before; NULL = the import made it
    PRIMARY KEY (import_run_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_run (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind       TEXT NOT NULL CHECK (kind IN ('products', 'sales')),
    file_name  TEXT NOT NULL,
    preset     TEXT NOT NULL,
    user_id    INTEGER NOT NULL REFERENCES user(id),
    made_at    INTEGER NOT NULL,
    row_count  INTEGER NOT NULL,
    added      INTEGER NOT NULL,
    changed    INTEGER NOT NULL,
    unchanged  INTEGER NOT NULL,
    rejected   INTEGER NOT NULL,
    undone_at  INTEGER,
    undone_by  INTEGER REFERENCES user(id)
) STRICT;

CREATE TABLE internal_note (
    document_id INTEGER NOT NULL REFERENCES document(id),
    line_no     INTEGER NOT NULL,
    note        TEXT NOT NULL,
    PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER internal_note_no_delete BEFORE DELETE ON internal_note BEGIN SELECT raise(ABORT, 'internal_note is append only'); END;

CREATE TRIGGER internal_note_no_update BEFORE UPDATE ON internal_note BEGIN SELECT raise(ABORT, 'internal_note is append only'); END;

CREATE TABLE item_kind (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE journal (
    id                 INTEGER PRIMARY KEY,
    journal_chain_id   INTEGER NOT NULL REFERENCES journal_chain(id),
    seq                INTEGER NOT NULL CHECK (seq > 0),
    type_id            INTEGER NOT NULL REFERENCES journal_type(id),
    utc_ms             INTEGER NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    user_id            INTEGER NOT NULL REFERENCES user(id),
    approver_id        INTEGER REFERENCES user(id),
    document_id        INTEGER REFERENCES document(id),
    payload            BLOB NOT NULL, -- canonical bytes exactly as hashed; their version is inside
    hash               BLOB NOT NULL CHECK (length(hash) = 32),
    signature          BLOB CHECK (signature IS NULL OR length(signature) = 64),
    journal_key_id     INTEGER REFERENCES journal_key(id), -- the key of the signature
    UNIQUE (journal_chain_id, seq)
) STRICT;

CREATE INDEX journal_document ON journal(document_id) WHERE document_id IS NOT NULL;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'journal is append only'); END;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'journal is append only'); END;

CREATE TABLE journal_chain (
    id             INTEGER PRIMARY KEY,
    uid            BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    till_id        INTEGER NOT NULL REFERENCES till(id),
    epoch          INTEGER NOT NULL,
    journal_key_id INTEGER NOT NULL REFERENCES journal_key(id),
    genesis        BLOB NOT NULL CHECK (length(genesis) = 32),
    UNIQUE (till_id, epoch)
) STRICT;

CREATE TRIGGER journal_chain_no_delete BEFORE DELETE ON journal_chain BEGIN SELECT raise(ABORT, 'journal_chain is append only'); END;

CREATE TRIGGER journal_chain_no_update BEFORE UPDATE ON journal_chain BEGIN SELECT raise(ABORT, 'journal_chain is append only'); END;

CREATE TABLE journal_key (
    id         INTEGER PRIMARY KEY,
    public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32), -- Ed25519
    created_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER journal_key_no_delete BEFORE DELETE ON journal_key BEGIN SELECT raise(ABORT, 'journal_key is append only'); END;

CREATE TRIGGER journal_key_no_update BEFORE UPDATE ON journal_key BEGIN SELECT raise(ABORT, 'journal_key is append only'); END;

CREATE TABLE journal_type (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE location (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name        TEXT NOT NULL,
    archived_at INTEGER
) STRICT;

CREATE TABLE lot (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    product_id INTEGER NOT NULL REFERENCES product(id),
    code       TEXT NOT NULL,
    use_by     INTEGER, -- business day
    UNIQUE (product_id, code, use_by)
) STRICT;

CREATE TABLE movement_kind (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE permission (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE price (
    product_id       INTEGER NOT NULL REFERENCES product(id),
    price_list_id    INTEGER NOT NULL REFERENCES price_list(id),
    minimum_quantity INTEGER NOT NULL DEFAULT 0,
    valid_from       INTEGER NOT NULL,
    version          INTEGER NOT NULL,
    unit_price       INTEGER, -- NULL ends the price
    changed_by       INTEGER REFERENCES user(id),
    changed_at       INTEGER NOT NULL,
    PRIMARY KEY (product_id, price_list_id, minimum_quantity, valid_from, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER price_no_delete BEFORE DELETE ON price BEGIN SELECT raise(ABORT, 'price is append only'); END;

CREATE TRIGGER price_no_update BEFORE UPDATE ON price BEGIN SELECT raise(ABORT, 'price is append only'); END;

CREATE TABLE price_list (
    id           INTEGER PRIMARY KEY,
    uid          BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name         TEXT NOT NULL UNIQUE,
    includes_tax INTEGER NOT NULL CHECK (includes_tax IN (0, 1)),
    archived_at  INTEGER
) STRICT;

CREATE TABLE print_outbox (
    id          INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document(id),
    channel     TEXT NOT NULL,
    copy        INTEGER NOT NULL DEFAULT 0, -- 0 = the original, n = COPY n
    state       TEXT NOT NULL CHECK (state = 'waiting' OR state = 'printing' OR state = 'done' OR state = 'unknown'
        OR state = 'none'),
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL
, why TEXT) STRICT;

CREATE INDEX print_outbox_document ON print_outbox(document_id);

CREATE INDEX print_outbox_unknown ON print_outbox(id) WHERE state = 'unknown';

CREATE INDEX print_outbox_waiting ON print_outbox(state) WHERE state IN ('waiting', 'printing');

CREATE TABLE product (
    id            INTEGER PRIMARY KEY,
    uid           BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    parent_id     INTEGER REFERENCES product(id), -- a variant is a product with a parent
    variant       TEXT,                           -- "Red, L": what sets it apart from its siblings
    name          TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind_id       INTEGER NOT NULL REFERENCES item_kind(id),
    department_id INTEGER REFERENCES department(id),
    tax_class_id  INTEGER NOT NULL REFERENCES tax_class(id),
    unit_id       INTEGER NOT NULL REFERENCES unit(id),
    supplier_id   INTEGER REFERENCES supplier(id), -- the usual one
    cost          INTEGER,                         -- last known cost of one unit; NULL = unknown
    open_price    INTEGER NOT NULL DEFAULT 0 CHECK (open_price IN (0, 1)),
    weighed       INTEGER NOT NULL DEFAULT 0 CHECK (weighed IN (0, 1)),
    tracks_stock  INTEGER NOT NULL DEFAULT 1 CHECK (tracks_stock IN (0, 1)),
    discountable  INTEGER NOT NULL DEFAULT 1 CHECK (discountable IN (0, 1)),
    minimum_age   INTEGER NOT NULL DEFAULT 0,
    minimum_stock INTEGER, -- thousandths: at or below this it is "low"
    target_stock  INTEGER,
    external_id   TEXT,    -- the id another system gave it; matches a later import
    rev           INTEGER NOT NULL DEFAULT 1,
    changed_by    INTEGER REFERENCES user(id),
    created_at    INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL,
    archived_at   INTEGER
, stock_policy TEXT CHECK (stock_policy = 'ignore' OR stock_policy = 'warn' OR stock_policy = 'block'), tare INTEGER NOT NULL DEFAULT 0 CHECK (tare BETWEEN 0 AND 1000000)) STRICT;

CREATE INDEX product_department ON product(department_id);

CREATE INDEX product_external ON product(external_id) WHERE external_id IS NOT NULL;

CREATE INDEX product_name ON product(name COLLATE NOCASE) WHERE archived_at IS NULL;

CREATE INDEX product_parent ON product(parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE product_activity (
    product_id   INTEGER PRIMARY KEY REFERENCES product(id),
    sold_lines   INTEGER NOT NULL,
    last_sold_at INTEGER NOT NULL,
    rise_at      INTEGER NOT NULL -- so many sold lines belong to a better tier of the search index
) STRICT;

CREATE INDEX product_activity_rise ON product_activity(product_id) WHERE sold_lines >= rise_at;

CREATE TABLE product_code (
    code          TEXT NOT NULL PRIMARY KEY,
    product_id    INTEGER NOT NULL REFERENCES product(id),
    kind          TEXT NOT NULL CHECK (kind = 'sku' OR kind = 'barcode' OR kind = 'internal'), -- see print_outbox
    position      INTEGER NOT NULL DEFAULT 0,
    pack_quantity INTEGER NOT NULL DEFAULT 1000 CHECK (pack_quantity > 0),
    unit_price    INTEGER, -- of one unit when bought by this code; NULL = as the price list says
    gtin          INTEGER  -- the GTIN-14 as a number: a second look, used when only one product answers
) STRICT, WITHOUT ROWID;

CREATE INDEX product_code_gtin ON product_code(gtin) WHERE gtin IS NOT NULL;

CREATE INDEX product_code_product ON product_code(product_id, kind, position);

CREATE TABLE product_code_key (
    key        TEXT NOT NULL,
    product_id INTEGER NOT NULL REFERENCES product(id),
    PRIMARY KEY (key, product_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE product_link (
    product_id        INTEGER NOT NULL PRIMARY KEY REFERENCES product(id),
    linked_product_id INTEGER NOT NULL REFERENCES product(id),
    quantity          INTEGER NOT NULL DEFAULT 1000 CHECK (quantity > 0), -- thousandths of it for one of the product
    CHECK (product_id <> linked_product_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX product_link_linked ON product_link(linked_product_id);

CREATE TABLE product_list (
    id       INTEGER PRIMARY KEY,
    products BLOB NOT NULL
) STRICT;

CREATE TABLE product_picture (
    product_id INTEGER PRIMARY KEY REFERENCES product(id),
    png        BLOB CHECK (length(png) BETWEEN 1 AND 300000),
    icon       TEXT CHECK (length(icon) BETWEEN 1 AND 60),
    changed_at INTEGER NOT NULL, -- whoever keeps a decoded copy sees by it that there is a new one
    changed_by INTEGER REFERENCES user(id),
    CHECK ((png IS NULL) <> (icon IS NULL))
) STRICT;

CREATE TABLE product_search (
    product_id    INTEGER PRIMARY KEY REFERENCES product(id),
    tier          INTEGER NOT NULL, -- small = sells well
    department_id INTEGER NOT NULL, -- 0 = none
    words         TEXT NOT NULL,
    codes         TEXT NOT NULL
) STRICT;

CREATE TABLE product_supplier (
    product_id    INTEGER NOT NULL REFERENCES product(id),
    supplier_id   INTEGER NOT NULL REFERENCES supplier(id),
    supplier_code TEXT,
    pack_quantity INTEGER NOT NULL DEFAULT 1000 CHECK (pack_quantity > 0),
    cost          INTEGER,
    PRIMARY KEY (product_id, supplier_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX product_supplier_code ON product_supplier(supplier_code) WHERE supplier_code IS NOT NULL;

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

CREATE TABLE promotion_item (
    promotion_id  INTEGER NOT NULL REFERENCES promotion(id) ON DELETE CASCADE,
    role          TEXT NOT NULL CHECK (role = 'buy' OR role = 'get'),
    position      INTEGER NOT NULL,
    product_id    INTEGER REFERENCES product(id),
    department_id INTEGER REFERENCES department(id),
    PRIMARY KEY (promotion_id, role, position),
    CHECK ((product_id IS NULL) <> (department_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE promotion_kind (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE quick_key (
    quick_key_page_id INTEGER NOT NULL REFERENCES quick_key_page(id),
    position          INTEGER NOT NULL,
    product_id        INTEGER NOT NULL REFERENCES product(id), colour INTEGER CHECK (colour BETWEEN 1 AND 6),
    PRIMARY KEY (quick_key_page_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quick_key_page (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name        TEXT NOT NULL,
    position    INTEGER NOT NULL,
    archived_at INTEGER
) STRICT;

CREATE TABLE receipt_design (
    id     INTEGER PRIMARY KEY,
    design TEXT NOT NULL UNIQUE CHECK (design <> '') -- JSON: blocks in their order, each with its words
) STRICT;

CREATE TRIGGER receipt_design_no_delete BEFORE DELETE ON receipt_design BEGIN SELECT raise(ABORT, 'receipt_design is append only'); END;

CREATE TRIGGER receipt_design_no_update BEFORE UPDATE ON receipt_design BEGIN SELECT raise(ABORT, 'receipt_design is append only'); END;

CREATE TABLE receipt_head (
    id         INTEGER PRIMARY KEY,
    shop_name  TEXT NOT NULL,
    address    TEXT NOT NULL,
    tax_number TEXT NOT NULL,
    footer     TEXT NOT NULL,
    UNIQUE (shop_name, address, tax_number, footer)
) STRICT;

CREATE TRIGGER receipt_head_no_delete BEFORE DELETE ON receipt_head BEGIN SELECT raise(ABORT, 'receipt_head is append only'); END;

CREATE TRIGGER receipt_head_no_update BEFORE UPDATE ON receipt_head BEGIN SELECT raise(ABORT, 'receipt_head is append only'); END;

CREATE TABLE receipt_logo (
    id     INTEGER PRIMARY KEY,
    hash   TEXT NOT NULL UNIQUE CHECK (length(hash) = 64), -- SHA-256 of width, height and bits
    width  INTEGER NOT NULL CHECK (width BETWEEN 1 AND 384),
    height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 256),
    bits   BLOB NOT NULL CHECK (length(bits) = (width + 7) / 8 * height) -- rows of whole bytes
) STRICT;

CREATE TRIGGER receipt_logo_no_delete BEFORE DELETE ON receipt_logo BEGIN SELECT raise(ABORT, 'receipt_logo is append only'); END;

CREATE TRIGGER receipt_logo_no_update BEFORE UPDATE ON receipt_logo BEGIN SELECT raise(ABORT, 'receipt_logo is append only'); END;

CREATE TABLE return_condition (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE role (
    id          INTEGER PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    archived_at INTEGER
) STRICT;

CREATE TABLE role_permission (
    role_id       INTEGER NOT NULL REFERENCES role(id),
    permission_id INTEGER NOT NULL REFERENCES permission(id),
    allowance     TEXT NOT NULL CHECK (allowance IN ('allowed', 'limit', 'approval')),
    limit_value   INTEGER,
    PRIMARY KEY (role_id, permission_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale (
    document_id  INTEGER PRIMARY KEY REFERENCES document(id),
    receipt_head_id    INTEGER NOT NULL REFERENCES receipt_head(id),
    prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
    gross        INTEGER NOT NULL, -- before discounts
    discount     INTEGER NOT NULL,
    net          INTEGER NOT NULL,
    tax          INTEGER NOT NULL,
    total        INTEGER NOT NULL, -- net + tax
    rounding     INTEGER NOT NULL, -- of cash; total + rounding = paid - change
    paid         INTEGER NOT NULL,
    change_given INTEGER NOT NULL,
    cost         INTEGER NOT NULL,
    line_count   INTEGER NOT NULL CHECK (line_count > 0), receipt_design_id INTEGER REFERENCES receipt_design(id),
    CHECK (net + tax = total),
    CHECK (total + rounding = paid - change_given)
) STRICT;

CREATE INDEX sale_rounded ON sale(total + rounding) WHERE rounding <> 0;

CREATE INDEX sale_total ON sale(total);

CREATE TRIGGER sale_no_delete BEFORE DELETE ON sale BEGIN SELECT raise(ABORT, 'sale is append only'); END;

CREATE TRIGGER sale_no_update BEFORE UPDATE ON sale BEGIN SELECT raise(ABORT, 'sale is append only'); END;

CREATE TABLE sale_line (
    document_id   INTEGER NOT NULL REFERENCES document(id),
    line_no       INTEGER NOT NULL CHECK (line_no > 0),
    product_id    INTEGER REFERENCES product(id), -- NULL: an open item without a product
    kind_id       INTEGER NOT NULL REFERENCES item_kind(id),
    name          TEXT NOT NULL,
    unit          TEXT NOT NULL,
    department_id INTEGER REFERENCES department(id),
    supplier_id   INTEGER REFERENCES supplier(id),
    tax_class_id  INTEGER REFERENCES tax_class(id),
    quantity      INTEGER NOT NULL CHECK (quantity <> 0), -- negative: taken back
    unit_price    INTEGER NOT NULL,
    gross         INTEGER NOT NULL,
    discount      INTEGER NOT NULL,
    net           INTEGER NOT NULL,
    tax           INTEGER NOT NULL,
    total         INTEGER NOT NULL,
    cost          INTEGER NOT NULL, -- of all of it, signed as the quantity
    code          TEXT,             -- as scanned
    returns_uid   BLOB CHECK (returns_uid IS NULL OR length(returns_uid) = 16), -- the sale taken back from
    returns_line  INTEGER,
    note          TEXT,
    PRIMARY KEY (document_id, line_no),
    CHECK (net + tax = total)
) STRICT, WITHOUT ROWID;

CREATE INDEX sale_line_product ON sale_line(product_id) WHERE product_id IS NOT NULL;

CREATE INDEX sale_line_returns ON sale_line(returns_uid, returns_line) WHERE returns_uid IS NOT NULL;

CREATE TRIGGER sale_line_no_delete BEFORE DELETE ON sale_line BEGIN SELECT raise(ABORT, 'sale_line is append only'); END;

CREATE TRIGGER sale_line_no_update BEFORE UPDATE ON sale_line BEGIN SELECT raise(ABORT, 'sale_line is append only'); END;

CREATE TABLE sale_line_adjustment (
    document_id    INTEGER NOT NULL REFERENCES document(id),
    line_no        INTEGER NOT NULL,
    position       INTEGER NOT NULL,
    kind_id        INTEGER NOT NULL REFERENCES adjustment_kind(id),
    rate           INTEGER,
    amount         INTEGER NOT NULL,
    old_unit_price INTEGER, -- of an overridden price
    label          TEXT,    -- name of the promotion, or the reason given
    user_id        INTEGER NOT NULL REFERENCES user(id),
    approver_id    INTEGER REFERENCES user(id),
    PRIMARY KEY (document_id, line_no, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sale_line_adjustment_no_delete BEFORE DELETE ON sale_line_adjustment BEGIN SELECT raise(ABORT, 'sale_line_adjustment is append only'); END;

CREATE TRIGGER sale_line_adjustment_no_update BEFORE UPDATE ON sale_line_adjustment BEGIN SELECT raise(ABORT, 'sale_line_adjustment is append only'); END;

CREATE TABLE sale_line_return (
    document_id  INTEGER NOT NULL REFERENCES document(id),
    line_no      INTEGER NOT NULL,
    condition_id INTEGER NOT NULL REFERENCES return_condition(id),
    reason       TEXT,
    PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sale_line_return_no_delete BEFORE DELETE ON sale_line_return BEGIN SELECT raise(ABORT, 'sale_line_return is append only'); END;

CREATE TRIGGER sale_line_return_no_update BEFORE UPDATE ON sale_line_return BEGIN SELECT raise(ABORT, 'sale_line_return is append only'); END;

CREATE TABLE sale_line_tax (
    document_id INTEGER NOT NULL REFERENCES document(id),
    line_no     INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    tax_rate_id INTEGER NOT NULL REFERENCES tax_rate(id),
    net         INTEGER NOT NULL, -- the base this tax was taken of
    tax         INTEGER NOT NULL,
    PRIMARY KEY (document_id, line_no, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sale_line_tax_no_delete BEFORE DELETE ON sale_line_tax BEGIN SELECT raise(ABORT, 'sale_line_tax is append only'); END;

CREATE TRIGGER sale_line_tax_no_update BEFORE UPDATE ON sale_line_tax BEGIN SELECT raise(ABORT, 'sale_line_tax is append only'); END;

CREATE TABLE sale_tax (
    document_id INTEGER NOT NULL REFERENCES document(id),
    tax_rate_id INTEGER NOT NULL REFERENCES tax_rate(id),
    net         INTEGER NOT NULL,
    tax         INTEGER NOT NULL,
    gross       INTEGER NOT NULL,
    PRIMARY KEY (document_id, tax_rate_id),
    CHECK (net + tax = gross)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sale_tax_no_delete BEFORE DELETE ON sale_tax BEGIN SELECT raise(ABORT, 'sale_tax is append only'); END;

CREATE TRIGGER sale_tax_no_update BEFORE UPDATE ON sale_tax BEGIN SELECT raise(ABORT, 'sale_tax is append only'); END;

CREATE TABLE series (
    id               INTEGER PRIMARY KEY,
    till_id          INTEGER NOT NULL REFERENCES till(id),
    epoch            INTEGER NOT NULL,
    document_kind_id INTEGER NOT NULL REFERENCES document_kind(id),
    last_number      INTEGER NOT NULL DEFAULT 0,
    UNIQUE (till_id, epoch, document_kind_id)
) STRICT;

CREATE TABLE setting (
    scope      TEXT NOT NULL CHECK (scope IN ('shop', 'till', 'user')),
    scope_id   INTEGER NOT NULL,
    key        TEXT NOT NULL,
    value      TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER REFERENCES user(id),
    PRIMARY KEY (scope, scope_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE shift (
    id                 INTEGER PRIMARY KEY,
    uid                BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    till_id            INTEGER NOT NULL REFERENCES till(id),
    user_id            INTEGER NOT NULL REFERENCES user(id),
    business_day       INTEGER NOT NULL,
    opened_at          INTEGER NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    opening_float      INTEGER NOT NULL,
    expected_float     INTEGER -- what the close before left in the drawer; NULL = there was none
) STRICT;

CREATE INDEX shift_till ON shift(till_id, business_day);

CREATE TRIGGER shift_no_delete BEFORE DELETE ON shift BEGIN SELECT raise(ABORT, 'shift is append only'); END;

CREATE TRIGGER shift_no_update BEFORE UPDATE ON shift BEGIN SELECT raise(ABORT, 'shift is append only'); END;

CREATE TABLE shift_close (
    shift_id           INTEGER PRIMARY KEY REFERENCES shift(id),
    user_id            INTEGER NOT NULL REFERENCES user(id),
    approver_id        INTEGER REFERENCES user(id),
    closed_at          INTEGER NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    expected           INTEGER NOT NULL,
    counted            INTEGER NOT NULL,
    left_in_drawer     INTEGER NOT NULL,
    remark             TEXT
) STRICT;

CREATE TRIGGER shift_close_no_delete BEFORE DELETE ON shift_close BEGIN SELECT raise(ABORT, 'shift_close is append only'); END;

CREATE TRIGGER shift_close_no_update BEFORE UPDATE ON shift_close BEGIN SELECT raise(ABORT, 'shift_close is append only'); END;

CREATE TABLE shop (
    id                 INTEGER PRIMARY KEY CHECK (id = 1),
    uid                BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name               TEXT NOT NULL,
    country            TEXT NOT NULL CHECK (length(country) = 2),
    currency           TEXT NOT NULL CHECK (length(currency) = 3),
    currency_decimals  INTEGER NOT NULL CHECK (currency_decimals BETWEEN 0 AND 3),
    time_zone          TEXT NOT NULL,
    day_cutoff_minutes INTEGER NOT NULL CHECK (day_cutoff_minutes BETWEEN 0 AND 1439),
    prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
    tax_rounding       TEXT NOT NULL CHECK (tax_rounding IN ('line', 'receipt')),
    cash_step          INTEGER NOT NULL CHECK (cash_step >= 0), -- minor units; 0 = cash is not rounded
    cash_ties          TEXT NOT NULL CHECK (cash_ties IN ('away', 'toward')),
    practice           INTEGER NOT NULL CHECK (practice IN (0, 1)), -- the sample shop: receipts say so
    created_at         INTEGER NOT NULL
) STRICT;

CREATE TABLE stock_level (
    product_id  INTEGER NOT NULL REFERENCES product(id),
    location_id INTEGER NOT NULL REFERENCES location(id),
    quantity    INTEGER NOT NULL,
    value       INTEGER NOT NULL, -- average cost = value / quantity
    counted     INTEGER NOT NULL DEFAULT 0 CHECK (counted IN (0, 1)), -- goods came in on record: the figure means something
    PRIMARY KEY (product_id, location_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_movement (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES product(id),
    location_id INTEGER NOT NULL REFERENCES location(id),
    lot_id      INTEGER REFERENCES lot(id),
    kind_id     INTEGER NOT NULL REFERENCES movement_kind(id),
    quantity    INTEGER NOT NULL,
    cost        INTEGER NOT NULL, -- of all of it, signed as the quantity
    document_id INTEGER NOT NULL REFERENCES document(id), -- what caused it
    line_no     INTEGER NOT NULL
) STRICT;

CREATE INDEX stock_movement_product ON stock_movement(product_id);

CREATE TRIGGER stock_movement_no_delete BEFORE DELETE ON stock_movement BEGIN SELECT raise(ABORT, 'stock_movement is append only'); END;

CREATE TRIGGER stock_movement_no_update BEFORE UPDATE ON stock_movement BEGIN SELECT raise(ABORT, 'stock_movement is append only'); END;

CREATE TABLE supplier (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name        TEXT NOT NULL UNIQUE,
    rev         INTEGER NOT NULL DEFAULT 1,
    archived_at INTEGER
) STRICT;

CREATE TABLE tax (
    id               INTEGER PRIMARY KEY,
    uid              BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    code             TEXT NOT NULL UNIQUE, -- printed beside each line
    name             TEXT NOT NULL,
    compound         INTEGER NOT NULL DEFAULT 0 CHECK (compound IN (0, 1)), -- its base holds the taxes before it
    invoice_category TEXT NOT NULL DEFAULT 'S', -- EN 16931 code list UNCL 5305
    exemption_reason TEXT,
    archived_at      INTEGER
) STRICT;

CREATE TABLE tax_class (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name        TEXT NOT NULL UNIQUE,
    position    INTEGER NOT NULL,
    archived_at INTEGER
) STRICT;

CREATE TABLE tax_class_tax (
    tax_class_id INTEGER NOT NULL REFERENCES tax_class(id),
    position     INTEGER NOT NULL,
    tax_id       INTEGER NOT NULL REFERENCES tax(id),
    PRIMARY KEY (tax_class_id, position),
    UNIQUE (tax_class_id, tax_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tax_rate (
    id         INTEGER PRIMARY KEY,
    tax_id     INTEGER NOT NULL REFERENCES tax(id),
    valid_from INTEGER NOT NULL,
    rate       INTEGER NOT NULL CHECK (rate >= 0 AND rate <= 10000000),
    UNIQUE (tax_id, valid_from)
) STRICT;

CREATE TRIGGER tax_rate_no_delete BEFORE DELETE ON tax_rate BEGIN SELECT raise(ABORT, 'tax_rate is append only'); END;

CREATE TRIGGER tax_rate_no_update BEFORE UPDATE ON tax_rate BEGIN SELECT raise(ABORT, 'tax_rate is append only'); END;

CREATE TABLE tender (
    document_id      INTEGER NOT NULL REFERENCES document(id),
    position         INTEGER NOT NULL,
    tender_type_id   INTEGER NOT NULL REFERENCES tender_type(id),
    amount           INTEGER NOT NULL,
    change_given     INTEGER NOT NULL DEFAULT 0,
    foreign_currency TEXT,
    foreign_amount   INTEGER,
    exchange_rate    INTEGER,
    reference        TEXT,
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX tender_reference ON tender(reference) WHERE reference IS NOT NULL;

CREATE TRIGGER tender_no_delete BEFORE DELETE ON tender BEGIN SELECT raise(ABORT, 'tender is append only'); END;

CREATE TRIGGER tender_no_update BEFORE UPDATE ON tender BEGIN SELECT raise(ABORT, 'tender is append only'); END;

CREATE TABLE tender_type (
    id           INTEGER PRIMARY KEY,
    uid          BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    code         TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    is_cash      INTEGER NOT NULL CHECK (is_cash IN (0, 1)), -- counted in the drawer, rounded, gives change
    opens_drawer INTEGER NOT NULL CHECK (opens_drawer IN (0, 1)),
    position     INTEGER NOT NULL,
    archived_at  INTEGER
, currency TEXT CHECK (currency IS NULL OR length(currency) = 3)) STRICT;

CREATE TABLE till (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    code        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    epoch       INTEGER NOT NULL DEFAULT 1 CHECK (epoch > 0), -- a restored file counts on in a new epoch
    location_id INTEGER NOT NULL REFERENCES location(id),
    imported    INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)), -- holds another system's history
    archived_at INTEGER
) STRICT;

CREATE TABLE unit (
    id       INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE, -- printed: pc, kg
    decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 3) -- 0: sold in whole pieces only
) STRICT;

CREATE TABLE user (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name        TEXT NOT NULL,
    role_id     INTEGER NOT NULL REFERENCES role(id),
    rev         INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL,
    archived_at INTEGER
) STRICT;

CREATE TABLE voucher (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number      TEXT NOT NULL UNIQUE, -- as printed: capitals and figures
    is_credit   INTEGER NOT NULL CHECK (is_credit IN (0, 1)), -- given for goods taken back, not sold
    issued_on   INTEGER NOT NULL, -- business day
    valid_until INTEGER           -- business day, the last one; NULL: for ever
) STRICT;

CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher BEGIN SELECT raise(ABORT, 'voucher is append only'); END;

CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher BEGIN SELECT raise(ABORT, 'voucher is append only'); END;

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

CREATE INDEX voucher_entry_document ON voucher_entry(document_id) WHERE document_id IS NOT NULL;

CREATE INDEX voucher_entry_voucher ON voucher_entry(voucher_id);

CREATE TRIGGER voucher_entry_no_delete BEFORE DELETE ON voucher_entry BEGIN SELECT raise(ABORT, 'voucher_entry is append only'); END;

CREATE TRIGGER voucher_entry_no_update BEFORE UPDATE ON voucher_entry BEGIN SELECT raise(ABORT, 'voucher_entry is append only'); END;

