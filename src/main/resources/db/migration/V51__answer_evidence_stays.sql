-- Evidence is as lasting as the event that names it: also the owner of the table neither changes nor removes a row.
create trigger answer_evidence_is_append_only before update or delete or truncate on answer_evidence
    for each statement execute function ledger_refuses();
