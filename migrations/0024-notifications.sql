-- What people are told of, by which channels; and what was sent to them, for them to see.

create schema notifications;
comment on schema notifications is 'By which channels a person is told of what.';
grant usage on schema notifications to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table notifications.choice (
  account uuid not null,
  topic text not null check (topic in ('case-news', 'deadlines', 'messages')),
  by_email boolean not null,
  by_text boolean not null,
  chosen_at timestamptz not null,
  primary key (account, topic)
);
comment on table notifications.choice is
  'Purpose: by which channels a person is told of a kind of news; neither: only on the page. No row: by email. '
  'Kept: as the account. Closing: deleted. Personal data: none beside the account.';
alter table notifications.choice enable row level security;
alter table notifications.choice force row level security;
create policy owner_all on notifications.choice to portolan_owner using (true) with check (true);
create policy own on notifications.choice to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy office_reads on notifications.choice for select to portolan_office
  using (platform.actor_staff() is not null);
create policy worker_all on notifications.choice to portolan_worker using (true) with check (true);
grant select, insert, update on notifications.choice to portolan_portal;
grant select on notifications.choice to portolan_office, portolan_worker;

-- Whoever has news for a person reads where their codes go, to send it there if they chose so.
create policy office_reads on accounts.contact_point for select to portolan_office
  using (platform.actor_staff() is not null);
grant select on accounts.contact_point to portolan_office;

-- A person sees what was sent to them and how it stands: never to which address, nor what it said.
create policy own_deliveries on mail.queued for select to portolan_portal
  using (person = any (platform.actor_accounts()::text[]));
grant select (id, kind, person, queued_at, sent_at, failed_at) on mail.queued to portolan_portal;
create policy own_deliveries on sms.queued for select to portolan_portal
  using (person = any (platform.actor_accounts()::text[]));
grant select (id, kind, person, queued_at, state) on sms.queued to portolan_portal;
create index queued_of_person on mail.queued (person, queued_at desc);
create index queued_of_person on sms.queued (person, queued_at desc);
