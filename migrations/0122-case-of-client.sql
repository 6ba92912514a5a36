-- A representative enters their appearance on a case of a client whose account is known to be theirs, by the number of the case.

create function preparation.case_of_client(client uuid, receipt_number text) returns table (id uuid, form text)
language sql stable security definer rows 1 set search_path = '' as $$
  select its.id, its.form
  from representation.client known
  join cases.party own on own.account = any (accounts.of_person(known.account)) and own.until_at is null and own.role <> 'representative'
  join cases."case" its on its.id = own."case"
  where known.id = case_of_client.client and known.representative = any (platform.actor_accounts()) and known.account is not null
    and its.receipt_number = case_of_client.receipt_number
  limit 1
$$;
comment on function preparation.case_of_client(uuid, text) is
  'The case of this number that a client of whoever acts is on, as the client''s own account has it: nothing for a client without an account, and for a case of somebody else.';
revoke all on function preparation.case_of_client(uuid, text) from public;
grant execute on function preparation.case_of_client(uuid, text) to portolan_portal;
