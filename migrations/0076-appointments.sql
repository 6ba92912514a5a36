-- Appointments in person: the times of offices with how many people each takes, who is expected when, and what became of it.

create table correspondence.slot (
  id uuid primary key,
  office text not null check (length(office) between 1 and 60),
  kind text not null check (length(kind) between 1 and 40),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  capacity integer not null check (capacity between 1 and 500),
  taken integer not null default 0 check (taken between 0 and capacity),
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_why text check (length(closed_why) between 1 and 40),
  unique (office, kind, starts_at),
  check ((closed_at is null) = (closed_by is null)),
  check ((closed_at is null) = (closed_why is null))
);
comment on table correspondence.slot is
  'Purpose: a time at which an office sees people for one kind of appointment: how many it takes, how many are taken, and whether it '
  'was closed and why. Kept: with the appointments in it. Closing and legal hold: kept. Personal data: none of the person.';

create table correspondence.appointment (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  kind text not null check (length(kind) between 1 and 40),
  office text not null check (length(office) between 1 and 60),
  slot uuid not null references correspondence.slot (id),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  state text not null check (state in ('booked', 'to-rebook', 'attended', 'missed', 'cancelled')),
  changes integer not null default 0 check (changes between 0 and 100),
  sequence integer not null default 0 check (sequence >= 0),
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  why text check (length(why) between 1 and 40),
  arrived_at timestamptz,
  confirmed boolean,
  needs_sealed bytea check (octet_length(needs_sealed) <= 16384),
  reminded_days integer check (reminded_days >= 0),
  check (confirmed is null or state = 'attended')
);
comment on table correspondence.appointment is
  'Purpose: who of a case is expected when at which office, for what, and what became of it; sequence counts its changes for '
  'calendars. Kept: as the case. Closing and legal hold: kept. Personal data: the relation, and what somebody needs to be able to '
  'come, sealed for the case.';
create unique index appointment_open on correspondence.appointment ("case", kind) where state in ('booked', 'to-rebook');
create index appointment_of_case on correspondence.appointment ("case", starts_at desc, id);
create index appointment_of_office on correspondence.appointment (office, starts_at, id);
create index appointment_of_slot on correspondence.appointment (slot) where state = 'booked';
create index appointment_to_rebook on correspondence.appointment (office, starts_at, id) where state = 'to-rebook';
create index appointment_ahead on correspondence.appointment (starts_at, id) where state = 'booked';

create table correspondence.appointment_step (
  id uuid primary key,
  appointment uuid not null references correspondence.appointment (id),
  at timestamptz not null,
  what text not null check (what in ('booked', 'moved', 'closed', 'cancelled', 'arrived', 'attended', 'missed')),
  side text not null check (side in ('person', 'representative', 'agency')),
  account uuid,
  staff uuid,
  from_at timestamptz,
  to_at timestamptz,
  why text check (length(why) between 1 and 40),
  words_sealed bytea check (octet_length(words_sealed) <= 16384),
  told_at timestamptz,
  check ((side = 'agency') = (staff is not null)),
  check ((side = 'agency') = (account is null))
);
comment on table correspondence.appointment_step is
  'Purpose: what was done with an appointment, when and by which side: made, moved from when to when and why, closed by the office, '
  'cancelled, kept or missed; rows are only ever added. Kept: as the case. Closing and legal hold: kept. Personal data: the relation, '
  'and the own words of whoever moved it, sealed for the case.';
create index step_of_appointment on correspondence.appointment_step (appointment, at, id);

-- However an appointment is written, the places of its time are counted with it, and the check of the table lets no time hold more
-- than it takes. Nobody but the office writes to a time otherwise.
create function correspondence.count_places() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  held uuid;
  holds uuid := case when new.state in ('booked', 'attended', 'missed') then new.slot end;
