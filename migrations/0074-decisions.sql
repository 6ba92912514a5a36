-- Decisions on cases: approved by one officer where every check is clear; denied, reopened, or a motion refused by two people.

create table correspondence.decision (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  kind text not null check (kind in ('approval', 'denial', 'reopening', 'motion-refusal')),
  from_status text not null check (length(from_status) between 1 and 60),
  grounds text[] not null check (cardinality(grounds) <= 20),
  words_sealed bytea check (octet_length(words_sealed) <= 65536),
  note_sealed bytea not null check (octet_length(note_sealed) <= 65536),
  motion uuid,
  state text not null check (state in ('proposed', 'taken-back', 'returned', 'overtaken', 'made')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  reviewed_by uuid check (reviewed_by <> proposed_by),
  reviewed_at timestamptz,
  answer_sealed bytea check (octet_length(answer_sealed) <= 65536),
  made_at timestamptz,
  motion_due_at timestamptz,
  check ((reviewed_by is null) = (reviewed_at is null)),
  check ((made_at is null) = (state <> 'made')),
  check ((reviewed_by is not null) = (state = 'returned' or (state = 'made' and kind <> 'approval'))),
  check (kind = 'approval' or cardinality(grounds) > 0)
);
comment on table correspondence.decision is
  'Purpose: a decision on a case: who proposed it, on which grounds and why, and which other person agreed or returned it. Kept: as '
  'the case. Closing and legal hold: kept. Personal data: the words to the person and the notes of the office, sealed for the case.';
create unique index decision_proposed on correspondence.decision ("case") where state = 'proposed';
create index decision_of_case on correspondence.decision ("case", proposed_at desc, id);
create index decision_waits on correspondence.decision (proposed_at, id) where state = 'proposed';

create table officer.check_result (
  id uuid primary key,
  "case" uuid not null references cases."case",
  gate text not null check (length(gate) between 1 and 60),
  outcome text not null check (outcome in ('clear', 'hit')),
  done_on date not null,
  note_sealed bytea check (octet_length(note_sealed) <= 65536),
  staff uuid not null,
  at timestamptz not null
);
comment on table officer.check_result is
  'Purpose: what a check of fingerprints or of records came to, without which nothing is approved; the newest of each counts. Kept: '
  'as the case. Closing and legal hold: kept. Personal data: the note of the officer, sealed for the case. Seen by the office alone.';
create index check_of_case on officer.check_result ("case", gate, at desc);

create table officer.interview_note (
  id uuid primary key,
  "case" uuid not null references cases."case",
  sealed bytea not null check (octet_length(sealed) <= 131072),
  staff uuid not null,
  at timestamptz not null
);
comment on table officer.interview_note is
  'Purpose: what an officer wrote down in an interview; rows are only ever added. Kept: as the case. Closing and legal hold: kept. '
  'Personal data: all of sealed, sealed for the case. Seen by the office alone.';
create index interview_note_of_case on officer.interview_note ("case", at, id);

create table officer.conflict (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  staff uuid not null,
  why text not null check (length(why) between 1 and 60),
  note_sealed bytea check (octet_length(note_sealed) <= 65536),
  declared_at timestamptz not null,
  seen_by uuid,
  seen_at timestamptz,
  lifted_by uuid check (lifted_by <> staff),
  lifted_at timestamptz,
  lift_note_sealed bytea check (octet_length(lift_note_sealed) <= 65536),
  check ((lifted_by is null) = (lifted_at is null)),
  check ((seen_by is null) = (seen_at is null))
);
comment on table officer.conflict is
  'Purpose: that somebody of the office may not work on a case, because it is theirs or of somebody close to them; while it stands, '
  'the case is absent to them. Kept: as the case. Closing and legal hold: kept. Personal data: the notes, sealed for the case.';
create unique index conflict_stands on officer.conflict ("case", staff) where lifted_at is null;
create index conflict_of_staff on officer.conflict (staff) where lifted_at is null;
create index conflict_standing on officer.conflict (declared_at, id) where lifted_at is null;

create function officer.own_conflicts() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(its."case"), '{}') from officer.conflict its
  where its.staff = platform.actor_staff() and its.lifted_at is null
