-- The slow way back in for who lost every factor: a request that waits a day, is told to every address, and can be cancelled.

create table accounts.recovery_request (
  id uuid primary key,
  account uuid references accounts.account on delete cascade,
  key_id text not null check (length(key_id) between 1 and 16),
  cancel_hash text not null unique check (length(cancel_hash) between 40 and 100),
  lost text[] not null check (lost <@ array['phone', 'app', 'passkey', 'mailbox']),
  begun_at timestamptz not null,
  opens_at timestamptz not null check (opens_at > begun_at),
  expires_at timestamptz not null check (expires_at > opens_at),
  told_at timestamptz,
  opened_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('nobody', 'expired', 'cancel-link', 'signed-in', 'sign-in', 'office', 'reset', 'done')),
  check ((ended_at is null) = (ended_by is null)),
  check (account is not null or ended_at is not null)
);
comment on table accounts.recovery_request is
  'Purpose: one request of somebody who says that they lost every factor: from when on a saved way back in is open, '
  'what they say is lost, how it ended. For an address nobody has a row that had ended when it was made, so that the '
  'work is the same. Kept: 90 days after it was begun. Closing: deleted. Personal data: none beside the account.';
create unique index recovery_request_open on accounts.recovery_request (account) where ended_at is null;
create index recovery_request_begun_at on accounts.recovery_request (begun_at);
alter table accounts.recovery_request enable row level security;
alter table accounts.recovery_request force row level security;
create policy owner_all on accounts.recovery_request to portolan_owner using (true) with check (true);
create policy own on accounts.recovery_request for select to portolan_portal using (account = platform.actor_account());
create policy gate_all on accounts.recovery_request to portolan_gate using (true) with check (true);
create policy worker_all on accounts.recovery_request to portolan_worker using (true) with check (true);
grant select (id, account, begun_at, opens_at, expires_at, ended_at) on accounts.recovery_request to portolan_portal;
grant select, insert, update on accounts.recovery_request to portolan_gate;
grant select, update (told_at, opened_at), delete on accounts.recovery_request to portolan_worker;

-- A reset that goes on with such a request, and by which saved way it was opened.
alter table accounts.password_reset add column recovery uuid references accounts.recovery_request on delete cascade;
alter table accounts.password_reset add column opened_by text not null default 'link'
  check (opened_by in ('link', 'backup-code', 'recovery-address', 'reproofing'));
alter table accounts.password_reset add constraint password_reset_way
  check ((opened_by = 'link') = (recovery is null));
create index password_reset_recovery on accounts.password_reset (recovery) where recovery is not null;
create policy worker_mails on accounts.password_reset for insert to portolan_worker with check (recovery is not null);
grant insert on accounts.password_reset to portolan_worker;

insert into platform.task_allowed (task) values ('accounts.tell-of-recovery'), ('accounts.open-recovery');

