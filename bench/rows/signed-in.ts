import { Agent } from 'node:http'
import { freeScenario } from '../../test/faults/file-i90.ts'
import { ask } from '../ground/ask.ts'
import { type Deployment, runSql } from '../ground/deployment.ts'
import { signIn } from '../ground/people.ts'
import { openQuiet } from '../ground/quiet.ts'
import { inTurns, type Round, round } from '../measure.ts'
import { milliseconds, type Row, rate, times } from '../table.ts'
import { fileOne } from './filing.ts'

const rounds = 3
const viewsEach = 400
const warmUp = 600
const reachMs = 3
const statementsMost = 5
const events = 100

/** So many steps more of a case, each with its day, as over a long life of it. */
const moreSteps = (receiptNumber: string, count: number) => `
  insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id)
  select gen_random_uuid(), its.id, (array['actively-reviewed', 'remains-pending'])[1 + n % 2], its.status_on, its.status_since - (${count} - n) * interval '1 second', 'system', 'bench'
  from cases."case" its, generate_series(1, ${count}) n where its.receipt_number = '${receiptNumber}'`

/** The page of a case and the account's home, as their own person sees them. */
export async function signedInRows(deployment: Deployment): Promise<Row[]> {
  const quiet = await openQuiet(deployment)
  const client = await signIn(deployment, 2)
  const receiptNumber = await fileOne(client, freeScenario, quiet.settled)
  await quiet.settled()
  await quiet.close()
  const agent = new Agent({ keepAlive: true })
  const headers = { cookie: client.cookieHeader() }
  const views = (path: string, operations = viewsEach) =>
    round(deployment, { server: deployment.portal }, { operations, parallel: 8 }, async () => {
      const { status } = await ask(agent, deployment.url + path, { headers })
      if (status !== 200) throw new Error(`${path} gave ${status}`)
    })
  const [casePage, home] = [`/cases/${receiptNumber}`, '/account']
  try {
    for (const path of [casePage, home]) await views(path, warmUp)
    const taken = await inTurns(rounds, { casePage: () => views(casePage), home: () => views(home) })
    await runSql(deployment.superuserUrl(), [moreSteps(receiptNumber, events), 'analyze cases.status_change'])
    await views(casePage, warmUp)
    const long = await inTurns(rounds, { casePage: () => views(casePage) })
    return [
      rowOf('signed-in case page', taken.casePage, true),
      { ...rowOf(`the same with ${events} events`, long.casePage, true), floor: `with few: ${milliseconds(taken.casePage.cpuMs)}`, ratio: times(long.casePage.cpuMs / taken.casePage.cpuMs) },
      rowOf('the account’s home', taken.home, false),
    ]
  } finally {
    agent.destroy()
  }
}

/** Only the case page has a reach of its own; the home shows several domains at once. */
const rowOf = (work: string, taken: Round, hasReach: boolean): Row => ({
  work,
  rate: rate(taken.perSecond),
  cpu: `${milliseconds(taken.cpuMs)}, ${taken.statements.toFixed(0)} statements`,
  postgresCpu: milliseconds(taken.postgresCpuMs),
  reach: hasReach ? `< ${reachMs} ms, ≤ ${statementsMost} statements` : '–',
  reached: !hasReach ? null : taken.cpuMs < reachMs && Math.round(taken.statements) <= statementsMost,
})
