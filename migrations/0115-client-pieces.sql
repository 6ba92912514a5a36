-- A representative finds a client by pieces of the name, which the database cannot read, and without looking at all of them.

create table representation.client_pieces (
  client uuid primary key,
  representative uuid not null,
  key_id text not null,
  pieces tsvector not null,
  foreign key (client, representative) references representation.client (id, representative) on delete cascade
);
comment on table representation.client_pieces is
  'Purpose: by what the name of a client is found by their representative: keyed hashes of its pieces. Kept: as the client. '
  'Closing: deleted with the client. Legal hold: kept. Personal data: hashes of names; no role of the portal reads them.';
create index client_pieces_found on representation.client_pieces using gin (pieces);
create index client_pieces_key on representation.client_pieces (key_id);
alter table representation.client_pieces enable row level security;
alter table representation.client_pieces force row level security;
create policy owner_all on representation.client_pieces to portolan_owner using (true) with check (true);
create policy worker_all on representation.client_pieces to portolan_worker using (true) with check (true);
grant select, insert, update, delete on representation.client_pieces to portolan_worker;

create function representation.keep_pieces(client uuid, key_id text, pieces text[]) returns void
language sql security definer set search_path = '' as $$
  insert into representation.client_pieces (client, representative, key_id, pieces)
  select its.id, its.representative, keep_pieces.key_id, array_to_tsvector(keep_pieces.pieces)
  from representation.client its where its.id = keep_pieces.client and its.representative = any (platform.actor_accounts())
  on conflict (client) do update set key_id = excluded.key_id, pieces = excluded.pieces
$$;
comment on function representation.keep_pieces(uuid, text, text[]) is 'Writes by what a client of the representative who acts is found.';
revoke all on function representation.keep_pieces(uuid, text, text[]) from public;
grant execute on function representation.keep_pieces(uuid, text, text[]) to portolan_portal;

create function representation.find_clients(pieces tsquery, most integer) returns setof uuid
language sql stable security definer rows 20 set search_path = '' set enable_seqscan = off as $$
  select its.client from representation.client_pieces its
  where its.pieces @@ find_clients.pieces and its.representative = any (platform.actor_accounts())
  limit find_clients.most
$$;
comment on function representation.find_clients(tsquery, integer) is
  'The clients of the representative who acts whose names have these pieces. The operator of a text search is not leak-proof, so that an index serves it only behind such a function.';
revoke all on function representation.find_clients(tsquery, integer) from public;
grant execute on function representation.find_clients(tsquery, integer) to portolan_portal;