$$;
comment on function officer.own_conflicts() is 'The cases on which the staff who acts declared a conflict of interest that stands.';
revoke all on function officer.own_conflicts() from public;
grant execute on function officer.own_conflicts() to portolan_office;

-- To who declared a conflict, the case is as absent as one that is not there, in every list and to every operation.
create policy office_not_conflicted on cases."case" as restrictive to portolan_office
  using (id <> all ((select officer.own_conflicts())::uuid[])) with check (id <> all ((select officer.own_conflicts())::uuid[]));

do $$
declare its text;
begin
  foreach its in array array['correspondence.decision', 'officer.check_result', 'officer.interview_note', 'officer.conflict'] loop
    execute format('alter table %s enable row level security', its);
    execute format('alter table %s force row level security', its);
    execute format('create policy owner_all on %s to portolan_owner using (true) with check (true)', its);
    execute format('grant select, insert on %s to portolan_office', its);
  end loop;
end $$;

grant select on correspondence.decision to portolan_worker;
create policy worker_reads on correspondence.decision for select to portolan_worker using (true);
grant update (state, reviewed_by, reviewed_at, answer_sealed, made_at, motion_due_at) on correspondence.decision to portolan_office;
create policy office_reads on correspondence.decision for select to portolan_office using (
  platform.actor_staff() is not null and exists (select from cases."case" its where its.id = decision."case"));
create policy office_proposes on correspondence.decision for insert to portolan_office with check (
  proposed_by = platform.actor_staff() and exists (select from cases."case" its where its.id = decision."case")
  and (state = 'proposed' or (state = 'made' and kind = 'approval')));
create policy office_reviews on correspondence.decision for update to portolan_office
  using (state = 'proposed' and exists (select from cases."case" its where its.id = decision."case"))
  with check (
    (state in ('made', 'returned') and reviewed_by = platform.actor_staff() and officer.is_supervisor())
    or (state = 'taken-back' and proposed_by = platform.actor_staff())
    or state = 'overtaken');
-- Its people read what was decided, and neither a note nor who decided.
grant select (id, "case", receipt_number, kind, grounds, words_sealed, state, made_at, motion_due_at) on correspondence.decision to portolan_portal;
create policy own on correspondence.decision for select to portolan_portal using (state = 'made' and correspondence.is_party("case", null));

create policy office_reads on officer.check_result for select to portolan_office using (
  platform.actor_staff() is not null and exists (select from cases."case" its where its.id = check_result."case"));
create policy office_adds on officer.check_result for insert to portolan_office with check (
  staff = platform.actor_staff() and exists (select from cases."case" its where its.id = check_result."case"));
create policy office_reads on officer.interview_note for select to portolan_office using (
  platform.actor_staff() is not null and exists (select from cases."case" its where its.id = interview_note."case"));
create policy office_adds on officer.interview_note for insert to portolan_office with check (
  staff = platform.actor_staff() and exists (select from cases."case" its where its.id = interview_note."case"));

grant update (seen_by, seen_at, lifted_by, lifted_at, lift_note_sealed) on officer.conflict to portolan_office;
create policy office_reads on officer.conflict for select to portolan_office using (staff = platform.actor_staff() or officer.is_supervisor());
create policy office_declares on officer.conflict for insert to portolan_office with check (staff = platform.actor_staff() and lifted_at is null and seen_at is null);
create policy office_lifts on officer.conflict for update to portolan_office
  using (officer.is_supervisor() and staff <> platform.actor_staff())
  with check (coalesce(lifted_by, seen_by) = platform.actor_staff());

grant update (office) on cases."case" to portolan_office;
