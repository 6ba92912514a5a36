-- A person of a case sees who represents them on it, or may with a code that was mailed, and ends it; the office does for who asks it to.

alter table cases.party
  add column ended_by uuid,
  add column ended_why_sealed bytea,
  add check ((ended_by is null) = (ended_why_sealed is null)),
  add check (ended_by is null or until_at is not null);
comment on column cases.party.ended_why_sealed is 'Why an officer ended it for the person, in their own words, sealed for the case.';
grant update (ended_by, ended_why_sealed) on cases.party to portolan_office;

create function cases.representatives_of_own(case_id uuid)
returns table (id uuid, since_at timestamptz, joins_until timestamptz, sealed bytea)
language sql stable security definer rows 2 set search_path = '' as $$
  select party.id, party.from_at, null::timestamptz, paper.sealed
  from cases.party left join cases.paper_filing paper on paper."case" = party."case"
  where party."case" = representatives_of_own.case_id and party.role = 'representative' and party.until_at is null
    and cases.is_own(representatives_of_own.case_id)
  union all
  select notice.id, notice.issued_at, notice.expires_at, paper.sealed
  from cases.access_notice notice join cases.paper_filing paper on paper."case" = notice."case"
  where notice."case" = representatives_of_own.case_id and notice.addressee = 'representative' and notice.ended_at is null
    and notice.code_hash is not null and cases.is_own(representatives_of_own.case_id)
$$;
comment on function cases.representatives_of_own(uuid) is
  'Who represents the person who acts on a case of theirs, and who may join it with a code that stands; with the sealed form, which names them.';
revoke all on function cases.representatives_of_own(uuid) from public;
grant execute on function cases.representatives_of_own(uuid) to portolan_portal;

-- Whoever is told that somebody joined their case, or left it, is told by the channels they chose: both happen through the gate.
create policy gate_reads on notifications.choice for select to portolan_gate using (not officer.from_office());
grant select on notifications.choice to portolan_gate;
