-- That the record was walked from its first link, when, and what was found: for the office's page of the record, and for the alarm.

create table audit.verification (
  at timestamptz primary key,
  sealed bigint not null check (sealed >= 0),
  unsealed bigint not null check (unsealed >= 0),
  faults int not null check (faults >= 0)
);
comment on table audit.verification is
  'Purpose: that the record was verified, when, how much of it was sealed and how many faults were found. Kept: for ever. '
  'Closing and legal hold: nothing of anyone is in it. Personal data: none.';
alter table audit.verification enable row level security;
alter table audit.verification force row level security;
create policy owner_all on audit.verification to portolan_owner using (true) with check (true);
create policy worker_all on audit.verification to portolan_worker using (true) with check (true);
create policy office_reads on audit.verification for select to portolan_office using (platform.actor_staff() is not null);
grant select, insert on audit.verification to portolan_worker;
grant select on audit.verification to portolan_office;

create policy office_reads on audit.signed_head for select to portolan_office using (platform.actor_staff() is not null);
grant select on audit.signed_head to portolan_office;

-- The record by who acted at the office, and by what was done.
create index entry_staff on audit.entry (actor_id, at desc, ordinal desc) where actor_kind = 'staff';
create index entry_operation on audit.entry (operation, at desc, ordinal desc);
create index entry_newest on audit.entry (at desc, ordinal desc);
