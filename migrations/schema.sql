-- Written by src/platform/db/write-schema.ts from a freshly migrated database. Not applied: migrations are.

create schema platform;
comment on schema platform is 'What every domain stands on; no word of immigration.';
grant usage on schema platform to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.actor_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (NULLIF(current_setting('portolan.account'::text, true), ''::text))::uuid;
grant execute on function platform.actor_account() to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.actor_kind()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN NULLIF(current_setting('portolan.actor_kind'::text, true), ''::text);
grant execute on function platform.actor_kind() to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.actor_staff()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (NULLIF(current_setting('portolan.staff'::text, true), ''::text))::uuid;
grant execute on function platform.actor_staff() to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.attempts_made(scope text, subject text, since timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(sum(made), 0)::int from platform.attempt counted
  where counted.scope = attempts_made.scope
    and counted.subject = attempts_made.subject
    and counted.window_starts_at >= attempts_made.since
$function$;
comment on function platform.attempts_made(text,text,timestamp with time zone) is 'How many attempts were made in the windows that began at or after since.';
grant execute on function platform.attempts_made(text,text,timestamp with time zone) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.count_attempt(scope text, subject text, window_starts_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into platform.attempt as counted (scope, subject, window_starts_at, made)
  values (count_attempt.scope, count_attempt.subject, count_attempt.window_starts_at, 1)
  on conflict on constraint attempt_pkey do update set made = counted.made + 1
  returning made
$function$;
comment on function platform.count_attempt(text,text,timestamp with time zone) is 'Counts one attempt and returns how many the window holds now.';
grant execute on function platform.count_attempt(text,text,timestamp with time zone) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.enqueue(task text, payload json, job_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, max_attempts integer DEFAULT 25)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function platform.enqueue(text,json,text,timestamp with time zone,integer) is 'Queues a job in the caller''s transaction. Refuses a task that is not in platform.task_allowed.';
grant execute on function platform.enqueue(text,json,text,timestamp with time zone,integer) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

CREATE OR REPLACE FUNCTION platform.forgive_attempt(scope text, subject text, window_starts_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update platform.attempt counted set made = counted.made - 1
  where counted.scope = forgive_attempt.scope
    and counted.subject = forgive_attempt.subject
    and counted.window_starts_at = forgive_attempt.window_starts_at
    and counted.made > 0
  returning made
$function$;
comment on function platform.forgive_attempt(text,text,timestamp with time zone) is 'Gives one attempt of the window back; null when it holds none.';
grant execute on function platform.forgive_attempt(text,text,timestamp with time zone) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create table platform.attempt (
  scope text not null,
  subject text not null,
  window_starts_at timestamp with time zone not null,
  made integer not null,
  constraint attempt_made_check CHECK ((made >= 0)),
  constraint attempt_pkey PRIMARY KEY (scope, subject, window_starts_at),
  constraint attempt_scope_check CHECK (((length(scope) >= 1) AND (length(scope) <= 100))),
  constraint attempt_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
);
comment on table platform.attempt is 'Purpose: how often a thing was tried in a window of time. Kept: two days after the window began. Personal data: none; a subject is an opaque id or a keyed hash.';
alter table platform.attempt enable row level security;
alter table platform.attempt force row level security;
grant delete, select on table platform.attempt to portolan_worker;
CREATE INDEX attempt_window ON platform.attempt USING btree (window_starts_at);
create policy owner_all on platform.attempt to portolan_owner using (true) with check (true);
create policy worker_sweeps on platform.attempt to portolan_worker using (true) with check (true);

create table platform.migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_number_check CHECK ((number > 0)),
  constraint migration_pkey PRIMARY KEY (number),
  constraint migration_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table platform.migration is 'Purpose: which migrations this database has, with the hash of each file. Kept: for ever. Personal data: none.';
alter table platform.migration enable row level security;
alter table platform.migration force row level security;
grant select on table platform.migration to portolan_office, portolan_portal, portolan_worker;
create policy owner_all on platform.migration to portolan_owner using (true) with check (true);
create policy read_all on platform.migration for select to portolan_office, portolan_portal, portolan_worker using (true);

create table platform.task_allowed (
  task text not null,
  constraint task_allowed_pkey PRIMARY KEY (task),
  constraint task_allowed_task_check CHECK ((task ~ '^[a-z][a-z0-9.-]*$'::text))
);
comment on table platform.task_allowed is 'Purpose: the tasks platform.enqueue accepts. Kept: for ever. Personal data: none.';
alter table platform.task_allowed enable row level security;
alter table platform.task_allowed force row level security;
create policy owner_all on platform.task_allowed to portolan_owner using (true) with check (true);
