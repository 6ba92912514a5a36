// A representative with many clients, each with a case and deadlines on it, in a process of its own: it seals as the product does.
// Whoever signed up by this email address becomes the representative. Says the address of one client on its last line.
import { Client } from 'pg'
import { emailHash } from '../../src/accounts/index.ts'
import { withDeployment } from '../../src/cli/with-deployment.ts'
import { readConfig } from '../../src/config.ts'
import { newId } from '../../src/platform/ids.ts'
import { paths } from '../../src/platform/paths.ts'
import { noContact, sealContact, sealNames } from '../../src/representation/clients/client.ts'
import { type ClientNames, compareClients } from '../../src/representation/clients/client-names.ts'
import { piecesOf } from '../../src/representation/clients/search-clients.ts'

const [email = '', count = '', deadlinesEach = '', superuserUrl = ''] = process.argv.slice(2)
const syllables = ['ba', 'ko', 'ri', 'mé', 'su', 'ta', 'no', 'li', 'gar', 'hen', 'zú', 'pa', 'fi', 'dor', 'vu', 'qui', 'jo']
const syllable = (n: number) => syllables[n % syllables.length] ?? ''
const word = (n: number) => `${syllable(n)}${syllable(n >> 2)}${syllable(n >> 5)}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const read = readConfig()
if (!read.ok) throw new Error(read.faults.join('; '))

await withDeployment(read.config, async ({ services: { keys, clock } }) => {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  const { rows } = await client.query(
    `update accounts.account set account_type = 'representative', representative_kind = 'attorney' where email_hash = $1 returning id`,
    [emailHash(keys, email)],
  )
  const representative: string = rows[0].id
  const at = clock.now().toString()
  const named = Array.from({ length: Number(count) }, (_, n): { id: string; account: string; names: ClientNames } => ({
    id: newId(),
    account: newId(),
    names: { kind: 'person', family: capital(word(n * 7 + 3)), given: capital(word(n * 3)), middle: n % 3 === 0 ? capital(syllable(n)) : '' },
  })).sort((one, other) => compareClients(one.names, other.names))
  const planted = named.map(({ id, account, names }, place) => ({
    ...{ id, account, place, n: place, case: newId() },
    names: sealNames(keys, { id, representative }, names).toString('hex'),
    contact: sealContact(keys, { id, representative }, noContact).toString('hex'),
    pieces: piecesOf(keys, names),
  }))
  // Triggers and the look-ups of references would be most of the time.
  await client.query("set session_replication_role = 'replica'")
  await client.query('create temp table planted as select * from jsonb_to_recordset($1::jsonb) as its (id uuid, account uuid, place float8, n int, "case" uuid, names text, contact text, pieces text[])', [JSON.stringify(planted)])
  for (const statement of [
    `insert into accounts.account (id, language, begun_at, asked_at, account_type, online_account_number, completed_at, opened_by_agency_at)
      select account, 'en', now(), now(), 'applicant', (500000000000 + n)::text, now(), now() from planted`,
    `insert into cases."case" select "case", 'IOE' || lpad((8000000000 + n)::text, 10, '0'), 'i-90', 'paper', 'biometrics-taken', '2026-03-02', now(), '2026-01-05', null, false, now(), now() from planted`,
    `insert into cases.party ("case", account, role, from_at) select "case", account, 'applicant', '${at}'::timestamptz from planted union all select "case", '${representative}', 'representative', '${at}'::timestamptz from planted`,
    `insert into cases.task (id, "case", kind, subject, opened_at, due_at) select gen_random_uuid(), "case", 'answer-request', gen_random_uuid(), '${at}'::timestamptz, now() + ((n * 7919 + turn * 104729) % 4000) * interval '30 minutes' + interval '2 hours'
      from planted, generate_series(1, ${deadlinesEach}) turn`,
    `insert into representation.client (id, representative, kind, names_sealed, contact_sealed, account, came_by, place, added_at)
      select id, '${representative}', 'person', decode(names, 'hex'), decode(contact, 'hex'), account, 'case', place * 1048576, '${at}'::timestamptz from planted`,
    `insert into representation.client_pieces (client, representative, key_id, pieces) select id, '${representative}', '${keys.currentId}', array_to_tsvector(pieces) from planted`,
    ...['accounts.account', 'cases."case"', 'cases.party', 'cases.task', 'representation.client', 'representation.client_pieces'].map((table) => `vacuum (analyze) ${table}`),
  ])
    await client.query(statement)
  await client.end()
  console.log(paths.client({ client: planted[Math.floor(planted.length / 2)]?.id ?? '' }))
})
