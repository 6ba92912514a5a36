-- A form on paper that is not accepted: no case is opened, and the letter that says why is about the rejection.

create table cases.paper_rejection (
  id uuid primary key,
  form text not null check (length(form) between 1 and 40),
  received_on date not null,
  reasons text[] not null check (cardinality(reasons) between 1 and 20),
  fee_cents integer check (fee_cents > 0),
  fee_returned boolean,
  sealed bytea,
  typed_by uuid not null,
  typed_at timestamptz not null,
  rejected_at timestamptz,
  emptied_at timestamptz,
  check ((fee_cents is null) = (fee_returned is null)),
  check ((sealed is null) = (emptied_at is not null)),
  check (emptied_at is null or rejected_at is not null)
);
comment on table cases.paper_rejection is
  'Purpose: a form on paper that was not accepted: whose it was and where its letter goes, which form, why, and what becomes of '
  'the fee; until it is confirmed, what somebody of the office typed. Kept: what was typed, seven days; a rejection two years, '
  'then who it was is emptied and the rest kept to be counted. Closing: nothing leads from an account to it. Legal hold: no '
  'longer. Personal data: all of sealed, sealed for the rejection.';
create index paper_rejection_newest on cases.paper_rejection (rejected_at desc) where rejected_at is not null;
create index paper_rejection_typed on cases.paper_rejection (typed_at) where rejected_at is null;

alter table cases.paper_rejection enable row level security;
alter table cases.paper_rejection force row level security;
create policy owner_all on cases.paper_rejection to portolan_owner using (true) with check (true);
create policy worker_all on cases.paper_rejection to portolan_worker using (true) with check (true);
-- What is not confirmed is its typist's alone.
create policy office_all on cases.paper_rejection to portolan_office
  using (platform.actor_staff() is not null and (rejected_at is not null or typed_by = platform.actor_staff()))
  with check (platform.actor_staff() is not null and (rejected_at is not null or typed_by = platform.actor_staff()));
grant select, insert, update, delete on cases.paper_rejection to portolan_office;
grant select, update, delete on cases.paper_rejection to portolan_worker;

alter table cases.letter
  alter column "case" drop not null,
  add column rejection uuid references cases.paper_rejection (id),
  add check (("case" is null) <> (rejection is null));
comment on column cases.letter.rejection is 'The rejected filing that it is about; a letter is about a case or about one of these.';
comment on table cases.letter is
  'Purpose: a letter on paper about a case or a rejected filing, from when it is written until it is printed and counted; what '
  'is printed in it, a code among it, is kept no longer than that. Kept: as the case. Closing and legal hold: kept. Personal '
  'data: all of sealed, sealed for the case or the rejected filing.';
create unique index letter_of_rejection on cases.letter (rejection) where rejection is not null;
