-- What is still open on a case ends with it: when its person withdraws it, or the office decides or closes it.

alter table correspondence.evidence_request
  add column ended_with text check (ended_with in ('withdrawal', 'decision', 'closing')),
  add constraint evidence_request_ended_with_case check (ended_with is null or state = 'withdrawn'),
  drop constraint evidence_request_check4,
  add constraint evidence_request_check4 check (
    (state = 'withdrawn') = (ended_by is not null)
    and (ended_by is not null and ended_with is distinct from 'withdrawal') = (why_sealed is not null));
comment on column correspondence.evidence_request.ended_with is 'It ended because the case did, and how; null: by itself.';
grant select (ended_with) on correspondence.evidence_request to portolan_portal;
grant update (ended_with) on correspondence.evidence_request to portolan_office;

create function correspondence.end_with_withdrawal(withdrawal uuid, why text) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  ended correspondence.withdrawal;
begin
  select * into ended from correspondence.withdrawal its
    where its.id = end_with_withdrawal.withdrawal and its.account = any (platform.actor_accounts());
  if not found or not cases.is_on(ended."case") or not exists (
    select from cases."case" its where its.id = ended."case" and its.status_since = ended.at
  ) then
    raise exception 'nothing ends with a withdrawal that was not made' using errcode = 'insufficient_privilege';
  end if;
  with closed as (
    update correspondence.evidence_request its
      set state = 'withdrawn', ended_at = ended.at, ended_by = ended.account, ended_with = 'withdrawal'
      where its."case" = ended."case" and its.state = 'open' returning its.id
  )
  insert into correspondence.request_event (id, request, what, at)
    select gen_random_uuid(), closed.id, 'withdrawn', ended.at from closed;
  -- Nobody has to look at an answer that never came, and no outage opens the request again.
  update correspondence.evidence_request its set seen_at = ended.at, seen_by = ended.account
    where its."case" = ended."case" and its.state = 'lapsed' and its.seen_at is null;
  update correspondence.identity_check its set decided_at = ended.at, decided_by = ended.account, outcome = 'withdrawn'
    where its."case" = ended."case" and its.decided_at is null;
  update cases.task its set ended_at = ended.at, ended_how = 'withdrawn'
    where its."case" = ended."case" and its.ended_at is null;
  return query
    with cancelled as (
      update correspondence.appointment its
        set state = 'cancelled', why = end_with_withdrawal.why, changed_at = ended.at, sequence = its.sequence + 1
        where its."case" = ended."case" and its.state in ('booked', 'to-rebook') returning its.id, its.starts_at
    )
    insert into correspondence.appointment_step (id, appointment, at, what, side, account, from_at, why)
      select gen_random_uuid(), cancelled.id, ended.at, 'cancelled', 'person', ended.account, cancelled.starts_at, end_with_withdrawal.why
      from cancelled returning appointment_step.id;
end $$;
comment on function correspondence.end_with_withdrawal(uuid, text) is
  'Ends what is still open on a case that the person who acts has just withdrawn; the steps of the appointments that were cancelled, of which nobody was told yet.';
revoke all on function correspondence.end_with_withdrawal(uuid, text) from public;
grant execute on function correspondence.end_with_withdrawal(uuid, text) to portolan_portal;
