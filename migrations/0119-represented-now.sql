-- Whom a representative with thousands of clients represents now is read from an index alone.
create index party_represents on cases.party (account, "case") where role = 'representative' and until_at is null;
