-- The office mails a new access code or ends one, and says why; a person of a case ends who represents them on it.

alter table cases.access_notice
  add column asked_by uuid,
  add column asked_why_sealed bytea,
  add column ended_by uuid,
  add column ended_why_sealed bytea,
  add check ((asked_by is null) = (asked_why_sealed is null)),
  add check ((ended_by is null) = (ended_why_sealed is null)),
  add check (ended_by is null or ended_at is not null);
comment on column cases.access_notice.asked_why_sealed is 'Why an officer had it mailed, in their own words, sealed for the case.';
comment on column cases.access_notice.ended_why_sealed is 'Why an officer ended it, in their own words, sealed for the case.';

-- A relation to a case has a name of its own, under which it is ended: of no account and of no person.
alter table cases.party
  add column id uuid not null default gen_random_uuid(),
  add constraint party_id unique (id);

-- Who ends a relation looks at one that is not their own: the applicant at their representative's.
create policy gate_ends on cases.party for update to portolan_gate using (not officer.from_office()) with check (not officer.from_office());
grant update (until_at) on cases.party to portolan_gate;
