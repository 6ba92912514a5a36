-- What the office does with a case beside deciding it: to another office, on hold, a motion that came, a card made and mailed.

create table correspondence.transfer (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  from_office text check (length(from_office) between 1 and 60),
  to_office text not null check (length(to_office) between 1 and 60),
  reason text not null check (length(reason) between 1 and 60),
  note_sealed bytea not null check (octet_length(note_sealed) <= 65536),
  by uuid not null,
  at timestamptz not null,
  check (from_office is distinct from to_office)
);
comment on table correspondence.transfer is
  'Purpose: which office gave a case to which, why and when; rows are only ever added. Kept: as the case. Closing and legal hold: '
  'kept. Personal data: the note of the office, sealed for the case.';
create index transfer_of_case on correspondence.transfer ("case", at desc);

create table correspondence.hold (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  kind text not null check (length(kind) between 1 and 60),
  from_status text not null check (length(from_status) between 1 and 60),
  status text not null check (length(status) between 1 and 60),
  until_on date,
  note_sealed bytea not null check (octet_length(note_sealed) <= 65536),
  by uuid not null,
  at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  release_note_sealed bytea check (octet_length(release_note_sealed) <= 65536),
  check ((released_by is null) = (released_at is null))
);
comment on table correspondence.hold is
  'Purpose: that a case waits, why and until when, and who let it go on. Kept: as the case. Closing and legal hold: kept. Personal '
  'data: the notes of the office, sealed for the case.';
create unique index hold_stands on correspondence.hold ("case") where released_at is null;

create table correspondence.motion (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  kind text not null check (length(kind) between 1 and 60),
  way text not null check (way in ('paper', 'message')),
  came_on date not null,
  due_at timestamptz,
  in_time boolean,
  note_sealed bytea not null check (octet_length(note_sealed) <= 65536),
  by uuid not null,
  at timestamptz not null,
  check ((due_at is null) = (in_time is null))
);
comment on table correspondence.motion is
  'Purpose: a motion against a decision, when it came and whether in time; what came of it is the decision that names it. Kept: as the '
  'case. Closing and legal hold: kept. Personal data: the note of the office, sealed for the case.';
create index motion_of_case on correspondence.motion ("case", at desc);

create table correspondence.card (
  id uuid primary key,
  ordinal bigint generated always as identity,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  kind text not null check (length(kind) between 1 and 60),
  replaces uuid references correspondence.card (id),
  ordered_at timestamptz not null
);
comment on table correspondence.card is
  'Purpose: a card or document that is made after an approval, and which one it replaces. Kept: as the case. Closing and legal hold: '
  'kept. Personal data: none by itself.';
create index card_of_case on correspondence.card ("case", ordinal desc);

create table correspondence.card_step (
  id uuid primary key,
  ordinal bigint generated always as identity,
  card uuid not null references correspondence.card (id),
  step text not null check (step in ('ordered', 'produced', 'mailed', 'picked-up', 'delivered', 'returned', 'destroyed')),
  done_on date not null,
  carrier text check (length(carrier) between 1 and 60),
  tracking_sealed bytea check (octet_length(tracking_sealed) <= 4096),
  by uuid not null,
  at timestamptz not null,
  check (step = 'mailed' or (carrier is null and tracking_sealed is null))
);
comment on table correspondence.card_step is
  'Purpose: how far a card is on its way, and by which number it is found there; rows are only ever added. Kept: as the case. Closing '
  'and legal hold: kept. Personal data: the tracking number, sealed for the case.';
create index card_step_of_card on correspondence.card_step (card, ordinal);

-- Of two results of one moment the one that was entered last counts.
alter table officer.check_result add column ordinal bigint generated always as identity;
drop index officer.check_of_case;
create index check_of_case on officer.check_result ("case", ordinal desc);

do $$
declare its text;
begin
  foreach its in array array['transfer', 'hold', 'motion', 'card', 'card_step'] loop
    execute format('alter table correspondence.%I enable row level security', its);
    execute format('alter table correspondence.%I force row level security', its);
    execute format('create policy owner_all on correspondence.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_reads on correspondence.%I for select to portolan_worker using (true)', its);
    execute format('grant select on correspondence.%I to portolan_worker', its);
    execute format('grant select, insert on correspondence.%I to portolan_office', its);
  end loop;
  foreach its in array array['transfer', 'hold', 'motion', 'card'] loop
    execute format('create policy office_reads on correspondence.%1$I for select to portolan_office using (
      platform.actor_staff() is not null and exists (select from cases."case" its where its.id = %1$I."case"))', its);
    execute format('create policy own on correspondence.%I for select to portolan_portal using (correspondence.is_party("case", null))', its);
  end loop;
  foreach its in array array['transfer', 'hold', 'motion'] loop
    execute format('create policy office_adds on correspondence.%1$I for insert to portolan_office with check (
      by = platform.actor_staff() and exists (select from cases."case" its where its.id = %1$I."case"))', its);
  end loop;
end $$;
create policy office_adds on correspondence.card for insert to portolan_office with check (
  platform.actor_staff() is not null and exists (select from cases."case" its where its.id = card."case"));
create policy office_reads on correspondence.card_step for select to portolan_office using (
  exists (select from correspondence.card where card.id = card_step.card));
create policy office_adds on correspondence.card_step for insert to portolan_office with check (
  by = platform.actor_staff() and exists (select from correspondence.card where card.id = card_step.card));
create policy own on correspondence.card_step for select to portolan_portal using (
  exists (select from correspondence.card where card.id = card_step.card));
grant update (released_by, released_at, release_note_sealed) on correspondence.hold to portolan_office;
create policy office_releases on correspondence.hold for update to portolan_office
  using (released_at is null and exists (select from cases."case" its where its.id = hold."case")) with check (released_by = platform.actor_staff());
-- Its people read what was done and why in the agency's words, and neither a note nor who did it.
grant select (id, "case", receipt_number, from_office, to_office, reason, at) on correspondence.transfer to portolan_portal;
grant select (id, "case", receipt_number, kind, until_on, at, released_at) on correspondence.hold to portolan_portal;
grant select (id, "case", receipt_number, kind, came_on, due_at, in_time, at) on correspondence.motion to portolan_portal;
grant select on correspondence.card to portolan_portal;
grant select (id, ordinal, card, step, done_on, carrier, tracking_sealed, at) on correspondence.card_step to portolan_portal;
