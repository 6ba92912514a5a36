-- Which worker processes are alive, so that the jobs of a killed one go on at once.

create table platform.worker_process (
  id uuid primary key,
  lock_key int not null unique,
  pool_ids text[] not null default '{}',
  started_at timestamptz not null
);
comment on table platform.worker_process is
  'Purpose: the pools of workers of each process, under whose names jobs are locked; a process that lives holds the advisory lock of its key. '
  'Kept: until another process finds it gone. Personal data: none.';
alter table platform.worker_process enable row level security;
alter table platform.worker_process force row level security;
create policy owner_all on platform.worker_process to portolan_owner using (true) with check (true);
create policy worker_all on platform.worker_process to portolan_worker using (true) with check (true);
grant select, insert, update, delete on platform.worker_process to portolan_worker;
