-- Accounts: who a person is here, what proves it, and the visits that proof opens.

create schema accounts;
comment on schema accounts is 'Accounts, their secrets and their sessions.';
grant usage on schema accounts to portolan_portal, portolan_office, portolan_worker, portolan_gate;

-- Starts where the permutation behind the Online Account Number has its domain: a start at 1 would collide.
create sequence accounts.online_account_sequence as bigint
  minvalue 10000000000 maxvalue 99999999999 start with 10000000000 no cycle;
grant usage on sequence accounts.online_account_sequence to portolan_portal, portolan_office, portolan_worker;

-- One row a person. The steps of a sign-up are facts with their time; nothing stores “the current page”.
create table accounts.account (
  id uuid primary key,
  email_hash text not null unique check (length(email_hash) between 40 and 100),
  email_sealed bytea not null,
  language text not null check (length(language) between 2 and 35),
  begun_at timestamptz not null,
  asked_at timestamptz not null,
  email_confirmed_at timestamptz,
  terms_version text check (length(terms_version) between 1 and 40),
  password_set_at timestamptz,
  code_channel text check (code_channel in ('email')),
  channel_proven_at timestamptz,
  backup_code_kept_at timestamptz,
  reset_questions_set_at timestamptz,
  service text check (length(service) between 1 and 60),
  account_type text check (account_type in ('applicant', 'representative')),
  representative_kind text check (representative_kind in ('attorney', 'accredited')),
  online_account_number text unique check (online_account_number ~ '^[1-9][0-9]{11}$'),
  completed_at timestamptz,
  wrong_codes int not null default 0 check (wrong_codes >= 0),
  wrong_codes_since timestamptz,
  codes_wait_until timestamptz,
  protected_at timestamptz,
  safe_contact_sealed bytea,
  check (completed_at is null or (online_account_number is not null and account_type is not null)),
  check (representative_kind is null or account_type = 'representative')
);
comment on table accounts.account is
  'Purpose: one person''s account, its user name (the email address), the steps done, its Online Account Number; '
  'since when the person is protected by law and how they are reached safely. '
  'Kept: for ever once it has a number (never reused); 90 days after the last sign of life before that. '
  'Closing: sealed columns are emptied, the number stays. Legal hold: nothing is emptied. '
  'Personal data: the email address and the safe contact, sealed for the person.';
create index account_unfinished on accounts.account (asked_at) where completed_at is null;
alter table accounts.account enable row level security;
alter table accounts.account force row level security;
create policy owner_all on accounts.account to portolan_owner using (true) with check (true);
create policy own on accounts.account to portolan_portal
  using (id = platform.actor_account()) with check (id = platform.actor_account());
create policy office_reads on accounts.account for select to portolan_office
  using (platform.actor_staff() is not null);
create policy gate_all on accounts.account to portolan_gate using (true) with check (true);
create policy worker_all on accounts.account to portolan_worker using (true) with check (true);
grant select, update on accounts.account to portolan_portal;
grant select on accounts.account to portolan_office;
grant select, insert, update on accounts.account to portolan_gate;
grant select, delete on accounts.account to portolan_worker;

create table accounts.terms_agreement (
  account uuid not null references accounts.account on delete cascade,
  version text not null check (length(version) between 1 and 40),
  language text not null check (length(language) between 2 and 35),
  agreed_at timestamptz not null,
  primary key (account, version)
);
comment on table accounts.terms_agreement is
  'Purpose: which text of the terms a person agreed to, in which language, when. Kept: as the account. '
  'Closing and legal hold: kept. Personal data: none beside the account.';
alter table accounts.terms_agreement enable row level security;
alter table accounts.terms_agreement force row level security;
create policy owner_all on accounts.terms_agreement to portolan_owner using (true) with check (true);
create policy own on accounts.terms_agreement to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy worker_all on accounts.terms_agreement to portolan_worker using (true) with check (true);
grant select, insert on accounts.terms_agreement to portolan_portal;
grant select on accounts.terms_agreement to portolan_worker;

-- Only the gate reads a password's hash: a signed-in person's own role may set it and never see it.
create table accounts.password (
  account uuid primary key references accounts.account on delete cascade,
  hash text not null check (length(hash) between 40 and 300),
  set_at timestamptz not null
);
comment on table accounts.password is
  'Purpose: the hash a typed password is compared with (argon2id over a keyed hash). Kept: until it is replaced. '
  'Closing: deleted. Personal data: none readable.';
