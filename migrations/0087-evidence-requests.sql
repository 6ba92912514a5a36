-- What the agency asks of the people of a case, by when, and what they answered; and outages, which move such deadlines.

create table correspondence.outage (
  id uuid primary key,
  parts text[] not null check (cardinality(parts) between 1 and 20),
  starts_at timestamptz not null,
  ends_at timestamptz,
  words jsonb not null check (jsonb_typeof(words) = 'object'),
  stops_clock boolean not null,
  declared_at timestamptz not null,
  declared_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  applied_at timestamptz,
  moved integer not null default 0 check (moved >= 0),
  check (ends_at > starts_at),
  check ((ends_at is null) = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (applied_at is null or ends_at is not null)
);
comment on table correspondence.outage is
  'Purpose: when people could not answer here, which the agency declared, and how many deadlines moved for it; anybody reads it. '
  'Kept: for good. Closing and legal hold: not concerned. Personal data: which staff member declared, ended or withdrew it.';
create index outage_newest on correspondence.outage (starts_at desc, id);
create index outage_stops on correspondence.outage (starts_at) where stops_clock and applied_at is null;

create table correspondence.request_draft (
  "case" uuid primary key references cases."case",
  version integer not null check (version > 0),
  saved_at timestamptz not null,
  saved_by uuid not null,
  sealed bytea not null
);
comment on table correspondence.request_draft is
  'Purpose: a request that an officer composes and has not sent. Kept: until it is sent or dropped. Closing and legal hold: kept. '
  'Personal data: all of sealed, sealed for the case.';

create table correspondence.evidence_request (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  form text not null check (length(form) between 1 and 20),
  kind text not null check (length(kind) between 1 and 40),
  asks integer not null check (asks between 1 and 50),
  sealed bytea not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  days integer not null check (days between 1 and 400),
  mailed boolean not null,
  due_at timestamptz not null,
  state text not null check (state in ('open', 'answered', 'lapsed', 'withdrawn')),
  ended_at timestamptz,
  way text check (way in ('online', 'paper')),
  answered_by uuid,
  answer_press uuid,
  answered_side text check (answered_side in ('person', 'representative')),
  partial boolean,
  late boolean,
  ended_by uuid,
  why_sealed bytea,
  seen_at timestamptz,
  seen_by uuid,
  copy_key text not null unique check (length(copy_key) between 20 and 64),
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'answered') = (way is not null) and (way is null) = (late is null)),
  check ((way is not distinct from 'online') = (answered_by is not null) and (answered_by is null) = (answered_side is null)),
  check ((answered_by is null) = (partial is null) and (answered_by is null) = (answer_press is null)),
  check ((state = 'withdrawn') = (ended_by is not null) and (ended_by is null) = (why_sealed is null)),
  check ((seen_at is null) = (seen_by is null) and (seen_at is null or state = 'lapsed'))
);
comment on table correspondence.evidence_request is
  'Purpose: a request for evidence or an intent to deny: what it says, when it was sent, by when it is answered, and how it ended. '
  'Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed and why_sealed, sealed for the case; which '
  'account answered.';
create unique index evidence_request_open on correspondence.evidence_request ("case") where state = 'open';
create index evidence_request_of_case on correspondence.evidence_request ("case", sent_at desc, id);
create index evidence_request_due on correspondence.evidence_request (due_at, id) where state in ('open', 'lapsed');
create index evidence_request_unanswered on correspondence.evidence_request (ended_at, id) where state = 'lapsed' and seen_at is null;

create table correspondence.request_ask (
  id uuid primary key,
  request uuid not null references correspondence.evidence_request (id),
  ordinal integer not null check (ordinal between 1 and 50),
  code text check (length(code) between 1 and 60),
  files boolean not null,
  sealed bytea,
  unique (request, ordinal),
  check (code is not null or sealed is not null)
);
comment on table correspondence.request_ask is
  'Purpose: one thing that a request asks for, out of the agency''s list or in an officer''s words. Kept: as the case. Closing and '
  'legal hold: kept. Personal data: all of sealed, sealed for the case.';

