-- Factors beyond the mailed code: text messages, authentication apps, passkeys; and where else a person is reached.

alter table accounts.account drop constraint account_code_channel_check;
alter table accounts.account add constraint account_code_channel_check
  check (code_channel in ('email', 'sms', 'email-and-sms', 'app'));
alter table accounts.code_challenge drop constraint code_challenge_channel_check;
alter table accounts.code_challenge add constraint code_challenge_channel_check
  check (channel in ('email', 'sms', 'email-and-sms', 'app'));

-- The person's date of birth by its keyed hash, for who forgot which address they used; who they are is profile's.
alter table accounts.account add column date_of_birth_hash text check (length(date_of_birth_hash) between 40 and 100);

-- How the second factor of a session was given, and what the browser looked like.
alter table accounts.session add column proved_by text
  check (proved_by in ('email', 'sms', 'email-and-sms', 'app', 'passkey', 'backup-code'));
alter table accounts.session add column device text check (length(device) between 1 and 200);
alter table accounts.session add column country text check (country ~ '^[A-Z]{2}$');
alter table accounts.session drop constraint session_ended_by_check;
alter table accounts.session add constraint session_ended_by_check
  check (ended_by in ('sign-out', 'replaced', 'signed-out-elsewhere', 'password-reset', 'not-me', 'merged', 'closed'));
alter table accounts.session drop constraint session_stage_check;
-- `resetting`: a mailed reset link was opened; it may go on with that reset and with nothing else.
alter table accounts.session add constraint session_stage_check
  check (stage in ('sign-up', 'password-given', 'resetting', 'full'));
comment on table accounts.session is
  'Purpose: one visit of one browser: what it may do, when it was last seen, when it ends, how it was proven; the '
  'sign-in history. Kept: 90 days after it began. Closing: deleted. Personal data: the kind of device and the country '
  'its network lies in; the network is a keyed hash.';

-- Where a person is reached beside their user name. The user name itself stands on the account.
create table accounts.contact_point (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  kind text not null check (kind in ('email', 'phone')),
  purpose text not null check (purpose in ('codes', 'recovery', 'former')),
  address_hash text not null check (length(address_hash) between 40 and 100),
  address_sealed bytea not null,
  added_at timestamptz not null,
  proven_at timestamptz,
  removed_at timestamptz,
  tell_until timestamptz,
  check (kind = 'phone' or purpose <> 'codes'),
  check ((purpose = 'former') = (tell_until is not null))
);
comment on table accounts.contact_point is
  'Purpose: a phone that gets codes, a second email address for recovery, and, for as long as a change can be undone, '
  'the address or phone it replaced, which is still told. An unproven one is used for nothing but its proof. '
  'Kept: 30 days after it was removed or stopped being told. Closing: deleted. '
  'Personal data: the address or number, sealed for the person.';
create index contact_point_of_account on accounts.contact_point (account) where removed_at is null;
create index contact_point_removed_at on accounts.contact_point (removed_at) where removed_at is not null;
create unique index contact_point_proven on accounts.contact_point (account, kind, purpose)
  where proven_at is not null and removed_at is null and purpose <> 'former';
alter table accounts.contact_point enable row level security;
alter table accounts.contact_point force row level security;
create policy owner_all on accounts.contact_point to portolan_owner using (true) with check (true);
create policy own on accounts.contact_point to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy gate_all on accounts.contact_point to portolan_gate using (true) with check (true);
create policy worker_all on accounts.contact_point to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.contact_point to portolan_portal, portolan_gate;
grant select, delete on accounts.contact_point to portolan_worker;

create table accounts.authenticator_app (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  name text not null check (length(name) between 1 and 60),
  secret_sealed bytea not null,
  added_at timestamptz not null,
  proven_at timestamptz,
  last_step bigint,
  last_used_at timestamptz,
  removed_at timestamptz
);
comment on table accounts.authenticator_app is
  'Purpose: an app that makes one-time passwords (RFC 6238), by its sealed key; the last 30-second step it was used in, '
  'so that no code works twice. An unproven one signs nobody in. Kept: 30 days after it was removed. Closing: deleted. '
  'Personal data: the name the person gave it.';
create index authenticator_app_of_account on accounts.authenticator_app (account) where removed_at is null;
create index authenticator_app_removed_at on accounts.authenticator_app (removed_at) where removed_at is not null;
alter table accounts.authenticator_app enable row level security;
alter table accounts.authenticator_app force row level security;
create policy owner_all on accounts.authenticator_app to portolan_owner using (true) with check (true);
create policy own on accounts.authenticator_app to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy gate_all on accounts.authenticator_app to portolan_gate using (true) with check (true);
create policy worker_all on accounts.authenticator_app to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.authenticator_app to portolan_portal, portolan_gate;
grant select, delete on accounts.authenticator_app to portolan_worker;

create table accounts.passkey (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  credential_id text not null unique check (length(credential_id) between 16 and 1400),
  public_key bytea not null check (length(public_key) <= 2000),
  counter bigint not null default 0 check (counter >= 0),
  transports text[] not null default '{}',
  is_backed_up boolean not null,
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
comment on table accounts.passkey is
  'Purpose: a passkey (WebAuthn credential) of a person by its public key; signs in by itself because it is two factors '
  'in one. Kept: 30 days after it was removed. Closing: deleted. Personal data: the name the person gave it.';
create index passkey_of_account on accounts.passkey (account) where removed_at is null;
create index passkey_removed_at on accounts.passkey (removed_at) where removed_at is not null;
alter table accounts.passkey enable row level security;
alter table accounts.passkey force row level security;
create policy owner_all on accounts.passkey to portolan_owner using (true) with check (true);
create policy own on accounts.passkey to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy gate_all on accounts.passkey to portolan_gate using (true) with check (true);
create policy worker_all on accounts.passkey to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.passkey to portolan_portal, portolan_gate;
grant select, delete on accounts.passkey to portolan_worker;

-- A challenge is good once: it is taken with the answer, whether the answer is right or not.
create table accounts.passkey_challenge (
  id uuid primary key,
  purpose text not null check (purpose in ('register', 'sign-in', 'prove-again')),
  account uuid references accounts.account on delete cascade,
  session uuid references accounts.session on delete cascade,
  challenge text not null check (length(challenge) between 20 and 200),
  made_at timestamptz not null,
  taken_at timestamptz
);
comment on table accounts.passkey_challenge is
  'Purpose: the random challenge a passkey signs, once, within minutes. Kept: one day. '
  'Personal data: none beside the account.';
create index passkey_challenge_made_at on accounts.passkey_challenge (made_at);
alter table accounts.passkey_challenge enable row level security;
alter table accounts.passkey_challenge force row level security;
create policy owner_all on accounts.passkey_challenge to portolan_owner using (true) with check (true);
create policy own on accounts.passkey_challenge to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy gate_all on accounts.passkey_challenge to portolan_gate using (true) with check (true);
create policy worker_all on accounts.passkey_challenge to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.passkey_challenge to portolan_portal, portolan_gate;
grant select, delete on accounts.passkey_challenge to portolan_worker;
