-- No file of an import is kept here: who brought it has it, and what was refused is written beside it.

alter table officer.intake drop column storage_key;
comment on table officer.intake is
  'Purpose: one file of paper filings that was taken in, or one form entered by hand: how far it is, and what came of its lines. '
  'Kept: as the rows that were taken in. Closing and legal hold: kept. Personal data: the file''s name, sealed.';
