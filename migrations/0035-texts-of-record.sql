-- What is signed is kept in the language it was read in and in the language of record, which binds.

alter table filing.signature
  add column record_language text check (length(record_language) between 2 and 35),
  add column record_statement text check (length(record_statement) between 1 and 10000),
  add column record_binds text check (length(record_binds) between 1 and 1000),
  add check (num_nonnulls(record_language, record_statement, record_binds) in (0, 3)),
  add check (record_language <> language);
alter table filing.helper_signature
  add column record_language text check (length(record_language) between 2 and 35),
  add column record_statement text check (length(record_statement) between 1 and 10000),
  add column record_binds text check (length(record_binds) between 1 and 1000),
  add check (num_nonnulls(record_language, record_statement, record_binds) in (0, 3)),
  add check (record_language <> language);

comment on column filing.signature.record_statement is
  'The text that binds, where it was read in another language; null: the one text is the text of record, or it was signed before both were kept.';
comment on column filing.signature.record_binds is 'The sentence that told the reader which text binds.';
comment on column filing.helper_signature.record_statement is 'As in filing.signature.';
comment on column filing.helper_signature.record_binds is 'As in filing.signature.';
