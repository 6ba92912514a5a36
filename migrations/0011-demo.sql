-- Whether the demonstration was filled with its people.

create table platform.demo_seed (
  only_one boolean primary key default true check (only_one),
  begun_at timestamptz not null,
  done_at timestamptz
);
comment on table platform.demo_seed is
  'Purpose: whether filling the demonstration was begun and done; production has no row. Kept: for ever. '
  'Personal data: none.';
alter table platform.demo_seed enable row level security;
alter table platform.demo_seed force row level security;
create policy owner_all on platform.demo_seed to portolan_owner using (true) with check (true);
create policy worker_all on platform.demo_seed to portolan_worker using (true) with check (true);
grant select, insert, update on platform.demo_seed to portolan_worker;
