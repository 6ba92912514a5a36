import { Agent } from 'node:http'
import { join } from 'node:path'
import { ask } from '../ground/ask.ts'
import { type Deployment, freePort } from '../ground/deployment.ts'
import { type MeasuredProcess, startMeasured } from '../ground/measured-process.ts'
import { inTurns, type Round, round } from '../measure.ts'
import { milliseconds, type Row, rate, times } from '../table.ts'
import { fillCases, someReceiptNumber } from './cases.ts'
import { pgbenchRow } from './pgbench.ts'

const parallel = 16
const operations = 4000
const warmUp = 6000
const rounds = 5
const jsonReach = 2
const htmlReach = 4

/** Sixty look-ups a minute are let through for one network, so the callers come from many. */
const networkOf = (operation: number) => {
  const n = operation % 4_000_000
  return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
}

interface Ground {
  deployment: Deployment
  floor: { process: MeasuredProcess; url: string }
  agent: Agent
  /** Look-ups made so far, by all rounds. */
  made: number
}

const pages = { json: '/case-status.json', html: '/case-status', floor: '/' } as const

async function lookUps(ground: Ground, page: keyof typeof pages, cases: number, count = operations): Promise<Round> {
  const { deployment, floor, agent } = ground
  const origin = page === 'floor' ? floor.url : deployment.url
  const from = ground.made
  ground.made += count
  return round(deployment, { server: page === 'floor' ? floor.process : deployment.portal }, { operations: count, parallel }, async (operation) => {
    const url = `${origin}${pages[page]}?receiptNumber=${someReceiptNumber(from + operation, cases)}`
    const answer = await ask(agent, url, { headers: { 'x-forwarded-for': networkOf(from + operation) } })
    if (answer.status !== 200) throw new Error(`${url} gave ${answer.status}`)
  })
}

/** Public case status, as JSON and as a page, beside bare node:http with one prepared query, at each size. */
export async function statusRows(deployment: Deployment, large: boolean): Promise<Row[]> {
  const port = await freePort()
  const process = await startMeasured({
    file: 'bench/floor/bare-status.ts',
    env: { DATABASE_URL: deployment.superuserUrl(), PORT: `${port}` },
    readyOn: /ready/,
    logFile: join(deployment.home, 'floor.log'),
  })
  const ground: Ground = {
    deployment,
    floor: { process, url: `http://127.0.0.1:${port}` },
    agent: new Agent({ keepAlive: true, maxSockets: parallel }),
    made: 0,
  }
  const rows: Row[] = []
  try {
    let filled = 0
    for (const cases of large ? [10_000, 1_000_000, 10_000_000] : [10_000, 1_000_000]) {
      await fillCases(deployment.superuserUrl(), filled, cases)
      filled = cases
      rows.push(...(await rowsAt(ground, cases)))
    }
  } finally {
    ground.agent.destroy()
    await process.stop()
  }
  return [...rows, await pgbenchRow(deployment)]
}

async function rowsAt(ground: Ground, cases: number): Promise<Row[]> {
  for (const page of ['json', 'html', 'floor'] as const) await lookUps(ground, page, cases, warmUp)
  const { json, html, floor } = await inTurns(rounds, {
    floor: () => lookUps(ground, 'floor', cases),
    json: () => lookUps(ground, 'json', cases),
    html: () => lookUps(ground, 'html', cases),
  })
  return [rowOf('JSON', json, floor, jsonReach, cases), rowOf('HTML', html, floor, htmlReach, cases)]
}

function rowOf(kind: string, taken: Round, floor: Round, reach: number, cases: number): Row {
  const ratio = taken.cpuMs / floor.cpuMs
  return {
    work: `public case status, ${kind}, ${cases.toLocaleString('en-US')} cases`,
    rate: rate(taken.perSecond),
    cpu: milliseconds(taken.cpuMs),
    postgresCpu: milliseconds(taken.postgresCpuMs),
    floor: `bare node:http + one prepared query: ${rate(floor.perSecond)}, ${milliseconds(floor.cpuMs)}, PostgreSQL ${milliseconds(floor.postgresCpuMs)}`,
    ratio: times(ratio),
    reach: `≤ ${reach} × CPU`,
    reached: ratio <= reach,
  }
}
