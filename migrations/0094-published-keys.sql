-- Public keys behind the signatures of notices: one that leaves the master key stays, so that what it signed can be checked for ever.

create table correspondence.notice_key (
  key_id text not null check (key_id ~ '^[a-z0-9][a-z0-9-]{0,15}$'),
  public_key text not null check (public_key ~ '^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+-----END PUBLIC KEY-----\n$'),
  published_at timestamptz not null,
  primary key (key_id, public_key)
);
comment on table correspondence.notice_key is
  'Purpose: every public key that notices were signed with, published for whoever checks one, also when its master key is gone. '
  'Kept: for ever. Closing and legal hold: nothing of anyone is in it. Personal data: none.';
alter table correspondence.notice_key enable row level security;
alter table correspondence.notice_key force row level security;
create policy owner_all on correspondence.notice_key to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.notice_key to portolan_worker using (true) with check (true);
create policy public_reads on correspondence.notice_key for select to portolan_portal using (true);
grant select, insert on correspondence.notice_key to portolan_worker;
grant select on correspondence.notice_key to portolan_portal;
