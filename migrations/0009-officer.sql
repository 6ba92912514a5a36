-- The office: its staff, what proves them, what they opened and what they work on.

create schema officer;
comment on schema officer is 'The agency''s staff, their secrets and sessions, the files they opened, their work.';
grant usage on schema officer to portolan_office, portolan_gate, portolan_worker;

-- The gate's role serves the portal's sign-in too: only a connection of the office comes to the staff through it.
create function officer.from_office() returns boolean
  language sql stable parallel safe set search_path = ''
  return pg_has_role(session_user, 'portolan_office', 'member');
grant execute on function officer.from_office() to portolan_gate;

create table officer.staff (
  id uuid primary key,
  email_hash text not null unique check (length(email_hash) between 40 and 100),
  email_sealed bytea not null,
  name_sealed bytea,
  role text not null check (role in ('officer', 'supervisor', 'intake', 'support', 'admin')),
  added_at timestamptz not null,
  password_hash text check (length(password_hash) between 40 and 300),
  totp_sealed bytea,
  totp_last_step bigint check (totp_last_step >= 0),
  wrong_codes int not null default 0 check (wrong_codes >= 0),
  wrong_codes_since timestamptz,
  codes_wait_until timestamptz,
  enrolled_at timestamptz,
  ended_at timestamptz,
  check (enrolled_at is null or (password_hash is not null and totp_sealed is not null and totp_last_step is not null))
);
comment on table officer.staff is
  'Purpose: one person of the agency: their address, role, what proves them, and when that began and ended. '
  'Kept: for ever, since the record names them by id; the secrets are emptied when the person leaves. '
  'Closing and legal hold: does not apply. Personal data: the address and the name, sealed for the staff member.';

create table officer.enrolment_link (
  id uuid primary key,
  staff uuid not null references officer.staff,
  token_hash text not null unique check (length(token_hash) between 40 and 100),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz,
  killed_at timestamptz
);
comment on table officer.enrolment_link is
  'Purpose: a one-time link by which a new staff member sets a password and an authentication app, by the hash of its '
  'token. Kept: 30 days after it was made. Personal data: none beside the staff member.';
create unique index enrolment_link_open on officer.enrolment_link (staff) where used_at is null and killed_at is null;
create index enrolment_link_made_at on officer.enrolment_link (made_at);

create table officer.staff_session (
  id uuid primary key,
  audience text not null default 'office' check (audience = 'office'),
  secret_hash text not null unique check (length(secret_hash) between 40 and 100),
  staff uuid not null references officer.staff,
  stage text not null check (stage in ('enrolling', 'password-given', 'full')),
  tries int not null default 0 check (tries between 0 and 5),
  begun_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  network text check (length(network) <= 100),
  ended_at timestamptz,
  ended_by text check (ended_by in ('sign-out', 'replaced')),
  check ((ended_at is null) = (ended_by is null))
);
comment on table officer.staff_session is
  'Purpose: one visit of one browser of a staff member: what it may do, its wrong codes, when it ends. '
  'Kept: 90 days after it began, longer where a file was opened in it. '
  'Personal data: none beside the staff member; the network is a keyed hash.';
create index staff_session_staff on officer.staff_session (staff, begun_at desc);
create index staff_session_begun_at on officer.staff_session (begun_at);

