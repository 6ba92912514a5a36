-- A withdrawal that came on paper is an act of its own: when it came, who signed it, and which officer took it.

create table correspondence.paper_withdrawal (
  id uuid primary key,
  "case" uuid not null references cases."case",
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  received_on date not null,
  name_sealed bytea not null check (octet_length(name_sealed) <= 4096),
  why_sealed bytea check (octet_length(why_sealed) <= 65536),
  by uuid not null,
  at timestamptz not null
);
comment on table correspondence.paper_withdrawal is
  'Purpose: that a case was withdrawn by a paper, the day it came, the name it is signed with, and why an officer took it though that is '
  'not the name we know; rows are only ever added. Kept: as the case. Closing and legal hold: kept. Personal data: the signed name and '
  'the words of the office, sealed for the case.';
create index paper_withdrawal_of_case on correspondence.paper_withdrawal ("case", at desc);

alter table correspondence.paper_withdrawal enable row level security;
alter table correspondence.paper_withdrawal force row level security;
create policy owner_all on correspondence.paper_withdrawal to portolan_owner using (true) with check (true);
create policy worker_reads on correspondence.paper_withdrawal for select to portolan_worker using (true);
create policy office_reads on correspondence.paper_withdrawal for select to portolan_office using (
  platform.actor_staff() is not null and exists (select from cases."case" its where its.id = paper_withdrawal."case"));
create policy office_adds on correspondence.paper_withdrawal for insert to portolan_office with check (
  by = platform.actor_staff() and exists (select from cases."case" its where its.id = paper_withdrawal."case"));
create policy own on correspondence.paper_withdrawal for select to portolan_portal using (correspondence.is_party("case", null));
grant select on correspondence.paper_withdrawal to portolan_worker;
grant select, insert on correspondence.paper_withdrawal to portolan_office;
-- Its person reads when it came and how it is signed, and neither the words of the office nor who took it.
grant select (id, "case", receipt_number, received_on, name_sealed, at) on correspondence.paper_withdrawal to portolan_portal;