begin
  if tg_op = 'UPDATE' and old.state in ('booked', 'attended', 'missed') then
    held := old.slot;
  end if;
  if held is not distinct from holds then
    return null;
  end if;
  if held is not null then
    update correspondence.slot its set taken = its.taken - 1 where its.id = held;
  end if;
  if holds is not null then
    update correspondence.slot its set taken = its.taken + 1
    where its.id = holds and its.closed_at is null
      and its.office = new.office and its.kind = new.kind and its.starts_at = new.starts_at and its.minutes = new.minutes;
    if not found then
      raise exception 'an appointment stands in a time that is closed or is not its own';
    end if;
  end if;
  return null;
end $$;
comment on function correspondence.count_places() is 'Counts the places of a time with the appointments in it.';
revoke all on function correspondence.count_places() from public;
create trigger appointment_takes_place after insert or update of state, slot, starts_at, minutes, office, kind on correspondence.appointment
  for each row execute function correspondence.count_places();

do $$
declare its text;
begin
  foreach its in array array['slot', 'appointment', 'appointment_step'] loop
    execute format('alter table correspondence.%I enable row level security', its);
    execute format('alter table correspondence.%I force row level security', its);
    execute format('create policy owner_all on correspondence.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_all on correspondence.%I to portolan_worker using (true) with check (true)', its);
    execute format('grant select on correspondence.%I to portolan_worker', its);
    execute format('grant select, insert on correspondence.%I to portolan_office', its);
  end loop;
end $$;
grant update (reminded_days) on correspondence.appointment to portolan_worker;
grant update (told_at) on correspondence.appointment_step to portolan_worker;

grant update (closed_at, closed_by, closed_why) on correspondence.slot to portolan_office;
grant update (office, slot, starts_at, minutes, state, sequence, changed_at, why, arrived_at, confirmed, reminded_days)
  on correspondence.appointment to portolan_office;
create policy office_all on correspondence.slot to portolan_office
  using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null);
-- Of a protected case the office has no more here than of the case itself: to who may not see it, it is absent.
create policy office_all on correspondence.appointment to portolan_office using (platform.actor_staff() is not null and exists (
  select from cases."case" its where its.id = appointment."case"));
create policy office_all on correspondence.appointment_step to portolan_office using (exists (
  select from correspondence.appointment its where its.id = appointment_step.appointment));

-- Who is on a case chooses among times; who works where and how a time was closed is not told.
grant select (id, office, kind, starts_at, minutes, capacity, taken, closed_at) on correspondence.slot to portolan_portal;
create policy everybody_reads on correspondence.slot for select to portolan_portal using (true);
grant select (id, "case", receipt_number, kind, office, slot, starts_at, minutes, state, changes, sequence, made_at, changed_at, why,
  arrived_at, confirmed, needs_sealed) on correspondence.appointment to portolan_portal;
grant update (slot, starts_at, minutes, state, changes, sequence, changed_at, why, needs_sealed, reminded_days) on correspondence.appointment
  to portolan_portal;
create policy own on correspondence.appointment for select to portolan_portal using (correspondence.is_party("case", null));
create policy own_moves on correspondence.appointment for update to portolan_portal
  using (state in ('booked', 'to-rebook') and correspondence.is_party("case", null)) with check (state in ('booked', 'to-rebook'));
grant select (id, appointment, at, what, side, account, from_at, to_at, why) on correspondence.appointment_step to portolan_portal;
grant insert on correspondence.appointment_step to portolan_portal;
create policy own on correspondence.appointment_step for select to portolan_portal
  using (exists (select from correspondence.appointment its where its.id = appointment_step.appointment));
create policy own_adds on correspondence.appointment_step for insert to portolan_portal
  with check (what = 'moved' and account = any (platform.actor_accounts()) and exists (
    select from correspondence.appointment its
    where its.id = appointment_step.appointment and correspondence.is_party(its."case", appointment_step.side)));

insert into platform.task_allowed (task) values ('correspondence.tell-of-appointment');
