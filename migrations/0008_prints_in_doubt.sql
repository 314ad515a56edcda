-- A printer that stops in the middle leaves an order in doubt: a till looks for those at every start, and says why.

ALTER TABLE print_outbox ADD COLUMN why TEXT; -- what the system said when it last failed, untranslated
CREATE INDEX print_outbox_unknown ON print_outbox(id) WHERE state = 'unknown';
