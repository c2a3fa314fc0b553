-- What keepers and reactions may lose: all of it can be rebuilt from the ledger.

-- The newest state of a stream's keeper, to load it without its whole past. Believed only when codec and hash agree.
create table stream_snapshot (
    stream uuid   primary key,
    seq    bigint not null,  -- the last event it contains
    hash   bytea  not null,  -- that event's chain
    codec  text   not null,  -- which program can read it
    body   bytea  not null,
    digest bytea  not null   -- SHA-256 of the body
);

-- How far a reaction has come in a stream it follows.
create table reaction_position (
    reaction text   not null,
    stream   uuid   not null,
    seq      bigint not null,
    primary key (reaction, stream)
);

grant select, insert, update, delete on stream_snapshot, reaction_position to leitai_app;