alter table accounts.password enable row level security;
alter table accounts.password force row level security;
create policy owner_all on accounts.password to portolan_owner using (true) with check (true);
create policy own_insert on accounts.password for insert to portolan_portal
  with check (account = platform.actor_account());
create policy gate_all on accounts.password to portolan_gate using (true) with check (true);
grant insert on accounts.password to portolan_portal;
grant select, update on accounts.password to portolan_gate;

create table accounts.sign_up_link (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  key_id text not null check (length(key_id) between 1 and 16),
  token_hash text not null unique check (length(token_hash) between 40 and 100),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz,
  killed_at timestamptz
);
comment on table accounts.sign_up_link is
  'Purpose: a mailed link that confirms an address, by the hash of its token. Kept: 30 days after it was made. '
  'Personal data: none beside the account.';
create index sign_up_link_open on accounts.sign_up_link (account) where spent_at is null and killed_at is null;
create index sign_up_link_made_at on accounts.sign_up_link (made_at);
alter table accounts.sign_up_link enable row level security;
alter table accounts.sign_up_link force row level security;
create policy owner_all on accounts.sign_up_link to portolan_owner using (true) with check (true);
create policy gate_all on accounts.sign_up_link to portolan_gate using (true) with check (true);
create policy own_kill on accounts.sign_up_link to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy worker_all on accounts.sign_up_link to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.sign_up_link to portolan_gate;
grant select, update on accounts.sign_up_link to portolan_portal;
grant select, delete on accounts.sign_up_link to portolan_worker;

create table accounts.session (
  id uuid primary key,
  audience text not null default 'portal' check (audience = 'portal'),
  secret_hash text not null unique check (length(secret_hash) between 40 and 100),
  account uuid not null references accounts.account on delete cascade,
  stage text not null check (stage in ('sign-up', 'password-given', 'full')),
  begun_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_minutes int not null default 15 check (idle_minutes in (15, 30, 60)),
  ends_at timestamptz not null,
  proved_at timestamptz,
  network text check (length(network) <= 100),
  ended_at timestamptz,
  ended_by text check (ended_by in ('sign-out', 'replaced')),
  check ((ended_at is null) = (ended_by is null))
);
comment on table accounts.session is
  'Purpose: one visit of one browser: what it may do, when it was last seen, when it ends; later the sign-in history. '
  'Kept: 90 days after it began. Closing: deleted. Personal data: none beside the account; the network is a keyed hash.';
create index session_of_account on accounts.session (account, begun_at desc);
create index session_begun_at on accounts.session (begun_at);
alter table accounts.session enable row level security;
alter table accounts.session force row level security;
create policy owner_all on accounts.session to portolan_owner using (true) with check (true);
create policy own on accounts.session to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy gate_all on accounts.session to portolan_gate using (true) with check (true);
create policy worker_all on accounts.session to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.session to portolan_portal, portolan_gate;
grant select, delete on accounts.session to portolan_worker;

-- One challenge a session: asking for another code changes the send, never the count of wrong tries.
create table accounts.code_challenge (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  session uuid not null unique references accounts.session on delete cascade,
  channel text not null check (channel in ('email')),
  key_id text not null check (length(key_id) between 1 and 16),
  sends int not null default 0 check (sends >= 0),
  sent_at timestamptz,
  tries int not null default 0 check (tries between 0 and 5),
  answered_at timestamptz,
  check ((sent_at is null) = (sends = 0))
);
comment on table accounts.code_challenge is
  'Purpose: the one-time password asked of one session: which send counts, how many wrong tries were made. '
  'The code itself is derived when it is mailed and stored nowhere. Kept: as its session. Personal data: none.';
create index code_challenge_account on accounts.code_challenge (account);
alter table accounts.code_challenge enable row level security;
alter table accounts.code_challenge force row level security;
create policy owner_all on accounts.code_challenge to portolan_owner using (true) with check (true);
create policy own on accounts.code_challenge to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy gate_all on accounts.code_challenge to portolan_gate using (true) with check (true);
create policy worker_all on accounts.code_challenge to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.code_challenge to portolan_portal, portolan_gate;
grant select on accounts.code_challenge to portolan_worker;