create table correspondence.request_answer (
  ask uuid primary key references correspondence.request_ask (id),
  version integer not null check (version > 0),
  lacks boolean not null,
  account uuid not null,
  side text not null check (side in ('person', 'representative')),
  saved_at timestamptz not null,
  sealed bytea
);
comment on table correspondence.request_answer is
  'Purpose: what a person of the case answers to one ask, kept while they gather it and as it was sent. Kept: as the case. Closing '
  'and legal hold: kept. Personal data: all of sealed, sealed for the case; which account wrote it.';

create table correspondence.request_event (
  id uuid primary key,
  request uuid not null references correspondence.evidence_request (id),
  what text not null check (what in ('sent', 'deadline-moved', 'answered', 'lapsed', 'withdrawn', 'open-again')),
  at timestamptz not null,
  due_from timestamptz,
  due_to timestamptz,
  outage uuid references correspondence.outage (id),
  check ((what = 'deadline-moved') = (outage is not null)),
  check ((outage is null) = (due_from is null))
);
comment on table correspondence.request_event is
  'Purpose: what happened to a request, when, and every move of its deadline; rows are only added. Kept: as the case. Closing and '
  'legal hold: kept. Personal data: the relation.';
create index request_event_of on correspondence.request_event (request, at, id);
create unique index request_event_moved_once on correspondence.request_event (request, outage) where outage is not null;

do $$
declare its text;
begin
  foreach its in array array['outage', 'request_draft', 'evidence_request', 'request_ask', 'request_answer', 'request_event'] loop
    execute format('alter table correspondence.%I enable row level security', its);
    execute format('alter table correspondence.%I force row level security', its);
    execute format('create policy owner_all on correspondence.%I to portolan_owner using (true) with check (true)', its);
  end loop;
  foreach its in array array['outage', 'evidence_request', 'request_ask', 'request_answer', 'request_event'] loop
    execute format('create policy worker_all on correspondence.%I to portolan_worker using (true) with check (true)', its);
    execute format('grant select on correspondence.%I to portolan_worker, portolan_office', its);
  end loop;
end $$;

-- Anybody reads what was declared, and nobody who of the agency did.
grant select (id, parts, starts_at, ends_at, words, stops_clock, declared_at, withdrawn_at, applied_at, moved) on correspondence.outage to portolan_portal;
grant insert on correspondence.outage to portolan_office;
grant update (ends_at, ended_at, ended_by, withdrawn_at, withdrawn_by) on correspondence.outage to portolan_office;
grant update (applied_at, moved) on correspondence.outage to portolan_worker;
create policy anybody_reads on correspondence.outage for select to portolan_portal using (true);
create policy office_all on correspondence.outage to portolan_office using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null);

grant select, insert, update, delete on correspondence.request_draft to portolan_office;
grant insert on correspondence.evidence_request, correspondence.request_ask, correspondence.request_event to portolan_office;
grant insert on correspondence.request_event to portolan_worker;
grant update (state, ended_at, way, late, ended_by, why_sealed, seen_at, seen_by) on correspondence.evidence_request to portolan_office;
grant update (state, ended_at, way, late, due_at) on correspondence.evidence_request to portolan_worker;

-- Of a protected case the office has no more here than of the case itself: to who may not see it, it is absent.
create policy office_all on correspondence.request_draft to portolan_office using (platform.actor_staff() is not null and exists (
  select from cases."case" its where its.id = request_draft."case"));
create policy office_all on correspondence.evidence_request to portolan_office using (platform.actor_staff() is not null and exists (
  select from cases."case" its where its.id = evidence_request."case"));
create policy office_all on correspondence.request_ask to portolan_office using (exists (
  select from correspondence.evidence_request its where its.id = request_ask.request));
create policy office_reads on correspondence.request_answer for select to portolan_office using (exists (
  select from correspondence.request_ask ask join correspondence.evidence_request its on its.id = ask.request
  where ask.id = request_answer.ask and its.state = 'answered'));
create policy office_all on correspondence.request_event to portolan_office using (exists (
  select from correspondence.evidence_request its where its.id = request_event.request));

