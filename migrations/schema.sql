-- Written by src/platform/db/write-schema.ts from a freshly migrated database. Not applied: migrations are.

create schema audit;
comment on schema audit is 'Who did what, when; nothing in it is ever changed.';
grant usage on schema audit to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create sequence audit.entry_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

CREATE OR REPLACE FUNCTION audit.record(at timestamp with time zone, operation text, actor_kind text, actor_id text, subject text, account uuid, outcome text, refusal text, detail jsonb, request_id text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with made as (
    insert into audit.entry (at, operation, actor_kind, actor_id, subject, account, outcome, refusal, detail, request_id)
    values (record.at, record.operation, record.actor_kind, record.actor_id, record.subject, record.account,
            record.outcome, record.refusal, record.detail, record.request_id)
    returning ordinal, id, entry.at
  )
  insert into audit.unsealed (ordinal, entry_id, entry_at) select ordinal, id, at from made
$function$;
comment on function audit.record(timestamp with time zone,text,text,text,text,uuid,text,text,jsonb,text) is 'Adds one entry to the record and queues it for sealing, in the caller''s transaction.';
grant execute on function audit.record(timestamp with time zone,text,text,text,text,uuid,text,text,jsonb,text) to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create table audit.entry (
  id uuid not null default gen_random_uuid(),
  at timestamp with time zone not null,
  ordinal bigint not null generated always as identity,
  operation text not null,
  actor_kind text not null,
  actor_id text,
  subject text,
  account uuid,
  outcome text not null,
  refusal text,
  detail jsonb,
  request_id text,
  constraint entry_actor_id_check CHECK ((length(actor_id) <= 100)),
  constraint entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['visitor'::text, 'account'::text, 'staff'::text, 'system'::text]))),
  constraint entry_operation_check CHECK (((length(operation) >= 1) AND (length(operation) <= 100))),
  constraint entry_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text]))),
  constraint entry_pkey PRIMARY KEY (at, id),
  constraint entry_refusal_check CHECK ((length(refusal) <= 100)),
  constraint entry_request_id_check CHECK ((length(request_id) <= 100)),
  constraint entry_subject_check CHECK ((length(subject) <= 200))
) partition by RANGE (at);
comment on table audit.entry is 'Purpose: the record of every change and every refusal. Kept: for ever, by month. Personal data: none; ids and codes only.';
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
grant select on table audit.entry to portolan_office, portolan_portal, portolan_worker;
CREATE INDEX entry_account ON ONLY audit.entry USING btree (account, at DESC) WHERE (account IS NOT NULL);
CREATE INDEX entry_subject ON ONLY audit.entry USING btree (subject, at DESC) WHERE (subject IS NOT NULL);
create policy office_reads on audit.entry for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy own_entries on audit.entry for select to portolan_portal using ((account = platform.actor_account()));
create policy owner_all on audit.entry to portolan_owner using (true) with check (true);
create policy worker_reads on audit.entry for select to portolan_worker using (true);

create table audit.link (
  "position" bigint not null,
  entry_id uuid not null,
  entry_at timestamp with time zone not null,
  hash bytea not null,
  constraint link_entry_id_key UNIQUE (entry_id),
  constraint link_hash_check CHECK ((length(hash) = 32)),
  constraint link_pkey PRIMARY KEY ("position"),
  constraint link_position_check CHECK (("position" > 0))
);
comment on table audit.link is 'Purpose: the chain: each entry''s hash over its content and the link before it (SHA-256). Kept: for ever. Personal data: none.';
alter table audit.link enable row level security;
alter table audit.link force row level security;
grant insert, select on table audit.link to portolan_worker;
grant select on table audit.link to portolan_office;
create policy office_reads on audit.link for select to portolan_office using ((platform.actor_staff() IS NOT NULL));
create policy owner_all on audit.link to portolan_owner using (true) with check (true);
create policy worker_appends on audit.link for insert to portolan_worker with check (true);
create policy worker_reads on audit.link for select to portolan_worker using (true);

create table audit.signed_head (
  "position" bigint not null,
  hash bytea not null,
  signed_at timestamp with time zone not null,
  signature text not null,
  constraint signed_head_hash_check CHECK ((length(hash) = 32)),
  constraint signed_head_pkey PRIMARY KEY ("position"),
  constraint signed_head_signature_check CHECK ((length(signature) <= 300))
);
comment on table audit.signed_head is 'Purpose: the chain''s head at a moment, signed with Ed25519, also shipped outside the database. Kept: for ever. Personal data: none.';
alter table audit.signed_head enable row level security;
alter table audit.signed_head force row level security;
grant insert, select on table audit.signed_head to portolan_worker;
create policy owner_all on audit.signed_head to portolan_owner using (true) with check (true);
create policy worker_appends on audit.signed_head for insert to portolan_worker with check (true);
create policy worker_reads on audit.signed_head for select to portolan_worker using (true);