create table accounts.backup_code (
  id uuid primary key,
  account uuid not null references accounts.account on delete cascade,
  hash text not null check (length(hash) between 40 and 300),
  sealed bytea,
  issued_at timestamptz not null,
  kept_at timestamptz,
  used_at timestamptz,
  check (sealed is null or kept_at is null)
);
comment on table accounts.backup_code is
  'Purpose: the code that signs in once in place of a one-time password. Sealed only until the person has kept it, '
  'then nothing but its hash is left. Kept: a used one 90 days. Closing: deleted. Personal data: none.';
create unique index backup_code_unused on accounts.backup_code (account) where used_at is null;
alter table accounts.backup_code enable row level security;
alter table accounts.backup_code force row level security;
create policy owner_all on accounts.backup_code to portolan_owner using (true) with check (true);
create policy own on accounts.backup_code to portolan_portal
  using (account = platform.actor_account()) with check (account = platform.actor_account());
create policy gate_all on accounts.backup_code to portolan_gate using (true) with check (true);
create policy worker_all on accounts.backup_code to portolan_worker using (true) with check (true);
grant select (id, account, sealed, issued_at, kept_at, used_at), update (sealed, kept_at)
  on accounts.backup_code to portolan_portal;
grant select, insert, update on accounts.backup_code to portolan_gate;
grant select, delete on accounts.backup_code to portolan_worker;

create table accounts.reset_answer (
  account uuid not null references accounts.account on delete cascade,
  position int not null check (position between 1 and 5),
  question text not null check (length(question) between 1 and 60),
  answer_hash text not null check (length(answer_hash) between 40 and 300),
  set_at timestamptz not null,
  primary key (account, position),
  unique (account, question)
);
comment on table accounts.reset_answer is
  'Purpose: five questions with the hashes of their normalised answers; friction for a reset, never enough alone. '
  'Kept: until they are replaced. Closing: deleted. Personal data: none readable.';
alter table accounts.reset_answer enable row level security;
alter table accounts.reset_answer force row level security;
create policy owner_all on accounts.reset_answer to portolan_owner using (true) with check (true);
create policy own_insert on accounts.reset_answer for insert to portolan_portal
  with check (account = platform.actor_account());
grant insert on accounts.reset_answer to portolan_portal;

create table accounts.password_try (
  subject text not null check (length(subject) between 40 and 100),
  network text not null check (length(network) <= 100),
  burst int not null check (burst >= 0),
  burst_began_at timestamptz not null,
  wrong int not null check (wrong >= 0),
  late int not null check (late >= 0),
  wait_until timestamptz,
  last_at timestamptz not null,
  primary key (subject, network)
);
comment on table accounts.password_try is
  'Purpose: wrong passwords for one address from one network, and until when that network waits. '
  'Kept: two days after the last one. Personal data: none; both are keyed hashes, of addresses nobody has here too.';
create index password_try_last_at on accounts.password_try (last_at);
alter table accounts.password_try enable row level security;
alter table accounts.password_try force row level security;
create policy owner_all on accounts.password_try to portolan_owner using (true) with check (true);
create policy gate_all on accounts.password_try to portolan_gate using (true) with check (true);
create policy worker_all on accounts.password_try to portolan_worker using (true) with check (true);
grant select, insert, update on accounts.password_try to portolan_gate;
grant select, delete on accounts.password_try to portolan_worker;

create table accounts.parked_form (
  account uuid not null references accounts.account on delete cascade,
  path text not null check (length(path) between 1 and 500),
  sealed bytea not null,
  parked_at timestamptz not null,
  primary key (account, path)
);
comment on table accounts.parked_form is
  'Purpose: what was posted in a session that had ended, so that nothing typed is lost. Kept: 30 minutes. '
  'Closing: deleted. Personal data: whatever was typed, sealed for the person.';
create index parked_form_parked_at on accounts.parked_form (parked_at);
alter table accounts.parked_form enable row level security;
alter table accounts.parked_form force row level security;
create policy owner_all on accounts.parked_form to portolan_owner using (true) with check (true);
create policy own on accounts.parked_form to portolan_portal using (account = platform.actor_account());
create policy gate_all on accounts.parked_form to portolan_gate using (true) with check (true);
create policy worker_all on accounts.parked_form to portolan_worker using (true) with check (true);
grant select, delete on accounts.parked_form to portolan_portal;
grant select, insert, update on accounts.parked_form to portolan_gate;
grant select, delete on accounts.parked_form to portolan_worker;

