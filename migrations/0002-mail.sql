-- Mail waiting to leave, and the demonstration's outbox.

create schema mail;
comment on schema mail is 'Mail waiting to leave; no word of immigration.';
grant usage on schema mail to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table mail.queued (
  id uuid primary key,
  kind text not null check (length(kind) between 1 and 100),
  person text not null check (length(person) between 1 and 100),
  language text not null check (length(language) between 2 and 35),
  to_sealed bytea not null,
  values_sealed bytea not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text check (length(failure) <= 200)
);
comment on table mail.queued is
  'Purpose: a mail that a change brought about, until it is sent. Kept: 30 days after it was sent or failed. '
  'Personal data: the address and the values, sealed for the person.';
create index queued_sent_at on mail.queued (sent_at);
alter table mail.queued enable row level security;
alter table mail.queued force row level security;
create policy owner_all on mail.queued to portolan_owner using (true) with check (true);
create policy queue_any on mail.queued for insert
  to portolan_portal, portolan_office, portolan_gate, portolan_worker with check (sent_at is null);
create policy worker_all on mail.queued to portolan_worker using (true) with check (true);
grant insert on mail.queued to portolan_portal, portolan_office, portolan_gate, portolan_worker;
grant select, update, delete on mail.queued to portolan_worker;

create table mail.demo_outbox (
  id text primary key check (length(id) between 1 and 128),
  channel text not null check (channel in ('email', 'sms', 'post', 'app')),
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  attachments jsonb not null default '[]',
  sent_at timestamptz not null,
  ordinal bigint generated always as identity
);
comment on table mail.demo_outbox is
  'Purpose: what the demonstration would have sent, for everyone to read. Kept: the newest 1,000. '
  'Personal data: invented people only; production never writes here.';
create index demo_outbox_newest on mail.demo_outbox (ordinal desc);
alter table mail.demo_outbox enable row level security;
alter table mail.demo_outbox force row level security;
create policy owner_all on mail.demo_outbox to portolan_owner using (true) with check (true);
create policy read_all on mail.demo_outbox for select to portolan_portal, portolan_office using (true);
create policy worker_all on mail.demo_outbox to portolan_worker using (true) with check (true);
grant select on mail.demo_outbox to portolan_portal, portolan_office;
grant select, insert, delete on mail.demo_outbox to portolan_worker;

insert into platform.task_allowed (task) values ('mail.send');
