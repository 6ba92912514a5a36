-- What was looked at is named in one place: the list of openings was written anew for each kind of look, and the second time left out
-- what the first had added.
create function officer_public.looks() returns table (operation text, reason text)
  language sql immutable set search_path = '' rows 7
as $$
  values ('officer.look-at-file', 'read-document'), ('officer.look-at-paper', 'read-document'), ('officer.record-scan', 'scan-paper'),
    ('officer.take-later-paper', 'take-in-paper'), ('officer.take-scanned-paper', 'take-in-paper'),
    ('officer.take-address-on-paper', 'take-in-paper'), ('officer.take-returned-mail', 'take-in-paper')
$$;
comment on function officer_public.looks is 'Which operations of the office are a look at a case, and by which reason its people read of them.';
revoke all on function officer_public.looks() from public;

create or replace function officer_public.openings_of_own_file(most int, skip int)
returns table (kind text, named text, office text, role text, reason text, at timestamptz, total int)
  language sql stable security definer set search_path = '' rows 20
as $$
  with own as (
    select c.id, c.receipt_number, c.office from cases."case" c
    where exists (
      select from cases.party p
      where p."case" = c.id and p.account = any (platform.actor_accounts()) and p.until_at is null
    )
  )
  select found.kind, found.named, found.office, found.role, found.reason, found.at, count(*) over ()::int
  from (
    select 'case' as kind, own.receipt_number as named, coalesce(o.office, own.office) as office, o.role, o.reason, o.at, o.id
    from officer.file_opening o join own on own.id = o."case"
    union all
    select 'case', own.receipt_number, null, staff.role, looks.reason, done.at, done.id
    from own
    join audit.entry done on done.subject = own.id::text
    join officer_public.looks() looks on looks.operation = done.operation
    join officer.staff staff on done.actor_kind = 'staff' and staff.id::text = done.actor_id
    where done.outcome = 'done'
    union all
    select 'person', '', null, o.role, o.reason, o.at, o.id
    from officer.person_opening o where o.account = any (platform.actor_accounts())
    union all
    select 'support', r.tracking_number, null, s.role, s.reason, s.at, s.id
    from accounts.support_step s join accounts.support_request r on r.id = s.request
    where s.kind = 'opened' and r.account = any (platform.actor_accounts())
  ) found
  order by found.at desc, found.id
  limit least(openings_of_own_file.most, 100) offset greatest(openings_of_own_file.skip, 0)
$$;
comment on function officer_public.openings_of_own_file is
  'Who opened the files of the actor''s own cases and the office''s page of them, looked at a single document or took in a paper of them, and requests to support '
  'that name their account: office, role, reason and when, never who; the newest first.';

-- Whoever changes what is asked, in the code or by a function here, changes its place in the calendars of its people.
create function cases.count_task_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.changes := old.changes + 1;
  return new;
end
$$;
comment on function cases.count_task_change() is 'Counts a change of what is asked on a case, for calendars.';
revoke all on function cases.count_task_change() from public;
create trigger count_task_change before update of opened_at, due_at, starts_at, ended_at on cases.task
  for each row when ((old.opened_at, old.due_at, old.starts_at, old.ended_at) is distinct from (new.opened_at, new.due_at, new.starts_at, new.ended_at))
  execute function cases.count_task_change();
revoke update (changes) on cases.task from portolan_office, portolan_portal, portolan_worker;
