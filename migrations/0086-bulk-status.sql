-- One status for many cases at once: looked over first, then carried out by a job.

create table officer.bulk (
  id uuid primary key,
  staff uuid not null references officer.staff,
  status text not null check (length(status) between 1 and 60),
  reason_sealed bytea not null check (octet_length(reason_sealed) <= 65536),
  made_at timestamptz not null,
  confirmed_at timestamptz,
  stopped_at timestamptz,
  ended_at timestamptz,
  check (confirmed_at is not null or (stopped_at is null and ended_at is null))
);
comment on table officer.bulk is
  'Purpose: a supervisor sets one status for many cases: which, why, and how far it has come. Kept: as the cases; what was never '
  'confirmed, seven days. Closing and legal hold: kept. Personal data: the reason, sealed for the change.';
create index bulk_of_staff on officer.bulk (staff, made_at desc);

create table officer.bulk_case (
  bulk uuid not null references officer.bulk on delete cascade,
  receipt_number text not null check (length(receipt_number) between 10 and 20),
  "case" uuid,
  from_status text check (length(from_status) between 1 and 60),
  state text not null check (state in ('can', 'cannot', 'done', 'left')),
  why text check (why in ('unknown', 'not-next', 'protected', 'taken', 'moved-on')),
  primary key (bulk, receipt_number),
  check ((state in ('cannot', 'left')) = (why is not null)),
  check (state = 'cannot' or "case" is not null)
);
comment on table officer.bulk_case is
  'Purpose: each case of a change of many: whether it can be done, and what became of it. Kept: as the change. Personal data: none.';
create index bulk_case_next on officer.bulk_case (bulk, receipt_number) where state = 'can';

do $$
declare its text;
begin
  foreach its in array array['bulk', 'bulk_case'] loop
    execute format('alter table officer.%I enable row level security', its);
    execute format('alter table officer.%I force row level security', its);
    execute format('create policy owner_all on officer.%I to portolan_owner using (true) with check (true)', its);
    execute format('create policy worker_all on officer.%I to portolan_worker using (true) with check (true)', its);
    execute format('grant select on officer.%I to portolan_office, portolan_worker', its);
    execute format('grant insert on officer.%I to portolan_office', its);
  end loop;
end $$;
create policy own on officer.bulk to portolan_office
  using (staff = platform.actor_staff() and officer.is_supervisor()) with check (staff = platform.actor_staff() and officer.is_supervisor());
create policy own on officer.bulk_case to portolan_office
  using (exists (select from officer.bulk its where its.id = bulk_case.bulk)) with check (exists (select from officer.bulk its where its.id = bulk_case.bulk));
grant update (confirmed_at, stopped_at) on officer.bulk to portolan_office;
grant update (ended_at), delete on officer.bulk to portolan_worker;
grant update (state, why) on officer.bulk_case to portolan_worker;
create policy worker_reads on officer.assignment for select to portolan_worker using (true);
create policy worker_ends on officer.assignment for update to portolan_worker using (true) with check (until_at is not null);
grant select on officer.assignment to portolan_worker;
grant update (until_at, ended_by) on officer.assignment to portolan_worker;
insert into platform.task_allowed (task) values ('officer.carry-out-bulk');
