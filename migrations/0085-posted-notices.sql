-- Notices by mail: to whoever has no account, to who asked for paper too, and again where an officer says so.

create table correspondence.notice_post (
  id uuid primary key,
  notice uuid not null references correspondence.notice (id),
  copy text not null check (copy in ('person', 'representative')),
  cause text not null check (cause in ('no-account', 'asked-for-paper', 'office')),
  asked_at timestamptz not null,
  staff uuid,
  why_sealed bytea,
  letter uuid,
  no_address_at timestamptz,
  check ((cause = 'office') = (staff is not null)),
  check ((cause = 'office') = (why_sealed is not null)),
  check (letter is null or no_address_at is null)
);
comment on table correspondence.notice_post is
  'Purpose: that a notice goes by mail, why, and which letter brings it; an officer''s reason to mail it again. Kept: as the case. '
  'Closing and legal hold: kept. Personal data: the reason, sealed for the case.';
create unique index notice_post_once on correspondence.notice_post (notice, copy) where cause <> 'office';
create index notice_post_of_notice on correspondence.notice_post (notice, asked_at);

alter table correspondence.notice_post enable row level security;
alter table correspondence.notice_post force row level security;
create policy owner_all on correspondence.notice_post to portolan_owner using (true) with check (true);
create policy worker_all on correspondence.notice_post to portolan_worker using (true) with check (true);
create policy office_all on correspondence.notice_post to portolan_office using (exists (
  select from correspondence.notice where notice.id = notice_post.notice));
grant select, insert, update (letter, no_address_at) on correspondence.notice_post to portolan_worker;
grant select, insert on correspondence.notice_post to portolan_office;

insert into platform.task_allowed (task) values ('correspondence.post-notice'), ('correspondence.issue-receipt');
