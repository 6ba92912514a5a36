-- Letters are printed in batches; what a machine cannot set is set apart for a person, and the demonstration's outbox has attachments.

alter table cases.letter
  add column apart_at timestamptz,
  add column apart_as text check (apart_as in ('characters', 'address', 'fault')),
  add check ((apart_at is null) = (apart_as is null)),
  add check (apart_at is null or batch is null);
comment on column cases.letter.apart_as is
  'Why it goes in no batch and is printed by hand: no font has its characters, its address has more lines than an envelope, or '
  'it could not be set. Null: it goes in a batch.';

drop index cases.letter_waits;
create index letter_waits on cases.letter (written_at, id)
  where batch is null and withdrawn_at is null and printed_at is null and apart_at is null;
create index letter_apart on cases.letter (apart_at, id) where apart_at is not null and withdrawn_at is null and printed_at is null;
create index letter_of_notice on cases.letter (notice) where batch is null and withdrawn_at is null and printed_at is null;
create index access_notice_ended on cases.access_notice (ended_at) where ended_at is not null;
create index access_notice_to_remind on cases.access_notice (expires_at)
  where ended_at is null and code_hash is not null and reminded_at is null;
create index print_batch_newest on cases.print_batch (ordinal desc);

create table mail.demo_attachment (
  entry text not null references mail.demo_outbox (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  content_type text not null check (length(content_type) between 1 and 100),
  bytes bytea not null,
  primary key (entry, name)
);
comment on table mail.demo_attachment is
  'Purpose: files of what the demonstration would have sent. Kept: as its entry of the outbox. Personal data: invented people '
  'only; production never writes here.';
alter table mail.demo_attachment enable row level security;
alter table mail.demo_attachment force row level security;
create policy owner_all on mail.demo_attachment to portolan_owner using (true) with check (true);
create policy read_all on mail.demo_attachment for select to portolan_portal using (true);
create policy worker_all on mail.demo_attachment to portolan_worker using (true) with check (true);
grant select on mail.demo_attachment to portolan_portal;
grant select, insert on mail.demo_attachment to portolan_worker;

insert into platform.task_allowed (task) values ('cases.make-print-batch'), ('cases.forget-print-batch'), ('cases.post-letters');
