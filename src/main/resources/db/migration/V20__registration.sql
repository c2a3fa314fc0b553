-- Registration: what must never stand in the ledger. Every column that could tell a name is ciphertext or a keyed fingerprint.

create table person_secret (
    person         uuid   primary key,
    contest        uuid   not null,
    wrapped_key    bytea  not null,                 -- the person's own AES-256 key, sealed with the installation's key
    body           bytea  not null,                 -- nonce, AES-256-GCM of name, phone, ID number and the commitment's salt
    commitment     text   not null,                 -- hex, as in the ledger
    id_print       bytea  not null,                 -- keyed fingerprint of contest and ID number; empty without one
    name_print     bytea  not null,                 -- keyed fingerprint of contest, unit and name
    created_micros bigint not null
);
-- Duplicates are found without opening anything.
create index person_by_id_number on person_secret (contest, id_print) where length(id_print) > 0;
create index person_by_name on person_secret (contest, name_print);

-- One row a sealed stage and attempt; the row whose commitment the ledger holds is the draw.
create table sealed_draw (
    discipline     uuid   not null,
    stage          text   not null,
    commitment     text   not null,                 -- hex, as in the ledger
    body           bytea  not null,                 -- sealed with the installation's key: seed and numbers
    officer        uuid   not null,
    created_micros bigint not null,
    primary key (discipline, stage, commitment)
);

-- A file that was read and shown but not yet applied; holds personal data, so it is sealed and removed when applied or a day old.
create table import_preview (
    id             uuid   primary key,
    contest        uuid   not null,
    kind           text   not null check (kind in ('units', 'entries', 'theory')),
    discipline     uuid   not null,                 -- nil when the kind has none
    account        uuid   not null,
    body           bytea  not null,                 -- sealed: rows as they were shown
    applicable     boolean not null,                -- no row has an error
    applied        integer not null default -1,     -- rows applied; the body is emptied then, the answer stays for a repeated request
    created_micros bigint not null
);
create index import_preview_by_age on import_preview (created_micros);

grant select, insert, delete on person_secret, sealed_draw, import_preview to leitai_app;
grant update (body, applied) on import_preview to leitai_app;