-- The one statement behind every request: finds the session, notes that it was seen, tells what it may do.
-- A session that was ended on purpose is nobody's; one that ran out is told apart, so that a form can be parked for it.
create function accounts.visit_session(secret_hashes text[], at timestamptz)
returns table (
  session uuid, account uuid, stage text, live boolean, idle_ends_at timestamptz, ends_at timestamptz,
  proved_at timestamptz, email_confirmed_at timestamptz, terms_version text, password_set_at timestamptz,
  code_channel text, channel_proven_at timestamptz, backup_code_kept_at timestamptz,
  reset_questions_set_at timestamptz, service text, account_type text, representative_kind text,
  completed_at timestamptz, has_parked boolean
)
  language sql volatile security definer set search_path = ''
as $$
  with found as (
    select s.id, s.account, s.stage, s.ends_at, s.proved_at, s.last_seen_at,
      make_interval(mins => s.idle_minutes) as idle,
      visit_session.at < s.ends_at and visit_session.at < s.last_seen_at + make_interval(mins => s.idle_minutes) as live
    from accounts.session s
    where s.secret_hash = any (visit_session.secret_hashes) and s.ended_at is null and s.audience = 'portal'
  ), seen as (
    update accounts.session s set last_seen_at = visit_session.at
    from found
    where s.id = found.id and found.live and s.last_seen_at <= visit_session.at - interval '30 seconds'
    returning s.last_seen_at
  )
  select found.id, found.account, found.stage, found.live,
    least(coalesce((select seen.last_seen_at from seen), found.last_seen_at) + found.idle, found.ends_at),
    found.ends_at, found.proved_at, a.email_confirmed_at, a.terms_version, a.password_set_at, a.code_channel,
    a.channel_proven_at, a.backup_code_kept_at, a.reset_questions_set_at, a.service, a.account_type,
    a.representative_kind, a.completed_at,
    exists (select from accounts.parked_form parked where parked.account = found.account)
  from found join accounts.account a on a.id = found.account
$$;
comment on function accounts.visit_session is
  'Reads the portal session behind a cookie and notes, at most every 30 seconds, that it was seen. No row: no such session.';
grant execute on function accounts.visit_session to portolan_portal;

-- Counts a password before it is looked at, so that of parallel guesses only the allowed ones are.
-- 5 in 60 seconds from one network, then it waits 60 seconds; once an address has had 10 in a day, each further one
-- makes that network wait, from 30 seconds doubling to 20 minutes. Null: this one may be looked at.
create function accounts.count_password_try(subject text, network text, at timestamptz) returns timestamptz
  language plpgsql volatile set search_path = ''
as $$
declare
  mine accounts.password_try;
  all_wrong int;
begin
  perform pg_advisory_xact_lock(hashtextextended(count_password_try.subject, 4));
  insert into accounts.password_try as t (subject, network, burst, burst_began_at, wrong, late, last_at)
  values (count_password_try.subject, count_password_try.network, 0, at, 0, 0, at)
  on conflict on constraint password_try_pkey do update
    set wrong = case when t.last_at < at - interval '24 hours' then 0 else t.wrong end,
        late = case when t.last_at < at - interval '24 hours' then 0 else t.late end
  returning t.* into mine;
  if mine.wait_until > at then
    return mine.wait_until;
  end if;
  select sum(t.wrong) into all_wrong from accounts.password_try t
  where t.subject = count_password_try.subject and t.last_at >= at - interval '24 hours';
  mine.wait_until := null;
  if mine.burst_began_at <= at - interval '60 seconds' then
    mine.burst := 0;
    mine.burst_began_at := at;
  end if;
  mine.burst := mine.burst + 1;
  mine.wrong := mine.wrong + 1;
  if mine.burst >= 5 then
    mine.wait_until := at + interval '60 seconds';
    mine.burst := 0;
    mine.burst_began_at := mine.wait_until;
  end if;
  if all_wrong + 1 >= 10 then
    mine.late := mine.late + 1;
    mine.wait_until := greatest(
      mine.wait_until, at + least(interval '30 seconds' * power(2, least(mine.late, 10) - 1), interval '20 minutes')
    );
  end if;
  update accounts.password_try t
  set burst = mine.burst, burst_began_at = mine.burst_began_at, wrong = mine.wrong, late = mine.late,
      wait_until = mine.wait_until, last_at = at
  where t.subject = mine.subject and t.network = mine.network;
  return null;
end
$$;
comment on function accounts.count_password_try is
  'Counts one password try of a subject from a network. Null: it may be looked at; else until when this network waits.';
grant execute on function accounts.count_password_try to portolan_gate;
