-- Free-text reasons: the ledger holds only their ids, so that a person named in one can be forgotten.
create table secret_text (
    id             uuid   primary key,
    body           bytea  not null,  -- AES-GCM under the installation's key, bound to the id
    created_micros bigint not null
);
grant select, insert, delete on secret_text to leitai_app;

-- What was published, byte by byte; the ledger's ResultsIssued names the hash. Written before the event: a row whose
-- hash no event names was never published.
create table published_result (
    discipline     uuid   not null,
    record_hash    text   not null,  -- lower-case hex of SHA-256 over body
    body           bytea  not null,  -- canonical JSON: table, explanations, rulebook hash, engine
    created_micros bigint not null,
    primary key (discipline, record_hash)
);
grant select, insert on published_result to leitai_app;
