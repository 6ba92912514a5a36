-- What WebAuthn asks a relying party to remember of a passkey beside its key (Level 3, 4, credential record).

alter table accounts.passkey add column user_handle text not null check (length(user_handle) between 20 and 90);
alter table accounts.passkey add column is_backup_eligible boolean not null;
comment on column accounts.passkey.user_handle is
  'The random name under which the authenticator keeps the account: no account id and no address (WebAuthn 14.6.1).';

-- A challenge is derived from the id in its ticket; its row is written with the answer and keeps it from a second use.
comment on table accounts.passkey_challenge is
  'Purpose: a challenge that a passkey has answered, so that no answer counts twice; until then it is kept nowhere. '
  'Kept: one day; a challenge lives five minutes. Personal data: none beside the account.';
