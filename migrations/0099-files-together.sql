-- Whoever is on a case gathers the files of one answer to a request together: each sees what the others on it now have added for it, and
-- who sends the answer sends all of it. Nothing else that somebody has not sent yet is seen by anybody else.

alter table evidence.tray add column side text check (side in ('person', 'representative'));
comment on column evidence.tray.side is 'Whether who gathers is the person of the case or represents them, as it stood when the tray was opened. Null: nobody else gathers with them.';
update evidence.tray set side = case
  when exists (select from cases.party where party."case" = tray."case" and party.account = tray.account and party.role = 'representative') then 'representative'
  else 'person' end
  where purpose = 'request';

create function cases.is_on_with(case_id uuid, other uuid) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select cases.is_on(is_on_with.case_id) and exists (select from cases.party
    where party."case" = is_on_with.case_id and party.until_at is null and party.account = is_on_with.other)
$$;
comment on function cases.is_on_with(uuid, uuid) is 'Whether the person who acts and this account are both on the case now.';
revoke execute on function cases.is_on_with(uuid, uuid) from public;
grant execute on function cases.is_on_with(uuid, uuid) to portolan_portal;

create policy together_reads on evidence.tray for select to portolan_portal
  using (purpose = 'request' and submitted_at is null and cases.is_on_with("case", account));
create policy together_reads on evidence.file for select to portolan_portal
  using (submission is null and removed_at is null and exists (
    select from evidence.tray where tray.id = file.draft and tray.account = file.account and tray.purpose = 'request'
      and tray.submitted_at is null and cases.is_on_with(tray."case", tray.account)
  ));

create function correspondence.send_gathered(request uuid, at timestamptz) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  answered correspondence.evidence_request;
  its evidence.tray;
  sent int := 0;
begin
  select * into answered from correspondence.evidence_request r
    where r.id = send_gathered.request and r.state = 'answered' and r.ended_at = send_gathered.at
      and r.answered_by = any (platform.actor_accounts());
  if not found or not cases.is_on(answered."case") then
    return 0;
  end if;
  for its in
    select tray.* from evidence.tray
    where tray."case" = answered."case" and tray.purpose = 'request' and tray.submitted_at is null
      and tray.subject in (select ask.id from correspondence.request_ask ask where ask.request = answered.id)
      and tray.account <> all (platform.actor_accounts()) and cases.is_on_with(tray."case", tray.account)
      and exists (
        select from evidence.file where file.draft = tray.id and file.account = tray.account and file.removed_at is null and file.state = 'clean'
      )
    order by tray.id
  loop
    update evidence.resumable_upload set cancelled_at = send_gathered.at
      where draft = its.id and account = its.account and cancelled_at is null and outcome is null;
    insert into evidence.submitted_draft (draft, account, submission, submitted_at) values (its.id, its.account, its.id, send_gathered.at);
    update evidence.file set submission = its.id
      where draft = its.id and account = its.account and removed_at is null and state = 'clean';
    update evidence.tray set submitted_at = send_gathered.at where id = its.id;
    sent := sent + 1;
  end loop;
  return sent;
end
$$;
comment on function correspondence.send_gathered(uuid, timestamptz) is
  'Sends what the others who are on the case now have gathered for a request, in the transaction in which the person who acts answered it: how many trays. What was refused stays behind.';
revoke execute on function correspondence.send_gathered(uuid, timestamptz) from public;
grant execute on function correspondence.send_gathered(uuid, timestamptz) to portolan_portal;
