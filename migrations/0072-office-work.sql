-- Work of the office: views of the queues that officers keep, and cases that a supervisor gives and takes.

create index case_waiting_form on cases."case" (form, status, status_since, id);

create function officer.is_supervisor() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from officer.staff its where its.id = platform.actor_staff() and its.ended_at is null and its.role = 'supervisor')
$$;
comment on function officer.is_supervisor() is 'Whether the staff who acts is a supervisor who has not left.';
revoke all on function officer.is_supervisor() from public;
grant execute on function officer.is_supervisor() to portolan_office;

alter table officer.assignment
  add column given_by uuid references officer.staff,
  drop constraint assignment_ended_by_check,
  add constraint assignment_ended_by_check check (ended_by in ('put-back', 'moved-on', 'taken-away'));
comment on column officer.assignment.given_by is 'The supervisor who gave the case to somebody; null: they took it themselves.';
alter policy own_assignments on officer.assignment with check (
  (staff = platform.actor_staff() and given_by is null)
  or (given_by = platform.actor_staff() and (select officer.is_supervisor())));

create table officer.saved_view (
  id uuid primary key,
  staff uuid not null references officer.staff,
  name text not null check (length(name) between 1 and 60),
  queue text not null check (length(queue) between 1 and 60),
  form text check (length(form) between 1 and 40),
  office text check (length(office) between 1 and 60),
  channel text check (channel in ('online', 'paper')),
  taken text check (taken in ('nobody', 'you', 'colleague')),
  waits_days integer check (waits_days between 1 and 3650),
  is_first boolean not null default false,
  kept_at timestamptz not null,
  removed_at timestamptz
);
comment on table officer.saved_view is
  'Purpose: a queue with filters that a member of staff keeps under a name of their own. Kept: until they remove it, and 30 days '
  'longer so that it can be put back. Closing and legal hold: does not apply. Personal data: none.';
create index saved_view_of_staff on officer.saved_view (staff, kept_at) where removed_at is null;
create unique index saved_view_first on officer.saved_view (staff) where is_first and removed_at is null;
alter table officer.saved_view enable row level security;
alter table officer.saved_view force row level security;
create policy owner_all on officer.saved_view to portolan_owner using (true) with check (true);
create policy own on officer.saved_view to portolan_office
  using (staff = platform.actor_staff()) with check (staff = platform.actor_staff());
create policy worker_sweeps on officer.saved_view to portolan_worker using (removed_at is not null);
grant select, insert on officer.saved_view to portolan_office;
grant update (name, is_first, removed_at) on officer.saved_view to portolan_office;
grant select (id, removed_at), delete on officer.saved_view to portolan_worker;
