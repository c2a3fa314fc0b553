-- By which the key that seals names is recognised: a node with another one must not start. Never the key itself.
create table installation_key (
    print  text not null,                           -- 64 hex digits, a keyed hash of nothing
    single boolean primary key default true check (single)
);
grant select on installation_key to leitai_app;
