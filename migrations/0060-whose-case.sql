-- An officer says whose a form on paper is: who looks at it now, what each of them did and why, and who chose first where two
-- people have to choose the same.

alter table officer.possible_duplicate
  add column taken_by uuid,
  add column taken_at timestamptz,
  add column asked_by uuid,
  add column asked_account uuid,
  add column answer text check (answer in ('theirs', 'new')),
  add check ((taken_by is null) = (taken_at is null)),
  add check (taken_by is null or decided_at is null),
  add check ((asked_by is null) = (asked_account is null)),
  add check ((decided_at is null) = (answer is null)),
  add check ((decided_at is null) = (account is null)),
  add check (decided_by is null or asked_by is null or decided_by <> asked_by);
comment on column officer.possible_duplicate.asked_by is
  'Who chose an account that somebody signs in to: the case is theirs once another one chooses the same.';

drop index officer.possible_duplicate_waits;
create index possible_duplicate_waits on officer.possible_duplicate (noted_at, "case") where decided_at is null;

create table officer.duplicate_act (
  id uuid primary key,
  ordinal bigint not null generated always as identity,
  "case" uuid not null,
  kind text not null check (kind in ('taken', 'put-back', 'asked', 'taken-back', 'decided')),
  staff uuid not null,
  answer text check (answer in ('theirs', 'new')),
  account uuid,
  reason_sealed bytea,
  at timestamptz not null,
  check ((kind in ('asked', 'decided')) = (reason_sealed is not null)),
  check ((kind in ('asked', 'decided')) = (answer is not null)),
  check ((answer is not null) = (account is not null))
);
comment on table officer.duplicate_act is
  'Purpose: what officers did about a form that may be of a person who has an account already: who took it up, put it back, chose '
  'whose it is, and why. Kept: as the case. Closing and legal hold: kept. Personal data: the relation; the officer''s own words, '
  'sealed for the case.';
create index duplicate_act_of on officer.duplicate_act ("case", ordinal);
alter table officer.duplicate_act enable row level security;
alter table officer.duplicate_act force row level security;
create policy owner_all on officer.duplicate_act to portolan_owner using (true) with check (true);
create policy office_reads on officer.duplicate_act for select to portolan_office using (platform.actor_staff() is not null);
create policy own_acts on officer.duplicate_act for insert to portolan_office with check (staff = platform.actor_staff());
grant select, insert on officer.duplicate_act to portolan_office;

create function accounts.hold_standing(account uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  held uuid := hold_standing.account;
  leads uuid;
begin
  loop
    perform from accounts.account its where its.id = held for share;
    select f.kept into leads from accounts.forwarding f where f.retired = held;
    exit when leads is null;
    held := leads;
  end loop;
  return (select its.id from accounts.account its where its.id = held and its.closed_at is null);
end
$$;
comment on function accounts.hold_standing(uuid) is
  'The account that this one leads to now, locked so that it is neither closed, merged nor claimed before the transaction ends. Null: it is closed.';
revoke all on function accounts.hold_standing(uuid) from public;
grant execute on function accounts.hold_standing(uuid) to portolan_office;