-- Whoever is on the case now has its requests, and answers one while it is open. Who of the agency sent it is not told.
grant select (id, "case", receipt_number, form, kind, asks, sealed, sent_at, days, mailed, due_at, state, ended_at, way, answered_by, answered_side,
  partial, late, answer_press, copy_key) on correspondence.evidence_request to portolan_portal;
grant update (state, ended_at, way, answered_by, answered_side, answer_press, partial, late) on correspondence.evidence_request to portolan_portal;
grant select on correspondence.request_ask, correspondence.request_event to portolan_portal;
grant select, insert, update on correspondence.request_answer to portolan_portal;
grant insert on correspondence.request_event to portolan_portal;

create policy own on correspondence.evidence_request for select to portolan_portal using (correspondence.is_party("case", null));
create policy own_answers on correspondence.evidence_request for update to portolan_portal
  using (state = 'open' and correspondence.is_party("case", null))
  with check (state = 'answered' and way = 'online' and answered_by = any (platform.actor_accounts())
    and correspondence.is_party("case", answered_side));
create policy own on correspondence.request_ask for select to portolan_portal
  using (exists (select from correspondence.evidence_request its where its.id = request_ask.request));
create policy own on correspondence.request_answer for select to portolan_portal
  using (exists (select from correspondence.request_ask ask where ask.id = request_answer.ask));

create function correspondence.answers_open(ask uuid, account uuid, side text) returns boolean
language sql stable security definer set search_path = '' as $$
  select answers_open.account = any (platform.actor_accounts()) and exists (
    select from correspondence.request_ask its join correspondence.evidence_request request on request.id = its.request
    where its.id = answers_open.ask and request.state = 'open' and correspondence.is_party(request."case", answers_open.side))
$$;
comment on function correspondence.answers_open(uuid, uuid, text) is
  'Whether the person who acts is on the case on that side, and the request that asks this is still open.';
revoke all on function correspondence.answers_open(uuid, uuid, text) from public;
grant execute on function correspondence.answers_open(uuid, uuid, text) to portolan_portal;

create policy own_begins on correspondence.request_answer for insert to portolan_portal
  with check (correspondence.answers_open(ask, account, side));
create policy own_goes_on on correspondence.request_answer for update to portolan_portal
  using (exists (select from correspondence.request_ask its where its.id = request_answer.ask))
  with check (correspondence.answers_open(ask, account, side));
create policy own on correspondence.request_event for select to portolan_portal
  using (exists (select from correspondence.evidence_request its where its.id = request_event.request));
create policy own_answered on correspondence.request_event for insert to portolan_portal
  with check (what = 'answered' and exists (select from correspondence.evidence_request its where its.id = request_event.request));

-- A person answers a request, and their case goes on to the status that says so. The portal can set no other.
create function cases.enter_answer(request uuid, change uuid, status text, effective_on date, at timestamptz, reason_sealed bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  answered correspondence.evidence_request;
begin
  select * into answered from correspondence.evidence_request its
    where its.id = enter_answer.request and its.state = 'answered' and its.ended_at = enter_answer.at
      and its.answered_by = any (platform.actor_accounts());
  if not found or not correspondence.is_party(answered."case", null) then
    return false;
  end if;
  insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id, reason_sealed)
    values (enter_answer.change, answered."case", enter_answer.status, enter_answer.effective_on, enter_answer.at, 'account',
      answered.answered_by::text, enter_answer.reason_sealed);
  update cases."case" its set status = enter_answer.status, status_on = enter_answer.effective_on, status_since = enter_answer.at,
    touched_at = enter_answer.at where its.id = answered."case";
  return true;
end
$$;
comment on function cases.enter_answer(uuid, uuid, text, date, timestamptz, bytea) is
  'Enters that a request was answered, in the transaction in which the person who acts answered it. False: they did not.';
revoke all on function cases.enter_answer(uuid, uuid, text, date, timestamptz, bytea) from public;
grant execute on function cases.enter_answer(uuid, uuid, text, date, timestamptz, bytea) to portolan_portal;

insert into platform.task_allowed (task) values ('correspondence.take-answer'), ('correspondence.move-deadlines');
