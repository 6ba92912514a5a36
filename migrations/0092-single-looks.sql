-- Each look at a single document, and what intake held of a case on paper, stands in the person's list of who opened their file:
-- from the record of what was done, where it has been all along.

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
    join (values ('officer.look-at-file', 'read-document'), ('officer.record-scan', 'scan-paper'),
      ('officer.take-later-paper', 'take-in-paper'), ('officer.take-scanned-paper', 'take-in-paper'),
      ('officer.take-address-on-paper', 'take-in-paper'), ('officer.take-returned-mail', 'take-in-paper')) looks (operation, reason)
      on looks.operation = done.operation
    join officer.staff staff on done.actor_kind = 'staff' and staff.id::text = done.actor_id
    where done.outcome = 'done'
    union all
    select 'support', r.tracking_number, null, s.role, s.reason, s.at, s.id
    from accounts.support_step s join accounts.support_request r on r.id = s.request
    where s.kind = 'opened' and r.account = any (platform.actor_accounts())
  ) found
  order by found.at desc, found.id
  limit least(openings_of_own_file.most, 100) offset greatest(openings_of_own_file.skip, 0)
$$;
comment on function officer_public.openings_of_own_file is
  'Who opened the files of the actor''s own cases, looked at a single document or took in a paper of them, and requests to support '
  'that name their account: office, role, reason and when, never who; the newest first.';
