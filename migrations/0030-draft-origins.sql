-- Drafts: what was offered to be filled in, and who gave each answer, when, and from where.

alter table filing.draft
  add column offered_sealed bytea check (octet_length(offered_sealed) <= 262144),
  add column origins_sealed bytea check (octet_length(origins_sealed) <= 1048576);
comment on column filing.draft.offered_sealed is
  'Answers known from the profile or an earlier form, which the person asked to be shown; they count once they save them.';
comment on column filing.draft.origins_sealed is 'For each question: which account saved its answer, when, and whether it was offered.';
