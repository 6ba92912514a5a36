-- A person's own library: every file of theirs, in drafts and submissions, the last one first.

create index file_of_library on evidence.file (account, uploaded_at desc) where removed_at is null and state <> 'refused';

comment on table evidence.file is
  'Purpose: one file added to a draft for one document asked for, or as the translation of such a file, what the checks said '
  'of it, and the submission it went into. Its person finds it in their own library while it is kept, and can use it again: '
  'that makes a copy, a file of its own. The bytes lie sealed in the storage under storage_key, pictures of pages beside them. '
  'Kept: as its submission, a copy no shorter or longer for what it was made of; a removed or refused one 30 days after that, '
  'the bytes of a removed one a day, in which it can '
  'be put back, those of a refused one no longer than the job takes. A translation is removed with what it translates. '
  'Closing: removed unless submitted. Legal hold: kept. Personal data: the bytes, the name in name_sealed, and what is said '
  'of it in description_sealed (of a translation also the translator’s name), all sealed for the person.';
