-- The last signature is the one that was added last, whatever the clock said: set back, it would hide a newer one.

alter table filing.signature add column ordinal bigint generated always as identity;
drop index filing.signature_of_draft;
create index signature_of_draft on filing.signature (draft, ordinal desc);
