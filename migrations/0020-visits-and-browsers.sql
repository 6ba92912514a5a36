-- What a person sees of the visits to their account, which browsers it knows, and the way out of a sign-in of somebody else.

-- A change of rights opens a new session; the visit it belongs to stays.
alter table accounts.session add column visit uuid not null default gen_random_uuid();
create index session_visit on accounts.session (account, visit);

-- The operator of a deployment can sign people out too (ASVS V7.4.5).
alter table accounts.session drop constraint session_ended_by_check;
alter table accounts.session add constraint session_ended_by_check
  check (ended_by in ('sign-out', 'replaced', 'signed-out-elsewhere', 'password-reset', 'not-me', 'merged', 'closed',
    'operator'));

-- Set when the owner says that a sign-in was not theirs: nothing opens the account until a password was chosen after it.
alter table accounts.account add column password_must_change_at timestamptz;

create table accounts.known_browser (
  account uuid not null references accounts.account on delete cascade,
  secret_hash text not null check (length(secret_hash) between 40 and 100),
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null check (last_seen_at >= first_seen_at),
  primary key (account, secret_hash)
);
comment on table accounts.known_browser is
  'Purpose: browsers that were signed in to an account before, so that only a new one is told of; it opens nothing. '
  'The hash is of cookie and account together, so that two accounts of one browser cannot be matched here. '
  'Kept: 400 days after it was last seen. Closing: deleted. Personal data: none beside the account.';
create index known_browser_last_seen_at on accounts.known_browser (last_seen_at);
alter table accounts.known_browser enable row level security;
alter table accounts.known_browser force row level security;
create policy owner_all on accounts.known_browser to portolan_owner using (true) with check (true);
create policy own on accounts.known_browser to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy gate_all on accounts.known_browser to portolan_gate using (true) with check (true);
create policy worker_all on accounts.known_browser to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.known_browser to portolan_portal;
grant select, insert, update, delete on accounts.known_browser to portolan_gate;
grant select, delete on accounts.known_browser to portolan_worker;

create table accounts.not_me_link (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  visit uuid not null,
  token_hash text not null unique check (length(token_hash) between 40 and 100),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  spent_at timestamptz
);
comment on table accounts.not_me_link is
  'Purpose: a mailed link by which the owner says that a sign-in was not theirs, by the hash of its token. '
  'Kept: 30 days after it was made. Closing: deleted. Personal data: none beside the account.';
create index not_me_link_open on accounts.not_me_link (account) where spent_at is null;
create index not_me_link_made_at on accounts.not_me_link (made_at);
alter table accounts.not_me_link enable row level security;
alter table accounts.not_me_link force row level security;
create policy owner_all on accounts.not_me_link to portolan_owner using (true) with check (true);
create policy gate_all on accounts.not_me_link to portolan_gate using (true) with check (true);
create policy worker_all on accounts.not_me_link to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.not_me_link to portolan_gate;
grant select, delete on accounts.not_me_link to portolan_worker;
