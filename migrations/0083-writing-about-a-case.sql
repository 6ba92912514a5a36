-- What the people of a case send and ask: files with a message, evidence nobody asked for, questions.

alter table correspondence.message add column tray uuid unique references evidence.tray;
comment on column correspondence.message.tray is 'The tray whose files were sent with it; null: none.';
grant select (tray) on correspondence.message to portolan_portal;

create table correspondence.told (
  id uuid primary key,
  at timestamptz not null
);
comment on table correspondence.told is
  'Purpose: of which message, evidence or question the others on its case were told, so that they are told once. Kept: as the '
  'case. Closing and legal hold: kept. Personal data: none.';
alter table correspondence.told enable row level security;
alter table correspondence.told force row level security;
create policy owner_all on correspondence.told to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.told to portolan_worker using (true) with check (true);
grant select, insert on correspondence.told to portolan_worker;

create table correspondence.additional_evidence (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  account uuid not null references accounts.account,
  side text not null check (side in ('person', 'representative')),
  tray uuid not null unique references evidence.tray,
  sealed bytea not null,
  at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  check ((seen_at is null) = (seen_by is null))
);
comment on table correspondence.additional_evidence is
  'Purpose: evidence that somebody sent about a pending case without being asked, what they say it is, and when an officer had '
  'looked at it. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case; which account sent it.';
create index additional_evidence_of_case on correspondence.additional_evidence ("case", at desc);
create index additional_evidence_unseen on correspondence.additional_evidence (at, id) where seen_at is null;

create table correspondence.inquiry (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  account uuid not null references accounts.account,
  side text not null check (side in ('person', 'representative')),
  reason text not null check (length(reason) between 1 and 60),
  sealed bytea not null,
  at timestamptz not null,
  expected_on date not null,
  answered_at timestamptz,
  answered_by uuid,
  outcome text check (length(outcome) between 1 and 60),
  answer_sealed bytea,
  check ((answered_at is null) = (answered_by is null)),
  check ((answered_at is null) = (outcome is null)),
  check ((answered_at is null) = (answer_sealed is null))
);
comment on table correspondence.inquiry is
  'Purpose: a question about a case with one of the reasons the agency has an answer for: what was told, by when an answer is '
  'due, and the answer. Nothing of it is changed after it was answered. Kept: as the case. Closing and legal hold: kept. Personal '
  'data: all of sealed and answer_sealed, sealed for the case; which account asked.';
create unique index inquiry_open_once on correspondence.inquiry ("case", reason) where answered_at is null;
create index inquiry_of_case on correspondence.inquiry ("case", at desc);
create index inquiry_waits on correspondence.inquiry (expected_on, id) where answered_at is null;

do $$
declare its text;
begin
  foreach its in array array['additional_evidence', 'inquiry'] loop
    execute format('alter table correspondence.%I enable row level security', its);
    execute format('alter table correspondence.%I force row level security', its);
    execute format('create policy owner_all on correspondence.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_reads on correspondence.%I for select to portolan_worker using (true)', its);
    execute format('grant select on correspondence.%I to portolan_worker, portolan_office', its);
    -- Of a protected case the office has no more here than of the case itself.
    execute format('create policy office_all on correspondence.%I to portolan_office using (platform.actor_staff() is not null '
      'and exists (select from cases."case" its where its.id = %I."case"))', its, its);
    execute format('create policy own on correspondence.%I for select to portolan_portal using (correspondence.is_party("case", null))', its);
  end loop;
end $$;
grant update (seen_at, seen_by) on correspondence.additional_evidence to portolan_office;
grant update (answered_at, answered_by, outcome, answer_sealed) on correspondence.inquiry to portolan_office;

-- Who of the agency looked or answered is not told.
grant insert on correspondence.additional_evidence, correspondence.inquiry to portolan_portal;
grant select (id, "case", receipt_number, account, side, tray, sealed, at, seen_at) on correspondence.additional_evidence to portolan_portal;
grant select (id, "case", receipt_number, account, side, reason, sealed, at, expected_on, answered_at, outcome, answer_sealed)
  on correspondence.inquiry to portolan_portal;

create policy own_sends on correspondence.additional_evidence for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and seen_at is null and correspondence.is_party("case", side));
create policy own_asks on correspondence.inquiry for insert to portolan_portal
  with check (account = any (platform.actor_accounts()) and answered_at is null and correspondence.is_party("case", side));
-- What a person does enters the status that says so, in the same transaction. The portal can set no other.
create function cases.enter_by_person(ground uuid, change uuid, status text, effective_on date, at timestamptz, reason_sealed bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  of_case uuid;
begin
  select its."case" into of_case from correspondence.additional_evidence its
    where its.id = enter_by_person.ground and its.at = enter_by_person.at and its.account = any (platform.actor_accounts());
  if of_case is null or not cases.is_on(of_case) then
    return false;
  end if;
  insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id, reason_sealed)
    values (enter_by_person.change, of_case, enter_by_person.status, enter_by_person.effective_on, enter_by_person.at, 'account',
      platform.actor_account()::text, enter_by_person.reason_sealed);
  update cases."case" its set status = enter_by_person.status, status_on = enter_by_person.effective_on, status_since = enter_by_person.at,
    touched_at = enter_by_person.at where its.id = of_case;
  return true;
end
$$;
comment on function cases.enter_by_person(uuid, uuid, text, date, timestamptz, bytea) is
  'Enters the status that follows from evidence that the person who acts sent in this transaction. False: they did not.';
revoke all on function cases.enter_by_person(uuid, uuid, text, date, timestamptz, bytea) from public;
grant execute on function cases.enter_by_person(uuid, uuid, text, date, timestamptz, bytea) to portolan_portal;

insert into platform.task_allowed (task) values ('correspondence.tell-others');
