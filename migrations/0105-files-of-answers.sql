-- Whoever answers in a conversation sends files with it: checked as scanned paper is, and with the message a document of the case.

alter table officer.scanned_paper drop constraint scanned_paper_kind_check;
alter table officer.scanned_paper add constraint scanned_paper_kind_check check (kind in ('filing', 'answer', 'address', 'returned-mail', 'other', 'message'));
alter table officer.scanned_paper add column pages integer check (pages > 0);
comment on column officer.scanned_paper.pages is 'What the check counted, where the document is made later; null: not checked, or a document already.';
-- The same file may go with several messages; within one it is kept once by the index of officer.answer_file.
drop index officer.scanned_paper_once;
create unique index scanned_paper_once on officer.scanned_paper ("case", kind, sha256) where state <> 'refused' and kind <> 'message';

create table officer.answer_file (
  scan uuid primary key references officer.scanned_paper (id),
  ordinal bigint not null generated always as identity,
  thread uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  type text not null check (type in ('pdf', 'jpeg', 'png', 'tiff')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name_sealed bytea,
  ended_at timestamptz,
  ended text check (ended in ('sent', 'removed')),
  check ((ended_at is null) = (ended is null)),
  check ((ended_at is null) = (name_sealed is not null))
);
comment on table officer.answer_file is
  'Purpose: a file that an officer gathers for their next answer in a conversation, before it is sent: what it is called and that it was sent or removed. '
  'Kept: as the case, without its name once it was sent or removed; what was not sent for 7 days is removed, and its bytes with it. '
  'Closing and legal hold: kept. Personal data: the name, sealed for the case.';
create unique index answer_file_once on officer.answer_file (thread, added_by, sha256) where ended_at is null;
create index answer_file_waits on officer.answer_file (added_at) where ended_at is null;
alter table officer.answer_file enable row level security;
alter table officer.answer_file force row level security;
create policy owner_all on officer.answer_file to portolan_owner using (true) with check (true);
create policy worker_all on officer.answer_file to portolan_worker using (true) with check (true);
create policy office_own on officer.answer_file to portolan_office using (added_by = platform.actor_staff()) with check (added_by = platform.actor_staff());
grant select, update on officer.answer_file to portolan_worker;
grant select, insert, update on officer.answer_file to portolan_office;

create table correspondence.message_file (
  id uuid primary key,
  thread uuid not null references correspondence.thread (id),
  message uuid not null references correspondence.message (id),
  ordinal integer not null check (ordinal > 0),
  document uuid not null unique references cases.document (id),
  type text not null check (type in ('pdf', 'jpeg', 'png', 'tiff')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes integer not null check (size_bytes > 0),
  pages integer check (pages > 0),
  name_sealed bytea not null,
  unique (message, ordinal)
);
comment on table correspondence.message_file is
  'Purpose: which documents of a case the agency sent with a message, and what each file is called. Nothing of it is changed afterwards. Kept: as the case. '
  'Closing and legal hold: kept. Personal data: the name, sealed for the case.';
alter table correspondence.message_file enable row level security;
alter table correspondence.message_file force row level security;
create policy owner_all on correspondence.message_file to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.message_file for select to portolan_worker using (true);
create policy office_all on correspondence.message_file to portolan_office using (exists (select from correspondence.thread where thread.id = message_file.thread));
create policy own on correspondence.message_file for select to portolan_portal using (exists (select from correspondence.thread where thread.id = message_file.thread));
grant select on correspondence.message_file to portolan_worker, portolan_portal;
grant select, insert on correspondence.message_file to portolan_office;

-- What goes with a message is a document of the case in the transaction that sends it.
create policy office_sends on cases.document for insert to portolan_office with check (
  platform.actor_staff() is not null and kind = 'sent-with-message' and exists (select from cases."case" its where its.id = document."case"));
grant insert on cases.document to portolan_office;
