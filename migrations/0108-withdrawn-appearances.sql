-- What is left to a representative of a client whose case they are on no longer: the day it ended, by whom, and the client's name.

create table representation.withdrawn_appearance (
  id uuid primary key,
  account uuid not null references accounts.account,
  ended_at timestamptz not null,
  ended_from text not null check (ended_from in ('client', 'office', 'representative')),
  to_name uuid,
  name_sealed bytea,
  check ((to_name is null) = (name_sealed is not null))
);
comment on table representation.withdrawn_appearance is
  'Purpose: when a representative ceased to represent somebody, who ended it, and how the client is called; nothing of the case. '
  'Kept: as the account of the representative. Closing: deleted. Legal hold: kept. Personal data: the client''s name, sealed for the representative.';
comment on column representation.withdrawn_appearance.to_name is 'The case by whose papers the name is still to be written down; from then on null, and nothing leads to the case.';
create index withdrawn_appearance_of on representation.withdrawn_appearance (account, ended_at desc, id);
create index withdrawn_appearance_to_name on representation.withdrawn_appearance (id) where to_name is not null;

alter table representation.withdrawn_appearance enable row level security;
alter table representation.withdrawn_appearance force row level security;
create policy owner_all on representation.withdrawn_appearance to portolan_owner using (true) with check (true);
create policy worker_all on representation.withdrawn_appearance to portolan_worker using (true) with check (true);
create policy own on representation.withdrawn_appearance for select to portolan_portal using (account = any (platform.actor_accounts()));
-- No role of the portal reads which case it was.
grant select (id, account, ended_at, ended_from, name_sealed) on representation.withdrawn_appearance to portolan_portal;
grant select, update (to_name, name_sealed), delete on representation.withdrawn_appearance to portolan_worker;

insert into platform.task_allowed (task) values ('representation.name-withdrawn');

-- Whoever ends it and in whichever way, the row is written by the same transaction; the name follows by a job, which alone may read it.
create function representation.keep_withdrawn() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into representation.withdrawn_appearance (id, account, ended_at, ended_from, to_name)
  values (new.id, new.account, new.until_at, case
    when platform.actor_staff() is not null then 'office'
    when new.account = any (platform.actor_accounts()) then 'representative'
    when platform.actor_account() is not null then 'client'
    else 'office' end, new."case")
  on conflict (id) do nothing;
  perform platform.enqueue('representation.name-withdrawn', json_build_object('appearance', new.id), job_key => 'withdrawn:' || new.id);
  return null;
end
$$;
comment on function representation.keep_withdrawn() is 'Keeps for a representative that they represent somebody no longer.';
revoke all on function representation.keep_withdrawn() from public;
create trigger keep_withdrawn after update of until_at on cases.party
  for each row when (new.role = 'representative' and old.until_at is null and new.until_at is not null) execute function representation.keep_withdrawn();
