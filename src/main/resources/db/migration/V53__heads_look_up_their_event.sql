-- The same rule as in V1, asked so that an event is looked up by its key. As `not exists` below an `or` it was planned once per
-- connection, from what was known of a young ledger, as a set of all its events: each mark then read the whole ledger, until
-- PostgreSQL's next ANALYZE. Behind `limit` the look-up stays one of a single row, and no plan may read the table.
create or replace function stream_head_follows_events() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    if exists (
        select from moved_to n join moved_from o using (stream)
        left join lateral (
            select e.chain from ledger_event e where n.seq > o.seq and e.stream = n.stream and e.seq = n.seq limit 1
        ) named on true
        where n.seq < o.seq
           or n.term < o.term
           or (n.seq = o.seq and n.hash <> o.hash)
           or (n.seq > o.seq and named.chain is distinct from n.hash)
    ) then
        raise exception 'a stream head moves forward only, and only with its event'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;
