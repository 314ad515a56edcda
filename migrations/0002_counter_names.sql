-- What the counter can do more has a name each: rights, events of the journal.

INSERT INTO journal_type (id, code) VALUES
    (25, 'OPEN_ITEM'),
    (26, 'AGE_CHECK'),
    (27, 'NO_SALE'),
    (28, 'GIFT_ISSUE'),
    (29, 'GIFT_REDEEM'),
    (30, 'GIFT_ADJUST'),
    (31, 'PRINT_UNKNOWN'),
    (32, 'EMAIL_RECEIPT'),
    (33, 'PROMOTION_CHANGE'),
    (34, 'CARD_UNKNOWN'),
    (35, 'CARD_RESOLVED'),
    (36, 'DEVICE_CHANGE'),
    (37, 'CUSTOMER_CHANGE'),
    (38, 'LAYOUT_CHANGE');

-- A shop that is there already gets the rights a new one starts with (permission.cpp); a new one has no roles yet.
INSERT INTO permission (id, code)
    SELECT column1, column2 FROM (VALUES (31, 'drawer.no_sale'),
        (32, 'sell.age_restricted'),
        (33, 'voucher.issue'),
        (34, 'voucher.adjust'),
        (35, 'promotion.edit'),
        (36, 'layout.edit'),
        (37, 'refund.other_tender'),
        (38, 'card.resolve'),
        (39, 'customer.create'))
     WHERE EXISTS (SELECT 1 FROM role);
INSERT INTO role_permission (role_id, permission_id, allowance)
    SELECT role.id, column2, column3 FROM (VALUES
        ('cashier', 31, 'approval'),
        ('cashier', 32, 'allowed'),
        ('cashier', 33, 'allowed'),
        ('cashier', 37, 'approval'),
        ('cashier', 38, 'approval'),
        ('cashier', 39, 'allowed'),
        ('lead', 31, 'allowed'),
        ('lead', 32, 'allowed'),
        ('lead', 33, 'allowed'),
        ('lead', 34, 'approval'),
        ('lead', 35, 'approval'),
        ('lead', 36, 'allowed'),
        ('lead', 37, 'approval'),
        ('lead', 38, 'allowed'),
        ('lead', 39, 'allowed'),
        ('owner', 31, 'allowed'),
        ('owner', 32, 'allowed'),
        ('owner', 33, 'allowed'),
        ('owner', 34, 'allowed'),
        ('owner', 35, 'allowed'),
        ('owner', 36, 'allowed'),
        ('owner', 37, 'allowed'),
        ('owner', 38, 'allowed'),
        ('owner', 39, 'allowed'))
      JOIN role ON role.code = column1;
