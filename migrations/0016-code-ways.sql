-- One-time passwords by text message and by the person's own app: which way a sign-in asks for its code now, and where
-- the newest one went.

alter table accounts.code_challenge
  add column purpose text not null default 'session' check (purpose in ('session', 'phone')),
  add column phone uuid references accounts.contact_point on delete set null,
  add column text_message uuid,
  add column sent_to text[] not null default '{}';
-- A session is asked one code for itself, and one more while a new phone of its account is being proven.
alter table accounts.code_challenge drop constraint code_challenge_session_key;
alter table accounts.code_challenge add constraint code_challenge_session_key unique (session, purpose);
-- A code in flight dies when its phone or app is taken away, or when another way is chosen: then none counts, and the
-- number of sends goes on, so that no code comes twice.
alter table accounts.code_challenge drop constraint code_challenge_check;
alter table accounts.code_challenge add constraint code_challenge_sent_check check (sent_at is null or sends > 0);
create index code_challenge_phone on accounts.code_challenge (phone) where phone is not null;
comment on table accounts.code_challenge is
  'Purpose: the one-time password asked of one session: by which way, which send counts, how many wrong tries were made. '
  'A sent code is derived when its message is rendered and stored nowhere. Kept: as its session. Personal data: none; '
  'where a code went is a keyed hash.';
comment on column accounts.code_challenge.purpose is
  'session: what the session itself asks for. phone: the proof that a new phone belongs to its account.';
comment on column accounts.code_challenge.text_message is
  'The text message that carried the newest code: how it stands is asked by this id.';
comment on column accounts.code_challenge.sent_to is
  'Keyed hashes of where the newest code went: a code used rightly gives its send back to each of them.';
