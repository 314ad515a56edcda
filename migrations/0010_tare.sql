-- What the container of goods weighs that are put on the scale in it: not paid for.
ALTER TABLE product ADD COLUMN tare INTEGER NOT NULL DEFAULT 0 CHECK (tare BETWEEN 0 AND 1000000); -- thousandths of its unit