create table officer.password_try (
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
comment on table officer.password_try is
  'Purpose: wrong passwords for one address from one network, and until when that network waits. '
  'Kept: two days after the last one. Personal data: none; both are keyed hashes, of addresses nobody has here too.';
create index password_try_last_at on officer.password_try (last_at);

create table officer.file_opening (
  id uuid primary key,
  staff uuid not null references officer.staff,
  session uuid not null references officer.staff_session,
  "case" uuid not null,
  role text not null check (length(role) between 1 and 40),
  reason text not null check (length(reason) between 1 and 40),
  note_sealed bytea,
  at timestamptz not null
);
comment on table officer.file_opening is
  'Purpose: who opened the file of a case, in which role, when and why; the people of the case see office, role and '
  'reason, never the officer''s name. Kept: as the case. Closing and legal hold: kept. '
  'Personal data: the officer''s own words, sealed for the case.';
create index file_opening_case on officer.file_opening ("case", at desc);
create index file_opening_session on officer.file_opening (session, "case");

create table officer.assignment (
  id uuid primary key,
  "case" uuid not null,
  receipt_number text not null check (receipt_number ~ '^[A-Z]{3}[0-9]{10}$'),
  staff uuid not null references officer.staff,
  queue text not null check (length(queue) between 1 and 60),
  from_at timestamptz not null,
  until_at timestamptz check (until_at >= from_at),
  ended_by text check (ended_by in ('put-back', 'moved-on')),
  check ((until_at is null) = (ended_by is null))
);
comment on table officer.assignment is
  'Purpose: who works on which case, from which queue, from when until when. Kept: as the case. '
  'Closing and legal hold: kept. Personal data: none.';
create unique index assignment_open on officer.assignment ("case") where until_at is null;
create index assignment_of_staff on officer.assignment (staff, from_at) where until_at is null;

do $$
declare
  name text;
begin
  foreach name in array
    array['staff', 'enrolment_link', 'staff_session', 'password_try', 'file_opening', 'assignment']
  loop
    execute format('alter table officer.%I enable row level security', name);
    execute format('alter table officer.%I force row level security', name);
    execute format('create policy owner_all on officer.%I to portolan_owner using (true) with check (true)', name);
  end loop;
  foreach name in array array['staff', 'enrolment_link', 'staff_session', 'password_try'] loop
    execute format(
      'create policy gate_of_office on officer.%I to portolan_gate using (officer.from_office()) '
      'with check (officer.from_office())', name
    );
  end loop;
  foreach name in array array['enrolment_link', 'staff_session', 'password_try'] loop
    execute format('create policy worker_sweeps on officer.%I to portolan_worker using (true)', name);
  end loop;
end
$$;

create policy office_reads on officer.staff for select to portolan_office
  using (platform.actor_staff() is not null);
create policy own on officer.staff_session to portolan_office
  using (staff = platform.actor_staff()) with check (staff = platform.actor_staff());
create policy office_reads on officer.file_opening for select to portolan_office
  using (platform.actor_staff() is not null);
create policy own_openings on officer.file_opening for insert to portolan_office
  with check (staff = platform.actor_staff());
create policy worker_reads on officer.file_opening for select to portolan_worker using (true);
create policy office_reads on officer.assignment for select to portolan_office
  using (platform.actor_staff() is not null);
create policy own_assignments on officer.assignment for insert to portolan_office
  with check (staff = platform.actor_staff());
create policy office_ends on officer.assignment for update to portolan_office
  using (platform.actor_staff() is not null) with check (until_at is not null);

-- Signed-in staff never see a secret, not even their own: only the gate compares them.
grant select (id, email_sealed, name_sealed, role, enrolled_at, ended_at) on officer.staff to portolan_office;
grant select, insert, update on officer.staff, officer.enrolment_link, officer.staff_session, officer.password_try
  to portolan_gate;
grant select on officer.staff_session to portolan_office;
grant update (last_seen_at) on officer.staff_session to portolan_office;
grant select, insert on officer.file_opening to portolan_office;
grant select, insert on officer.assignment to portolan_office;
grant update (until_at, ended_by) on officer.assignment to portolan_office;
grant select, delete on officer.enrolment_link, officer.staff_session, officer.password_try to portolan_worker;
grant select on officer.file_opening to portolan_worker;

-- The one statement behind every request of the office: finds the session, notes that it was seen, tells who it is.
-- 15 minutes idle, whatever happens an end; a staff member who has left has no session.
create function officer.visit_session(secret_hashes text[], at timestamptz)
returns table (
  session uuid, staff uuid, role text, stage text, idle_ends_at timestamptz, ends_at timestamptz,
  email_sealed bytea, name_sealed bytea
)
  language sql volatile security definer set search_path = ''
as $$
  with found as (
    select s.id, s.staff, s.stage, s.ends_at, s.last_seen_at, m.role, m.email_sealed, m.name_sealed
    from officer.staff_session s join officer.staff m on m.id = s.staff
    where s.secret_hash = any (visit_session.secret_hashes) and s.audience = 'office'
      and s.ended_at is null and m.ended_at is null
      and visit_session.at < s.ends_at and visit_session.at < s.last_seen_at + interval '15 minutes'
  ), seen as (
    update officer.staff_session s set last_seen_at = visit_session.at
    from found
    where s.id = found.id and s.last_seen_at <= visit_session.at - interval '30 seconds'
    returning s.last_seen_at
  )
  select found.id, found.staff, found.role, found.stage,
    least(coalesce((select seen.last_seen_at from seen), found.last_seen_at) + interval '15 minutes', found.ends_at),
    found.ends_at, found.email_sealed, found.name_sealed
  from found
$$;
comment on function officer.visit_session is
  'Reads the office session behind a cookie and notes, at most every 30 seconds, that it was seen. No row: nobody.';
grant execute on function officer.visit_session to portolan_office;

-- Counts a password before it is looked at, so that of parallel guesses only the allowed ones are.
-- 5 in 60 seconds from one network, then it waits 60 seconds; once an address has had 10 in a day, each further one
-- makes that network wait, from 30 seconds doubling to 20 minutes. Null: this one may be looked at.
create function officer.count_password_try(subject text, network text, at timestamptz) returns timestamptz
  language plpgsql volatile set search_path = ''
as $$
declare
  mine officer.password_try;
  all_wrong int;
begin
  perform pg_advisory_xact_lock(hashtextextended(count_password_try.subject, 9));
  insert into officer.password_try as t (subject, network, burst, burst_began_at, wrong, late, last_at)
  values (count_password_try.subject, count_password_try.network, 0, at, 0, 0, at)
  on conflict on constraint password_try_pkey do update
    set wrong = case when t.last_at < at - interval '24 hours' then 0 else t.wrong end,
        late = case when t.last_at < at - interval '24 hours' then 0 else t.late end
  returning t.* into mine;
  if mine.wait_until > at then
    return mine.wait_until;
  end if;
  select sum(t.wrong) into all_wrong from officer.password_try t
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
  update officer.password_try t
  set burst = mine.burst, burst_began_at = mine.burst_began_at, wrong = mine.wrong, late = mine.late,
      wait_until = mine.wait_until, last_at = at
  where t.subject = mine.subject and t.network = mine.network;
  return null;
end
$$;
comment on function officer.count_password_try is
  'Counts one password try of a subject from a network. Null: it may be looked at; else until when this network waits.';
grant execute on function officer.count_password_try to portolan_gate;
