-- A file can be the translation of another: it stands beneath it, goes where it goes, and counts apart from the document's own files.

alter table evidence.file add unique (id, account, draft);
alter table evidence.file
  add column translates uuid check (translates <> id),
  add foreign key (translates, account, draft) references evidence.file (id, account, draft);
comment on column evidence.file.translates is
  'The file of the same draft that this one is the translation of; null: it is a document itself. No translation has one.';
create index file_that_translates on evidence.file (translates) where translates is not null;
grant update (translates) on evidence.file to portolan_portal;

-- One translation may serve several files: the front and the back of a card.
drop index evidence.file_once;
create unique index file_once on evidence.file (draft, document, sha256)
  where removed_at is null and state <> 'refused' and translates is null;
create unique index translation_once on evidence.file (translates, sha256)
  where removed_at is null and state <> 'refused' and translates is not null;

comment on column evidence.file.description_sealed is
  'What its person says of it: kind of document, days, who issued it, language, a note; of a translation who made it and what '
  'they certify; sealed for the person. Null: nothing.';
comment on table evidence.file is
  'Purpose: one file added to a draft for one document asked for, or as the translation of such a file, what the checks said '
  'of it, and the submission it went into. The bytes lie sealed in the storage under storage_key, pictures of pages beside them. '
  'Kept: as its submission; a removed or refused one 30 days after that, the bytes of a removed one a day, in which it can '
  'be put back, those of a refused one no longer than the job takes. A translation is removed with what it translates. '
  'Closing: removed unless submitted. Legal hold: kept. Personal data: the bytes, the name in name_sealed, and what is said '
  'of it in description_sealed (of a translation also the translator’s name), all sealed for the person.';

alter table evidence.resumable_upload add column translates uuid;
comment on column evidence.resumable_upload.translates is
  'The file that it is the translation of; whether that still stands is asked when it is all here. Null: it is a document itself.';
