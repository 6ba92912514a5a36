-- How long a form has taken to be decided: a count over many cases, made once a day, for everybody to see.

create table cases.usual_time (
  form text primary key check (length(form) between 1 and 40),
  -- Fewer would say little, and might say something of one of them.
  decided int not null check (decided >= 30),
  lower_days int not null check (lower_days >= 0),
  upper_days int not null check (upper_days >= lower_days),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  counted_at timestamptz not null
);
comment on table cases.usual_time is
  'Purpose: how many days half of the cases of a form took from receipt to decision, of those decided in a year; counted anew '
  'each day, protected cases left out. Kept: until the next count. Closing an account: nothing. Legal hold: nothing. '
  'Personal data: none.';
alter table cases.usual_time enable row level security;
alter table cases.usual_time force row level security;
create policy owner_all on cases.usual_time to portolan_owner using (true) with check (true);
create policy worker_all on cases.usual_time to portolan_worker using (true) with check (true);
create policy everybody_reads on cases.usual_time for select to portolan_portal using (true);
grant select on cases.usual_time to portolan_portal, portolan_worker;
grant insert, delete on cases.usual_time to portolan_worker;
