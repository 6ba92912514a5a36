-- Paper that was scanned for a case: checked as any file from a stranger, and only then a document of the case, dated on the day it came.

alter table cases.document add column received_on date;
comment on column cases.document.received_on is 'The day the agency received it on paper; null: it was made here.';

create table officer.scanned_paper (
  id uuid primary key,
  "case" uuid not null,
  kind text not null check (kind in ('filing', 'answer', 'address', 'returned-mail', 'other')),
  received_on date not null,
  storage_key text not null unique check (length(storage_key) between 20 and 64),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  scanned_at timestamptz not null,
  scanned_by uuid not null,
  state text not null default 'received' check (state in ('received', 'clean', 'refused')),
  refusal text check (length(refusal) between 1 and 60),
  judged_at timestamptz,
  failures integer not null default 0 check (failures >= 0),
  unscanned_since timestamptz,
  again_at timestamptz not null,
  check ((state = 'received') = (judged_at is null)),
  check ((state = 'refused') = (refusal is not null))
);
comment on table officer.scanned_paper is
  'Purpose: a paper that staff scanned for a case: where its sealed file lies, who scanned it, and what the check for harmful '
  'software found; clean, it is a document of the case. Kept: as the case; the file of a refused one goes at once. Closing and '
  'legal hold: kept. Personal data: the file, sealed for the case.';
create unique index scanned_paper_once on officer.scanned_paper ("case", kind, sha256) where state <> 'refused';
create index scanned_paper_of_case on officer.scanned_paper ("case", scanned_at);
create index scanned_paper_waits on officer.scanned_paper (again_at) where state = 'received';
alter table officer.scanned_paper enable row level security;
alter table officer.scanned_paper force row level security;
create policy owner_all on officer.scanned_paper to portolan_owner using (true) with check (true);
create policy worker_all on officer.scanned_paper to portolan_worker using (true) with check (true);
create policy office_all on officer.scanned_paper to portolan_office using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null);
grant select, update on officer.scanned_paper to portolan_worker;
grant select, insert on officer.scanned_paper to portolan_office;

insert into platform.task_allowed (task) values ('officer.check-scan');
