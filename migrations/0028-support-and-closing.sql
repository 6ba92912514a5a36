-- What support was asked for stands in the way of a closing, is in the person's archive, and outlives the account.
grant update (account) on accounts.support_request to portolan_worker;
create policy own_reads on accounts.support_request for select to portolan_portal using (account = platform.actor_account());
grant select (id, account, topic, sent_at, closed_at) on accounts.support_request to portolan_portal;

-- The doors of the gate to accounts are for the portal alone.
alter policy gate_all on accounts.closing using (not officer.from_office()) with check (not officer.from_office());