create table audit.unsealed (
  ordinal bigint not null,
  entry_id uuid not null,
  entry_at timestamp with time zone not null,
  constraint unsealed_pkey PRIMARY KEY (ordinal)
);
comment on table audit.unsealed is 'Purpose: entries that the chain has not reached yet. Kept: until sealed, about a second. Personal data: none.';
alter table audit.unsealed enable row level security;
alter table audit.unsealed force row level security;
grant delete, select on table audit.unsealed to portolan_worker;
create policy owner_all on audit.unsealed to portolan_owner using (true) with check (true);
create policy worker_all on audit.unsealed to portolan_worker using (true) with check (true);

create schema mail;
comment on schema mail is 'Mail waiting to leave; no word of immigration.';
grant usage on schema mail to portolan_gate, portolan_office, portolan_portal, portolan_worker;

create sequence mail.demo_outbox_ordinal_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807;

create table mail.demo_outbox (
  id text not null,
  channel text not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  attachments jsonb not null default '[]'::jsonb,
  sent_at timestamp with time zone not null,
  ordinal bigint not null generated always as identity,
  constraint demo_outbox_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'post'::text, 'app'::text]))),
  constraint demo_outbox_id_check CHECK (((length(id) >= 1) AND (length(id) <= 128))),
  constraint demo_outbox_pkey PRIMARY KEY (id)
);
comment on table mail.demo_outbox is 'Purpose: what the demonstration would have sent, for everyone to read. Kept: the newest 1,000. Personal data: invented people only; production never writes here.';
alter table mail.demo_outbox enable row level security;
alter table mail.demo_outbox force row level security;
grant delete, insert, select on table mail.demo_outbox to portolan_worker;
grant select on table mail.demo_outbox to portolan_office, portolan_portal;
CREATE INDEX demo_outbox_newest ON mail.demo_outbox USING btree (ordinal DESC);
create policy owner_all on mail.demo_outbox to portolan_owner using (true) with check (true);
create policy read_all on mail.demo_outbox for select to portolan_office, portolan_portal using (true);
create policy worker_all on mail.demo_outbox to portolan_worker using (true) with check (true);

create table mail.queued (
  id uuid not null,
  kind text not null,
  person text not null,
  language text not null,
  to_sealed bytea not null,
  values_sealed bytea not null,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  constraint queued_failure_check CHECK ((length(failure) <= 200)),
  constraint queued_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 100))),
  constraint queued_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint queued_person_check CHECK (((length(person) >= 1) AND (length(person) <= 100))),
  constraint queued_pkey PRIMARY KEY (id)
);
comment on table mail.queued is 'Purpose: a mail that a change brought about, until it is sent. Kept: 30 days after it was sent or failed. Personal data: the address and the values, sealed for the person.';
alter table mail.queued enable row level security;
alter table mail.queued force row level security;
grant delete, insert, select, update on table mail.queued to portolan_worker;
grant insert on table mail.queued to portolan_gate, portolan_office, portolan_portal;
CREATE INDEX queued_sent_at ON mail.queued USING btree (sent_at);
create policy owner_all on mail.queued to portolan_owner using (true) with check (true);
create policy queue_any on mail.queued for insert to portolan_gate, portolan_office, portolan_portal, portolan_worker with check ((sent_at IS NULL));
create policy worker_all on mail.queued to portolan_worker using (true) with check (true);

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

create table platform.worker_process (
  id uuid not null,
  lock_key integer not null,
  worker_ids text[] not null default '{}'::text[],
  started_at timestamp with time zone not null,
  constraint worker_process_lock_key_key UNIQUE (lock_key),
  constraint worker_process_pkey PRIMARY KEY (id)
);
comment on table platform.worker_process is 'Purpose: the workers of each process; a process that lives holds the advisory lock of its key. Kept: until another process finds it gone. Personal data: none.';
alter table platform.worker_process enable row level security;
alter table platform.worker_process force row level security;
grant delete, insert, select, update on table platform.worker_process to portolan_worker;
create policy owner_all on platform.worker_process to portolan_owner using (true) with check (true);
create policy worker_all on platform.worker_process to portolan_worker using (true) with check (true);
