-- A form on paper that somebody of the office types: kept while it is looked over, until it is taken in.

create table officer.intake_entry (
  id uuid primary key,
  staff uuid not null,
  sealed bytea,
  typed_at timestamptz not null,
  taken_at timestamptz,
  "case" uuid,
  receipt_number text check (length(receipt_number) between 10 and 20),
  whose text check (whose in ('new', 'theirs', 'uncertain', 'consular')),
  check ((sealed is null) = (taken_at is not null)),
  check ((taken_at is null) = ("case" is null) and (taken_at is null) = (receipt_number is null) and (taken_at is null) = (whose is null))
);
comment on table officer.intake_entry is
  'Purpose: one form on paper as a member of the staff typed it, to be looked over; once it is taken in, which case it became. '
  'Kept: what was typed until it is taken in or thrown away, seven days at most; the row 30 days. Closing: deleted with it. '
  'Legal hold: no longer, the case has it all. Personal data: all of sealed, sealed for the entry.';
create index intake_entry_of on officer.intake_entry (staff, typed_at) where taken_at is null;

alter table officer.intake_entry enable row level security;
alter table officer.intake_entry force row level security;
create policy owner_all on officer.intake_entry to portolan_owner using (true) with check (true);
create policy worker_all on officer.intake_entry to portolan_worker using (true) with check (true);
-- Whoever typed it and nobody else of the office.
create policy own on officer.intake_entry to portolan_office using (staff = platform.actor_staff()) with check (staff = platform.actor_staff());
grant select, insert, update, delete on officer.intake_entry to portolan_office;
grant select, delete on officer.intake_entry to portolan_worker;
