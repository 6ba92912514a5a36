-- Paper that comes later for a case: an answer, a change of address, a letter of ours that came back; and mail that waits
-- while it would only come back.

create table cases.later_paper (
  id uuid primary key,
  ordinal bigint not null generated always as identity,
  "case" uuid not null references cases."case" (id),
  kind text not null check (kind in ('answer', 'address', 'returned-mail', 'other')),
  received_on date not null,
  taken_at timestamptz not null,
  taken_by text not null check (length(taken_by) between 1 and 100),
  outcome text not null check (outcome in ('kept', 'answered', 'after-decision', 'applied', 'waits', 'declined', 'overtaken', 'held')),
  sealed bytea,
  letter uuid references cases.letter (id),
  reason text check (reason in ('moved', 'unknown', 'refused', 'insufficient-address', 'other')),
  settled_at timestamptz,
  settled_by uuid,
  check ((kind = 'returned-mail') = (reason is not null)),
  check (kind <> 'address' or sealed is not null),
  check (letter is null or kind = 'returned-mail'),
  check ((settled_at is null) = (settled_by is null))
);
comment on table cases.later_paper is
  'Purpose: a paper that came by mail for a known case: what it is, the day it was received, who took it in and what came of it; '
  'the address that stands on it, sealed. Kept: as the case. Closing and legal hold: kept. Personal data: all of sealed, sealed for the case.';
create index later_paper_of_case on cases.later_paper ("case", ordinal);
create unique index later_paper_letter on cases.later_paper (letter) where letter is not null;
create index later_paper_to_settle on cases.later_paper (taken_at) where outcome in ('waits', 'after-decision') and settled_at is null;

create table cases.mail_hold (
  id uuid primary key,
  "case" uuid not null references cases."case" (id),
  addressee text not null check (addressee in ('applicant', 'representative')),
  paper uuid not null references cases.later_paper (id),
  since_at timestamptz not null,
  since_on date not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('changed', 'confirmed')),
  check ((ended_at is null) = (ended_as is null))
);
comment on table cases.mail_hold is
  'Purpose: that mail to somebody of a case comes back, from when until an address is confirmed or changed: their letters wait '
  'meanwhile. Kept: as the case. Closing and legal hold: kept. Personal data: the relation.';
create unique index mail_hold_stands on cases.mail_hold ("case", addressee) where ended_at is null;

-- An address that came on paper is no press of a button, and may be of a person without an account.
alter table cases.address_change
  alter column press drop not null,
  alter column account drop not null,
  add column paper uuid references cases.later_paper (id),
  add check ((press is null) <> (paper is null)),
  add check (press is null or account is not null);
create unique index address_change_of_paper on cases.address_change (paper, "case") where paper is not null;
create policy office_adds on cases.address_change for insert to portolan_office
  with check (platform.actor_staff() is not null and paper is not null);
grant insert on cases.address_change to portolan_office, portolan_worker;

do $$
declare its text;
begin
  foreach its in array array['later_paper', 'mail_hold'] loop
    execute format('alter table cases.%I enable row level security', its);
    execute format('alter table cases.%I force row level security', its);
    execute format('create policy owner_all on cases.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_all on cases.%I to portolan_worker using (true) with check (true)', its);
    execute format('create policy office_all on cases.%I to portolan_office using (platform.actor_staff() is not null) with check (platform.actor_staff() is not null)', its);
    execute format('grant select, insert, update on cases.%I to portolan_worker, portolan_office', its);
    execute format('create policy own on cases.%I for select to portolan_portal using (exists (
      select from cases.party
      where party."case" = %I."case" and party.account = any (platform.actor_accounts()) and party.until_at is null))', its, its);
  end loop;
end $$;
grant select (id, ordinal, "case", kind, received_on, taken_at, outcome) on cases.later_paper to portolan_portal;

-- Whoever a case is of says that its mail reaches them; of a protected case nobody does from the portal (8 U.S.C. 1367).
create policy own_ends on cases.mail_hold for update to portolan_portal
  using (addressee = 'applicant' and exists (
    select from cases.party join cases."case" its on its.id = party."case"
    where party."case" = mail_hold."case" and party.account = any (platform.actor_accounts()) and party.until_at is null
      and party.role <> 'representative' and not its.protected))
  with check (true);
grant select on cases.mail_hold to portolan_portal;
grant update (ended_at, ended_as) on cases.mail_hold to portolan_portal;
