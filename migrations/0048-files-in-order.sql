-- The files of a document have an order, one takes the place of another, and what was removed can be put back for a day.

alter table evidence.file
  add column place int not null default 0 check (place >= 0),
  add column replaces uuid references evidence.file on delete set null check (replaces <> id),
  add column restorable_until timestamptz check (restorable_until is null or removed_at is not null);
comment on column evidence.file.place is
  'Its place among the files of its document; of two with one place the one that came in first stands first.';
comment on column evidence.file.replaces is 'The file whose place it took.';
comment on column evidence.file.restorable_until is
  'Until when its person can put it back after removing it; its bytes stay until then. Null: not at all.';
comment on table evidence.file is
  'Purpose: one file added to a draft for one document asked for, what the checks said of it, and the submission it '
  'went into. The bytes lie sealed in the storage under storage_key, pictures of pages beside them. '
  'Kept: as its submission; a removed or refused one 30 days after that, the bytes of a removed one a day, in which it can '
  'be put back, those of a refused one no longer than the job takes. '
  'Closing: removed unless submitted. Legal hold: kept. Personal data: the bytes, the name in name_sealed, and what is said '
  'of it in description_sealed, all sealed for the person.';
create index file_that_replaces on evidence.file (replaces) where replaces is not null;
grant update (place, restorable_until) on evidence.file to portolan_portal;
