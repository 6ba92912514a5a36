-- Queues can be filtered by requests whose answer waits to be read, and by requests that nobody answered. What is so of a case
-- stands on the case itself, kept there by a trigger, so that a filtered queue is read along an index in the order of the queue.

alter table cases."case"
  add column answer_waits boolean not null default false,
  add column lapse_waits boolean not null default false;
comment on column cases."case".answer_waits is 'A request about it was answered, and no officer has read the answer.';
comment on column cases."case".lapse_waits is 'Nobody answered a request about it in time, and no officer has taken note of that.';
create index case_waiting_answer on cases."case" (status, status_since, id) where answer_waits;
create index case_waiting_lapse on cases."case" (status, status_since, id) where lapse_waits;

-- An answer, too, is seen by an officer.
alter table correspondence.evidence_request drop constraint evidence_request_check5;
alter table correspondence.evidence_request add constraint evidence_request_seen_check
  check ((seen_at is null) = (seen_by is null) and (seen_at is null or state in ('lapsed', 'answered')));
-- Paper that comes for one that lapsed and was seen is an answer that nobody has seen.
grant update (seen_at, seen_by) on correspondence.evidence_request to portolan_worker;
create index evidence_request_unread on correspondence.evidence_request ("case", state) where seen_at is null and state in ('lapsed', 'answered');

create function cases.note_request_waits() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update cases."case" its set answer_waits = now_so.answered, lapse_waits = now_so.lapsed
    from (select
        exists (select from correspondence.evidence_request unread
          where unread."case" = new."case" and unread.state = 'answered' and unread.seen_at is null) as answered,
        exists (select from correspondence.evidence_request unread
          where unread."case" = new."case" and unread.state = 'lapsed' and unread.seen_at is null) as lapsed) now_so
    where its.id = new."case" and (its.answer_waits, its.lapse_waits) is distinct from (now_so.answered, now_so.lapsed);
  return null;
end
$$;
comment on function cases.note_request_waits() is 'Writes on a case whether a request about it has an answer that waits to be read, or lapsed unseen.';
revoke all on function cases.note_request_waits() from public;
create trigger note_request_waits after insert or update of state, seen_at on correspondence.evidence_request
  for each row execute function cases.note_request_waits();

update cases."case" its set
    answer_waits = exists (select from correspondence.evidence_request unread
      where unread."case" = its.id and unread.state = 'answered' and unread.seen_at is null),
    lapse_waits = exists (select from correspondence.evidence_request unread
      where unread."case" = its.id and unread.state = 'lapsed' and unread.seen_at is null)
  where its.id in (select "case" from correspondence.evidence_request where seen_at is null and state in ('lapsed', 'answered'));

alter table officer.saved_view add column request text check (request in ('answered', 'lapsed'));
