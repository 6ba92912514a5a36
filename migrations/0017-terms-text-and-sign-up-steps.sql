-- What exactly was agreed to, and how many sign-ups get past each step.

-- The words behind a version could be changed in a pack by mistake: this shows it.
alter table accounts.terms_agreement add column text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$');
comment on column accounts.terms_agreement.text_sha256 is
  'SHA-256 of the text that was shown, all its words by key; null before texts were hashed.';

create table accounts.sign_up_step_count (
  day date not null,
  step text not null check (length(step) between 1 and 40),
  done int not null check (done > 0),
  primary key (day, step)
);
comment on table accounts.sign_up_step_count is
  'Purpose: how many sign-ups got past each step on a day, to see where people stop; counted only for devices whose '
  'storage preferences allow analytics. Kept: 400 days. Closing and legal hold: nothing of anyone is in it. '
  'Personal data: none: no account, no device, no time of day.';
alter table accounts.sign_up_step_count enable row level security;
alter table accounts.sign_up_step_count force row level security;
create policy owner_all on accounts.sign_up_step_count to portolan_owner using (true) with check (true);
create policy worker_all on accounts.sign_up_step_count to portolan_worker using (true) with check (true);
grant select, delete on accounts.sign_up_step_count to portolan_worker;

-- The portal may add one and read nothing. Neither transaction nor entry in the record: either would tie the count to its person.
create function accounts.count_sign_up_step(step text, day date) returns void
  language sql volatile security definer set search_path = ''
as $$
  insert into accounts.sign_up_step_count as counted (day, step, done)
  values (count_sign_up_step.day, count_sign_up_step.step, 1)
  on conflict (day, step) do update set done = counted.done + 1
$$;
comment on function accounts.count_sign_up_step is 'Adds one to the sign-ups that got past a step on a day.';
revoke execute on function accounts.count_sign_up_step from public;
grant execute on function accounts.count_sign_up_step to portolan_portal;
