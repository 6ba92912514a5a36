-- What is asked of the people of a case, and by when: what their page shows first, and what their calendar and reminders come from.

create function cases.is_on(case_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases.party
    where party."case" = is_on.case_id and party.until_at is null and party.account = any (platform.actor_accounts()))
$$;
comment on function cases.is_on(uuid) is 'Whether the person who acts is on the case now, for themselves or for another.';
revoke all on function cases.is_on(uuid) from public;
grant execute on function cases.is_on(uuid) to portolan_portal;

create table cases.task (
  id uuid primary key,
  "case" uuid not null references cases."case" (id),
  kind text not null check (kind in ('answer-request', 'answer-intent', 'appointment', 'prove-identity', 'sign', 'read-notice')),
  subject uuid not null unique,
  opened_at timestamptz not null,
  due_at timestamptz,
  starts_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('done', 'lapsed', 'withdrawn')),
  check ((ended_at is null) = (ended_how is null))
);
comment on table cases.task is
  'Purpose: what is asked of the people of a case: by when, or when it begins, and how it ended; subject names what of the case asks '
  'it. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
create index task_of_case on cases.task ("case", due_at);
create index task_due on cases.task (due_at, id) where ended_at is null and due_at is not null;

alter table cases.task enable row level security;
alter table cases.task force row level security;
create policy owner_all on cases.task to portolan_owner using (true) with check (true);
create policy worker_all on cases.task to portolan_worker using (true) with check (true);
-- To who may not see a protected case, what is asked on it is as absent as the case itself.
create policy office_all on cases.task to portolan_office
  using (platform.actor_staff() is not null and exists (select from cases."case" its where its.id = task."case"))
  with check (platform.actor_staff() is not null and exists (select from cases."case" its where its.id = task."case"));
create policy own on cases.task to portolan_portal using (cases.is_on("case")) with check (cases.is_on("case"));
grant select, insert on cases.task to portolan_portal, portolan_office, portolan_worker;
-- What a task is about is never changed; it is moved, ended, or asked anew.
grant update (opened_at, due_at, starts_at, ended_at, ended_how) on cases.task to portolan_portal, portolan_office, portolan_worker;
