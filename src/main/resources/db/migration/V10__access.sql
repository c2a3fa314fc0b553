-- Access: who may sign in, with what, and the sessions that follow. Not part of the ledger: secrets are never events.

create table account (
    id             uuid    primary key,
    login          text    not null unique,
    name           text    not null,
    password_hash  text    not null,               -- Argon2id, PHC string
    created_micros bigint  not null,
    disabled       boolean not null default false
);

create table role_grant (
    id             uuid   primary key,
    account        uuid   not null references account (id),
    role           text   not null,
    contest        uuid,                            -- null: the whole installation
    discipline     uuid,                            -- null: the whole contest
    granted_by     uuid   not null,
    granted_micros bigint not null,
    unique nulls not distinct (account, role, contest, discipline)
);

create table session (
    token_hash     bytea   primary key,             -- SHA-256 of the cookie's token; the token itself is nowhere
    id             uuid    not null unique,
    kind           text    not null check (kind in ('staff', 'seat', 'contestant')),
    holder         uuid    not null,                -- account, seat or entry
    contest        uuid,
    discipline     uuid,
    device         uuid    not null,
    csrf           text    not null,
    created_micros bigint  not null,
    expires_micros bigint  not null,
    revoked_micros bigint
);
create index session_by_holder on session (holder) where revoked_micros is null;

create table seat_card (
    seat           uuid   primary key,
    contest        uuid   not null,
    discipline     uuid   not null,
    code_print     bytea  not null unique,          -- keyed fingerprint of the 8 characters
    pin_print      bytea  not null,                 -- keyed fingerprint of seat and PIN
    created_micros bigint not null
);

create table entry_code (
    entry          uuid   primary key,
    contest        uuid   not null,
    discipline     uuid   not null,
    number         text   not null,                 -- the entry number printed on the slip
    code_print     bytea  not null unique,
    created_micros bigint not null
);

create table sign_in_failure (
    subject        text   not null,                 -- 'device:…', 'login:…' or 'pin:…'; never an address: a hall shares one
    at_micros      bigint not null
);
create index sign_in_failure_recent on sign_in_failure (subject, at_micros);

grant select, insert, update on account, session to leitai_app;
grant select, insert, update, delete on role_grant, seat_card, entry_code, sign_in_failure to leitai_app;
