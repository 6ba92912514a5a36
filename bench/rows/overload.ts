import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { availableParallelism } from 'node:os'
import { formPoster } from '../../test/form-poster.ts'
import { ask } from '../ground/ask.ts'
import type { Deployment } from '../ground/deployment.ts'
import { nowMs } from '../measure.ts'
import { type Row, rate } from '../table.ts'

const seconds = 10
const timesTooMany = 10
const pagesPerSecond = 20
const reachMs = 250

/** Begins work at a pace, whatever becomes of what was begun; settles when all of it has ended. */
async function openLoop(perSecond: number, work: (place: number) => Promise<void>): Promise<void> {
  const started = nowMs()
  const begun: Promise<void>[] = []
  for (let place = 0; place < perSecond * seconds; place += 1) {
    const early = started + (place * 1000) / perSecond - nowMs()
    if (early > 1) await wait(early)
    begun.push(work(place))
  }
  await Promise.all(begun)
}

/** How late an answer was, from when it was to be asked: who waits to ask waits too. */
async function askPages(url: string, agent: Agent): Promise<number[]> {
  const took: number[] = []
  await openLoop(pagesPerSecond, async (place) => {
    const from = nowMs()
    const { status } = await ask(agent, `${url}${place % 2 === 0 ? '/' : '/case-status'}`)
    if (status !== 200) throw new Error(`a page was answered with ${status}`)
    took.push(nowMs() - from)
  })
  return took.toSorted((a, b) => a - b)
}

/** Ten times as many sign-ins as the machine can hash, and other people's pages meanwhile. */
export async function overloadRow(deployment: Deployment, hashesPerSecond: number): Promise<Row> {
  const { url, portal } = deployment
  const agent = new Agent({ keepAlive: true })
  const poster = await formPoster(url, '/sign-in')
  const perSecond = Math.round(hashesPerSecond * Math.max(1, availableParallelism() - 1) * timesTooMany)
  const answers = { hashed: 0, turnedAway: 0, other: 0 }
  let [isOver, rssMost] = [false, 0]
  const before = (await portal.usage()).rssBytes
  const watch = (async () => {
    while (!isOver) {
      rssMost = Math.max(rssMost, (await portal.usage()).rssBytes)
      await wait(250)
    }
  })()
  const signIns = openLoop(perSecond, async (place) => {
    const typed = { email: `stranger-${place}@example.test`, password: 'Wrong-password-1' }
    const { status, headers } = await poster.post(typed, `10.${110 + (place >> 16)}.${(place >> 8) & 255}.${place & 255}`)
    if (status === 422) answers.hashed += 1
    else if (status === 503 && headers['retry-after']) answers.turnedAway += 1
    else answers.other += 1
  })
  try {
    const [took] = await Promise.all([askPages(url, agent), signIns])
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
    const all = answers.hashed + answers.turnedAway + answers.other
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0)
    return {
      work: `ten times as many sign-ins as can be hashed (${perSecond}/s for ${seconds} s), and ${pagesPerSecond} other pages a second`,
      rate: `${rate(answers.hashed / seconds)} hashed`,
      cpu: `memory ${megabytes(before)} MB before, ${megabytes(rssMost)} MB at most`,
      floor: `${((answers.turnedAway / all) * 100).toFixed(0)} % turned away with 503 and Retry-After, ${answers.other} answered otherwise`,
      ratio: `other pages: half within ${at(0.5).toFixed(0)} ms, 95 % within ${at(0.95).toFixed(0)} ms`,
      reach: `95 % within ${reachMs} ms, the rest of the sign-ins 503 with Retry-After`,
      reached: at(0.95) < reachMs && answers.other === 0,
    }
  } finally {
    isOver = true
    await watch
    poster.close()
    agent.destroy()
  }
}
