-- Stretches of streams, packed: what loads a long stream quickly. A copy of what the ledger holds, believed only when its events
-- hash to the ledger's chain; may be deleted at any time.

drop table stream_snapshot;

create table stream_pack (
    stream uuid    not null,
    first  bigint  not null,  -- its first event's place
    last   bigint  not null,  -- its last event's place
    codec  text    not null,  -- who can read the body; others ignore it
    body   bytea   not null,  -- compressed by the program
    primary key (stream, first)
);

-- The body is compressed already: no second try on every read.
alter table stream_pack alter column body set storage external;

grant select, insert, update, delete on stream_pack to leitai_app;
