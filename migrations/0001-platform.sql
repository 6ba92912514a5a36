-- What every domain stands on: who acts, queueing a job, counting attempts, the record of migrations.

-- Nothing is anybody's by default: each schema, table and function is granted by name.
alter default privileges for role portolan_owner revoke execute on functions from public;
alter default privileges for role portolan_owner revoke usage on types from public;
revoke all on schema public from public;

create schema platform;
comment on schema platform is 'What every domain stands on; no word of immigration.';
grant usage on schema platform to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table platform.migration (
  number int primary key check (number > 0),
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  applied_at timestamptz not null default now()
);
comment on table platform.migration is
  'Purpose: which migrations this database has, with the hash of each file. Kept: for ever. Personal data: none.';
alter table platform.migration enable row level security;
alter table platform.migration force row level security;
create policy owner_all on platform.migration to portolan_owner using (true) with check (true);
create policy read_all on platform.migration for select
  to portolan_portal, portolan_office, portolan_worker using (true);
grant select on platform.migration to portolan_portal, portolan_office, portolan_worker;

-- Who acts, as set locally by the transaction. No actor set: null, and null matches no row.
create function platform.actor_account() returns uuid
  language sql stable parallel safe set search_path = ''
  return nullif(current_setting('portolan.account', true), '')::uuid;

create function platform.actor_staff() returns uuid
  language sql stable parallel safe set search_path = ''
  return nullif(current_setting('portolan.staff', true), '')::uuid;

create function platform.actor_kind() returns text
  language sql stable parallel safe set search_path = ''
  return nullif(current_setting('portolan.actor_kind', true), '');

grant execute on function platform.actor_account(), platform.actor_staff(), platform.actor_kind()
  to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table platform.task_allowed (
  task text primary key check (task ~ '^[a-z][a-z0-9.-]*$')
);
comment on table platform.task_allowed is
  'Purpose: the tasks platform.enqueue accepts. Kept: for ever. Personal data: none.';
alter table platform.task_allowed enable row level security;
alter table platform.task_allowed force row level security;
create policy owner_all on platform.task_allowed to portolan_owner using (true) with check (true);

-- The queue's own tables are closed to the roles of the application: a job enters through this door alone.
create function platform.enqueue(
  task text,
  payload json,
  job_key text default null,
  run_at timestamptz default null,
  max_attempts int default 25
) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  if not exists (select from platform.task_allowed allowed where allowed.task = enqueue.task) then
    raise exception 'task % is not allowed', enqueue.task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    enqueue.task,
    payload => enqueue.payload,
    job_key => enqueue.job_key,
    run_at => enqueue.run_at,
    max_attempts => enqueue.max_attempts
  );
end
$$;
comment on function platform.enqueue is
  'Queues a job in the caller''s transaction. Refuses a task that is not in platform.task_allowed.';
grant execute on function platform.enqueue
  to portolan_portal, portolan_office, portolan_worker, portolan_gate;

create table platform.attempt (
  scope text not null check (length(scope) between 1 and 100),
  subject text not null check (length(subject) between 1 and 200),
  window_starts_at timestamptz not null,
  made int not null check (made >= 0),
  primary key (scope, subject, window_starts_at)
);
comment on table platform.attempt is
  'Purpose: how often a thing was tried in a window of time. Kept: two days after the window began. '
  'Personal data: none; a subject is an opaque id or a keyed hash.';
create index attempt_window on platform.attempt (window_starts_at);
alter table platform.attempt enable row level security;
alter table platform.attempt force row level security;
create policy owner_all on platform.attempt to portolan_owner using (true) with check (true);
create policy worker_sweeps on platform.attempt to portolan_worker using (true) with check (true);
grant select, delete on platform.attempt to portolan_worker;

-- The upsert locks the row: of parallel attempts each gets a number of its own.
create function platform.count_attempt(scope text, subject text, window_starts_at timestamptz) returns int
  language sql volatile security definer set search_path = ''
as $$
  insert into platform.attempt as counted (scope, subject, window_starts_at, made)
  values (count_attempt.scope, count_attempt.subject, count_attempt.window_starts_at, 1)
  on conflict on constraint attempt_pkey do update set made = counted.made + 1
  returning made
$$;
comment on function platform.count_attempt is 'Counts one attempt and returns how many the window holds now.';

create function platform.attempts_made(scope text, subject text, since timestamptz) returns int
  language sql stable security definer set search_path = ''
as $$
  select coalesce(sum(made), 0)::int from platform.attempt counted
  where counted.scope = attempts_made.scope
    and counted.subject = attempts_made.subject
    and counted.window_starts_at >= attempts_made.since
$$;
comment on function platform.attempts_made is 'How many attempts were made in the windows that began at or after since.';

create function platform.forgive_attempt(scope text, subject text, window_starts_at timestamptz) returns int
  language sql volatile security definer set search_path = ''
as $$
  update platform.attempt counted set made = counted.made - 1
  where counted.scope = forgive_attempt.scope
    and counted.subject = forgive_attempt.subject
    and counted.window_starts_at = forgive_attempt.window_starts_at
    and counted.made > 0
  returning made
$$;
comment on function platform.forgive_attempt is 'Gives one attempt of the window back; null when it holds none.';

grant execute on function platform.count_attempt, platform.attempts_made, platform.forgive_attempt
  to portolan_portal, portolan_office, portolan_worker, portolan_gate;

-- The worker runs the queue; its private tables have row-level security and no policy of their own.
grant usage on schema graphile_worker to portolan_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to portolan_worker;
grant usage on all sequences in schema graphile_worker to portolan_worker;
grant execute on all functions in schema graphile_worker to portolan_worker;
do $$
declare
  queue_table text;
begin
  for queue_table in
    select relname from pg_class
    where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
  loop
    execute format(
      'create policy worker_all on graphile_worker.%I to portolan_worker using (true) with check (true)', queue_table
    );
  end loop;
end
$$;
revoke all on schema graphile_worker from public;
