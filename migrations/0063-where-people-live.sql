-- A paper that says where somebody lives is for them and the office: not for who represents them, nor for who got into the
-- account of somebody whom the law protects (8 U.S.C. 1367).

create policy own_whereabouts on cases.document as restrictive for select to portolan_portal using (
  kind not in ('scanned-address', 'scanned-returned-mail') or exists (
    select from cases.party join cases."case" its on its.id = party."case"
    where party."case" = document."case" and party.account = any (platform.actor_accounts()) and party.until_at is null
      and party.role <> 'representative' and not its.protected));
