-- Answers of mass papers as they arrived, a chunk a row. Written before the event that names its hash; a row that no event
-- names was never taken. Numbers and answers only: who has which number is not here.
create table answer_evidence (
    stream         uuid   not null,  -- the paper's
    hash           text   not null,  -- lower-case hex of SHA-256 over body
    body           bytea  not null,  -- the heading and the rows, a line each, as they were sent
    created_micros bigint not null,
    primary key (stream, hash)
);
grant select, insert on answer_evidence to leitai_app;
