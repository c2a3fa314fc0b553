-- The ledger: everything that happened, in order, per stream. Runs as the owner; the program works as leitai_app,
-- which may add events and read them, and nothing else.

-- Which ledger this is. Part of every leaf, of the cluster's name and of every board's epoch, so that two
-- installations are never taken for one another.
create table ledger_identity (
    id      uuid not null default gen_random_uuid(),
    created timestamptz not null default now(),
    single  boolean primary key default true check (single)
);
insert into ledger_identity default values;

create table ledger_event (
    stream             uuid   not null,
    seq                bigint not null check (seq > 0),  -- 1, 2, 3 … within the stream, no gaps
    ledger             uuid   not null,
    name               text   not null,                  -- with version: judging.mark-recorded.v1
    body               bytea  not null,                  -- canonical JSON: the very bytes that were hashed
    actor              uuid   not null,                  -- zero UUID: nobody
    seat               uuid   not null,                  -- zero UUID: none
    device             uuid   not null,                  -- zero UUID: none
    act_micros         bigint not null,                  -- the device's corrected time of the act; 0: not stated
    uncertainty_micros bigint not null,
    recorded_micros    bigint not null,                  -- never less than the previous event's
    command_key        uuid   not null,
    part               int    not null check (part >= 0), -- place among the events of its command, from 0
    request            bytea  not null,                  -- SHA-256 of the command, to tell a repeat from another request
    leaf               bytea  not null,                  -- SHA-256 of all of the above
    chain              bytea  not null,                  -- SHA-256 of the previous event's chain and this leaf
    xid                xid8   not null default pg_current_xact_id(), -- not hashed: a restored copy has others
    primary key (stream, seq)
);
-- A command is recorded at most once, whatever the program believes.
create unique index ledger_event_once on ledger_event (stream, device, command_key, part);

create table stream_head (
    stream         uuid   primary key,
    ledger         uuid   not null,
    kind           text   not null,
    parent         uuid   not null,  -- the contest of a discipline or roll; zero UUID: none
    seq            bigint not null,  -- of the last event; 0: none yet
    hash           bytea  not null,  -- its chain; of the genesis when seq is 0
    owner          uuid   not null,  -- the node that may append
    term           bigint not null,  -- counts changes of owner: an append under an older term moves nothing
    created_micros bigint not null
) with (fillfactor = 40); -- heads are updated for ever: leave room for HOT updates
create index stream_head_by_kind on stream_head (kind, parent, created_micros);

create function ledger_refuses() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_event_is_append_only before update or delete or truncate on ledger_event
    for each statement execute function ledger_refuses();
create trigger stream_head_stays before delete or truncate on stream_head
    for each statement execute function ledger_refuses();
create trigger ledger_identity_stays before update or delete or truncate on ledger_identity
    for each statement execute function ledger_refuses();

-- A head moves forward only, and only together with the event it names.
create function stream_head_follows_events() returns trigger language plpgsql as $$
begin
    if exists (
        select from moved_to n join moved_from o using (stream)
        where n.seq < o.seq
           or n.term < o.term
           or (n.seq = o.seq and n.hash <> o.hash)
           or (n.seq > o.seq and not exists (
                   select from ledger_event e where e.stream = n.stream and e.seq = n.seq and e.chain = n.hash))
    ) then
        raise exception 'a stream head moves forward only, and only with its event'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger stream_head_follows_events after update on stream_head
    referencing old table as moved_from new table as moved_to
    for each statement execute function stream_head_follows_events();

grant select on ledger_identity to leitai_app;
grant select, insert on ledger_event to leitai_app;
grant select, insert on stream_head to leitai_app;
grant update (seq, hash, owner, term) on stream_head to leitai_app;
