// What the office asks among so many cases and names, in a process of its own: a page of a queue, a name, a receipt number, and
// the barest statement that could say which cases stand in a queue. Says milliseconds of each on one line.
import { Client } from 'pg'
import { withDeployment } from '../../src/cli/with-deployment.ts'
import { caseForOffice } from '../../src/cases/index.ts'
import { readConfig } from '../../src/config.ts'
import { queueDesk } from '../../src/officer/queues/desk.ts'
import { indexedPieces } from '../../src/profile/index.ts'
import { searchPeople } from '../../src/officer/search/search-people.ts'
import { openPool } from '../../src/platform/db/pools.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { knowStaff } from '../../test/cast/cleared-staff.ts'
import { staffActor } from '../../test/cast/cases-ground.ts'
import { median, nowMs } from '../measure.ts'
import { someReceiptNumber } from '../rows/cases.ts'

const [count = '', superuserUrl = ''] = process.argv.slice(2)
const cases = Number(count)
const turns = 50
const warmUp = 5

const bare = 'select receipt_number, status_since from cases."case" where status = $1 order by status_since, id limit 25'

async function medianMs(work: (turn: number) => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let turn = 0; turn < warmUp + turns; turn += 1) {
    const began = nowMs()
    await work(turn)
    if (turn >= warmUp) took.push(nowMs() - began)
  }
  return median(took)
}

const read = readConfig()
if (!read.ok) throw new Error(read.faults.join('; '))

await withDeployment(read.config, async (deployment) => {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  const { keys } = deployment.services
  const pieces = Array.from({ length: 2000 }, (_, n) => indexedPieces(keys, [`given${String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + (n % 17))}`, `family${String.fromCharCode(97 + (n % 23), 97 + (n % 19))}`]))
  await client.query(
    `insert into officer.name_index (subject, kind, key_id, pieces, shown_sealed, guarded, noted_at)
      select gen_random_uuid(), 'account', $1, array_to_tsvector(array(select jsonb_array_elements_text(its))), '\\x00', false, now()
      from generate_series(1, $3::int - (select count(*)::int from officer.name_index)) person
        join jsonb_array_elements($2::jsonb) with ordinality as r(its, place) on place = 1 + person % 2000`,
    [keys.currentId, JSON.stringify(pieces), cases],
  )
  await client.query('vacuum (analyze) officer.name_index')
  const staff = staffActor('officer')
  const owner = openPool(superuserUrl, 'owner', 1, () => undefined)
  await knowStaff({ database: { pools: { owner } }, services: deployment.services }, staff)
  await owner.destroy()
  const { perform, read: ask } = performerFor(deployment.partsFor('office'), staff, { id: null, network: null })
  const asked = {
    queueMs: await medianMs(() => ask(queueDesk, { queue: 'checks', after: null })),
    receiptMs: await medianMs((turn) => ask(caseForOffice, { receiptNumber: someReceiptNumber(turn, cases) })),
    nameMs: await medianMs((turn) => perform(searchPeople, { kind: 'name', term: `Nobody Here${String.fromCharCode(97 + (turn % 26))}` })),
    bareMs: await medianMs(() => client.query({ name: 'bare', text: bare, values: ['biometrics-taken'] })),
  }
  await client.end()
  console.log(JSON.stringify(asked))
})
