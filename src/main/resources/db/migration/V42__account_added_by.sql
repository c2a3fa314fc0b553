-- Who added an account: an organiser of one contest sees those accounts again, and no other contest's.
alter table account add column added_by uuid;
