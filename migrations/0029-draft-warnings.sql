-- Drafts: what a person has been warned of, so that each warning is given once.

alter table filing.draft
  add column warned_days int check (warned_days > 0),
  add column warned_after timestamptz,
  add constraint draft_warned_check check ((warned_days is null) = (warned_after is null));
comment on column filing.draft.warned_days is
  'The days without work that the last warning told of. It counts while warned_after is worked_on_at: work begins anew.';
create index draft_worked_on_at on filing.draft (worked_on_at) where submission is null and deleted_at is null;
