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
const operations = 3000
const warmUp = 6000
const rounds = 3
/** For the CPU of each: at one pace all of them sleep and wake their neighbours alike; flat out the faster one does less of it. */
const pacePerSecond = 300
const pacedOperations = 1200
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

interface Amount {
  operations: number
  perSecond?: number
}

async function lookUps(ground: Ground, page: keyof typeof pages, cases: number, amount: Amount): Promise<Round> {
  const { deployment, floor, agent } = ground
  const origin = page === 'floor' ? floor.url : deployment.url
  const from = ground.made
  ground.made += amount.operations
  return round(
    deployment,
    { server: page === 'floor' ? floor.process : deployment.portal },
    { ...amount, parallel },
    async (operation) => {
      const url = `${origin}${pages[page]}?receiptNumber=${someReceiptNumber(from + operation, cases)}`
      const answer = await ask(agent, url, { headers: { 'x-forwarded-for': networkOf(from + operation) } })
      if (answer.status !== 200) throw new Error(`${url} gave ${answer.status}`)
    },
  )
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
  for (const page of ['json', 'html', 'floor'] as const) await lookUps(ground, page, cases, { operations: warmUp })
  const turns = (amount: Amount) =>
    inTurns(rounds, {
      floor: () => lookUps(ground, 'floor', cases, amount),
      json: () => lookUps(ground, 'json', cases, amount),
      html: () => lookUps(ground, 'html', cases, amount),
    })
  const flatOut = await turns({ operations })
  const paced = await turns({ operations: pacedOperations, perSecond: pacePerSecond })
  return [rowOf('json', paced, flatOut, jsonReach, cases), rowOf('html', paced, flatOut, htmlReach, cases)]
}

type Taken = Record<keyof typeof pages, Round>

function rowOf(page: 'json' | 'html', paced: Taken, flatOut: Taken, reach: number, cases: number): Row {
  const ratio = ({ [page]: ours, floor }: Taken) => ours.cpuMs / floor.cpuMs
  const both = (of: (taken: Taken) => number | null) =>
    `${milliseconds(of(paced))} (flat out ${milliseconds(of(flatOut))})`
  return {
    work: `public case status, ${page.toUpperCase()}, ${cases.toLocaleString('en-US')} cases, at ${pacePerSecond}/s and flat out`,
    rate: rate(flatOut[page].perSecond),
    cpu: both((taken) => taken[page].cpuMs),
    postgresCpu: both((taken) => taken[page].postgresCpuMs),
    floor: `bare node:http + one prepared query: ${rate(flatOut.floor.perSecond)}, ${both((taken) => taken.floor.cpuMs)}`,
    ratio: `${times(ratio(paced))} (flat out ${times(ratio(flatOut))})`,
    reach: `≤ ${reach} × CPU`,
    reached: ratio(paced) <= reach,
  }
}
