-- Numbers of the agency's work, counted over many and kept by the day: for the office's page of numbers, cheap at any size.

create table platform.figure (
  kind text not null check (length(kind) between 1 and 40),
  day date not null,
  place text not null check (length(place) <= 120),
  name text not null check (length(name) <= 160),
  counted bigint not null check (counted >= 0),
  primary key (kind, day, place, name)
);
comment on table platform.figure is
  'Purpose: how many of something there were on a day: cases received and decided, errors that people met by page and field, '
  'pages of a form that were finished. Errors and pages are counted only for devices whose storage preferences allow analytics. '
  'Kept: 400 days. Closing and legal hold: nothing of anyone is in it. Personal data: none: no person, no case, no value that was '
  'typed, no time of day.';
alter table platform.figure enable row level security;
alter table platform.figure force row level security;
create policy owner_all on platform.figure to portolan_owner using (true) with check (true);
create policy worker_all on platform.figure to portolan_worker using (true) with check (true);
create policy office_reads on platform.figure for select to portolan_office using (platform.actor_staff() is not null);
grant select, insert, delete on platform.figure to portolan_worker;
grant select on platform.figure to portolan_office;

-- What a listener met since it last said so. It adds and tells nothing back.
create function platform.add_figures(met json) returns void
  language sql security definer set search_path = ''
as $$
  insert into platform.figure as f (kind, day, place, name, counted)
  select m.kind, m.day, m.place, m.name, m.counted
  from json_to_recordset(add_figures.met) as m (kind text, day date, place text, name text, counted bigint)
  where m.kind in ('error', 'form-page') and m.counted > 0
  on conflict (kind, day, place, name) do update set counted = f.counted + excluded.counted
$$;
comment on function platform.add_figures(json) is 'Adds what people met on the pages to the counts of the day; by kinds that pages count, and no other.';
revoke all on function platform.add_figures(json) from public;
grant execute on function platform.add_figures(json) to portolan_portal, portolan_office;

-- How much waits, and since when: counts alone, for who runs the agency's side.
create function platform.waiting_work() returns table (kind text, waiting bigint, oldest timestamptz, failed bigint)
  language sql stable security definer set search_path = ''
as $$
  select 'mail', count(*) filter (where failed_at is null), min(queued_at) filter (where failed_at is null), count(*) filter (where failed_at is not null)
  from mail.queued where sent_at is null
  union all
  select 'text', count(*) filter (where state = 'queued'), min(queued_at) filter (where state = 'queued'), count(*) filter (where state = 'failed')
  from sms.queued where state in ('queued', 'failed')
  union all
  select 'letter', count(*), min(written_at), count(*) filter (where apart_at is not null)
  from cases.letter where printed_at is null and withdrawn_at is null
  union all
  select 'job', count(*) filter (where attempts < max_attempts), min(run_at) filter (where attempts < max_attempts), count(*) filter (where attempts >= max_attempts)
  from graphile_worker._private_jobs
$$;
comment on function platform.waiting_work() is 'Mails, texts, letters and jobs that wait, since when, and how many could not be done: counts alone.';
revoke all on function platform.waiting_work() from public;
grant execute on function platform.waiting_work() to portolan_office;

-- Where people stop in signing up, by the day: nothing of anyone is in it.
create policy office_reads on accounts.sign_up_step_count for select to portolan_office using (platform.actor_staff() is not null);
grant select on accounts.sign_up_step_count to portolan_office;
