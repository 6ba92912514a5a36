import { Client, escapeIdentifier, escapeLiteral } from 'pg'

/** The database of the embedded server. */
export const databaseName = 'portolan'

const lockKey = 7_261_001

/** Roles that sign in, beside `portolan_gate`, which is only ever assumed (`set local role`). */
export type RolePasswords = Record<'owner' | 'portal' | 'office' | 'worker', string>

/**
 * Makes Portolan's roles with these passwords, and `database` when it is missing. May run again.
 * Throws one line that says what to grant when the role of `adminUrl` may not.
 */
export const prepareRoles = async (
  adminUrl: string,
  passwords: RolePasswords,
  database = databaseName,
): Promise<void> => {
  const client = new Client({ connectionString: adminUrl, application_name: 'portolan roles' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(rolesSql(passwords))
    await prepareDatabase(client, database)
  } catch (error) {
    throw new Error(advice(adminUrl, database, error as Error))
  } finally {
    await client.end()
  }
}

const prepareDatabase = async (client: Client, database: string): Promise<void> => {
  const name = escapeIdentifier(database)
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
  if (rowCount === 0) {
    await client.query(`create database ${name} owner portolan_owner`)
    await client.query(`revoke connect, temporary on database ${name} from public`)
  } else {
    await client.query(`grant connect, create on database ${name} to portolan_owner`)
  }
  await client.query(`grant connect on database ${name} to portolan_portal, portolan_office, portolan_worker`)
  // A grant by one who may not grant is a warning only.
  const { rows } = await client.query("select has_database_privilege('portolan_owner', $1, 'create') as may", [
    database,
  ])
  if (!rows[0].may) throw new Error(`portolan_owner may not create in ${database}`)
}

const advice = (adminUrl: string, database: string, error: Error): string => {
  const role = decodeURIComponent(new URL(adminUrl).username)
  return (
    `DATABASE_URL: the role "${role}" may not make Portolan's roles (${error.message}). As an administrator run: ` +
    `alter role "${role}" createrole; grant all on database "${database}" to "${role}" with grant option; ` +
    'or make the roles and set DATABASE_OWNER_URL, DATABASE_OFFICE_URL and DATABASE_WORKER_URL'
  )
}

/** From 16 on a membership says itself that it must be asked for by name; before that the member's role says so. */
const rolesSql = (passwords: RolePasswords): string => `
do $$
declare
  named text;
begin
  foreach named in array
    array['portolan_owner', 'portolan_portal', 'portolan_office', 'portolan_worker', 'portolan_gate']
  loop
    if not exists (select from pg_roles where rolname = named) then
      execute format('create role %I', named);
    end if;
  end loop;
  alter role portolan_owner login password ${escapeLiteral(passwords.owner)};
  alter role portolan_portal login noinherit password ${escapeLiteral(passwords.portal)};
  alter role portolan_office login noinherit password ${escapeLiteral(passwords.office)};
  alter role portolan_worker login password ${escapeLiteral(passwords.worker)};
  alter role portolan_gate nologin;
  if current_setting('server_version_num')::int >= 160000 then
    execute 'grant portolan_gate to portolan_portal, portolan_office with inherit false, set true';
  else
    grant portolan_gate to portolan_portal, portolan_office;
  end if;
end
$$`
