-- Contact support: tracked requests, what the agency's support desk did about them, and the check of who somebody is.

create table accounts.support_request (
  id uuid primary key,
  tracking_number text not null unique check (tracking_number ~ '^[0-9A-HJKMNP-TV-Z]{9}$'),
  key_id text not null check (length(key_id) between 1 and 16),
  token_hash text not null unique check (length(token_hash) between 40 and 100),
  topic text not null check (topic in ('cannot-sign-in', 'no-code', 'lost-phone', 'wrong-data', 'something-else')),
  account uuid references accounts.account on delete set null,
  address_sealed bytea,
  message_sealed bytea not null,
  language text not null check (length(language) between 2 and 35),
  sent_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz
);
comment on table accounts.support_request is
  'Purpose: what somebody asked of support: topic, words, the address they typed, and the account they named, of which '
  'nobody who asks learns whether it exists. Kept: 180 days after it was closed, 400 days after it was sent. '
  'Closing: the account is taken off it. Personal data: address and words, sealed for the request.';
create index support_request_open on accounts.support_request (sent_at, id) where closed_at is null;
create index support_request_sent_at on accounts.support_request (sent_at);

create table accounts.support_step (
  id uuid primary key,
  request uuid not null references accounts.support_request on delete cascade,
  staff uuid not null,
  session uuid not null,
  role text not null check (length(role) between 1 and 40),
  kind text not null check (kind in (
    'opened', 'answered', 'sent-again', 'recovery-cancelled', 'identity-recorded', 'identity-confirmed', 'closed')),
  reason text check (reason in ('answer-request', 'second-look', 'complaint')),
  answer text check (length(answer) between 1 and 40),
  recovery uuid references accounts.recovery_request on delete set null,
  at timestamptz not null,
  done_at timestamptz,
  check ((kind = 'opened') = (reason is not null)),
  check ((kind = 'answered') = (answer is not null))
);
comment on table accounts.support_step is
  'Purpose: each look at a request and each thing done about it: who, in which role, why; and whether the job that '
  'follows has run. Kept: as the request. Personal data: none; the person sees what was done, never by whom.';
create index support_step_of_request on accounts.support_step (request, at);

create table accounts.identity_check (
  id uuid primary key,
  recovery uuid not null unique references accounts.recovery_request on delete cascade,
  documents text[] not null check (
    cardinality(documents) >= 1 and documents <@ array['passport', 'national-id', 'residence-card', 'driving-licence', 'birth-certificate']),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  confirmed_by uuid check (confirmed_by <> recorded_by),
  confirmed_at timestamptz,
  check ((confirmed_by is null) = (confirmed_at is null))
);
comment on table accounts.identity_check is
  'Purpose: that somebody who kept no way back in came in person, with which kinds of papers, who saw them and which '
  'second person confirmed it. Kept: as the recovery request. Personal data: the kinds of papers, never their content.';

do $$
declare
  name text;
begin
  foreach name in array array['support_request', 'support_step', 'identity_check'] loop
    execute format('alter table accounts.%I enable row level security', name);
    execute format('alter table accounts.%I force row level security', name);
    execute format('create policy owner_all on accounts.%I to portolan_owner using (true) with check (true)', name);
    execute format('create policy office_reads on accounts.%I for select to portolan_office using (platform.actor_staff() is not null)', name);
    execute format('create policy worker_all on accounts.%I to portolan_worker using (true) with check (true)', name);
  end loop;
end
$$;

create policy gate_asks on accounts.support_request to portolan_gate using (not officer.from_office()) with check (not officer.from_office());
create policy gate_reads on accounts.support_step for select to portolan_gate using (not officer.from_office());
create policy office_marks on accounts.support_request for update to portolan_office
  using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null);
create policy own_steps on accounts.support_step for insert to portolan_office with check (staff = platform.actor_staff());
create policy own_records on accounts.identity_check for insert to portolan_office
  with check (recorded_by = platform.actor_staff() and confirmed_by is null);
create policy second_confirms on accounts.identity_check for update to portolan_office
  using (confirmed_by is null and recorded_by <> platform.actor_staff()) with check (confirmed_by = platform.actor_staff());

grant select, insert on accounts.support_request to portolan_gate;
grant select (request, kind, answer, at) on accounts.support_step to portolan_gate;
grant select on accounts.support_request, accounts.support_step, accounts.identity_check to portolan_office;
grant update (answered_at, closed_at) on accounts.support_request to portolan_office;
grant insert on accounts.support_step, accounts.identity_check to portolan_office;
grant update (confirmed_by, confirmed_at) on accounts.identity_check to portolan_office;
grant select, delete on accounts.support_request to portolan_worker;
grant select, update (done_at) on accounts.support_step to portolan_worker;
grant select on accounts.identity_check to portolan_worker;

-- Support sees that a recovery runs, and may stop it: never what cancels it from outside, nor anything that opens it.
create policy office_reads on accounts.recovery_request for select to portolan_office using (platform.actor_staff() is not null);
create policy office_stops on accounts.recovery_request for update to portolan_office
  using (platform.actor_staff() is not null and ended_at is null) with check (ended_by = 'office');
grant select (id, account, lost, begun_at, opens_at, expires_at, opened_at, ended_at, ended_by) on accounts.recovery_request to portolan_office;
grant update (ended_at, ended_by) on accounts.recovery_request to portolan_office;

-- What support starts, the worker carries out: it makes the links that only a mailbox sees.
grant insert, update on accounts.sign_up_link to portolan_worker;
insert into platform.task_allowed (task) values ('accounts.carry-out-support');

-- The gate's role serves the office's sign-in too. Its doors to accounts are for the portal alone: a connection of the
-- office sees no row of what proves a person, whatever role it takes.
do $$
declare
  one record;
begin
  for one in select tablename from pg_policies where schemaname = 'accounts' and policyname = 'gate_all' loop
    execute format(
      'alter policy gate_all on accounts.%I using (not officer.from_office()) with check (not officer.from_office())',
      one.tablename);
  end loop;
end
$$;
