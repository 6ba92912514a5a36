import { Agent } from 'node:http'
import { join } from 'node:path'
import { formWith } from '../../test/web-client.ts'
import { wideAnswers, wideForm } from '../ground/agency-pack.ts'
import { ask } from '../ground/ask.ts'
import { type Deployment, freePort } from '../ground/deployment.ts'
import { startMeasured } from '../ground/measured-process.ts'
import { signIn } from '../ground/people.ts'
import { inTurns, round } from '../measure.ts'
import { milliseconds, type Row, rate, times } from '../table.ts'

const rounds = 3
const savesEach = 300
const warmUp = 600
const reachMs = 1.5

interface Saver {
  url: string
  headers: Record<string, string>
  body(turn: number): string
}

/** Each person at the wide page of a draft of their own. */
async function saverFor(deployment: Deployment, person: number): Promise<Saver> {
  const client = await signIn(deployment, person)
  await client.get(`/file/${wideForm.code}`)
  await client.press('Start form')
  const draft = /\/drafts\/([^/?]+)/.exec(client.last.at)?.[1] ?? ''
  const path = `/drafts/${draft}/${wideForm.page}`
  await client.get(path)
  const hidden = Object.fromEntries(
    formWith(client.last.html, 'Save and continue').fields.filter(([name]) => !/^answer/.test(name)),
  )
  return {
    url: deployment.url + path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: deployment.url,
      cookie: client.cookieHeader(),
    },
    body: (turn) => new URLSearchParams({ ...hidden, ...wideAnswers(turn) }).toString(),
  }
}

/** A page of sixty fields validated and saved, beside bare node:http that inserts what it was sent. */
export async function pageGroupRows(deployment: Deployment, people: number): Promise<Row[]> {
  const port = await freePort()
  const floor = await startMeasured({
    file: 'bench/floor/bare-save.ts',
    env: { DATABASE_URL: deployment.superuserUrl(), PORT: `${port}` },
    readyOn: /ready/,
    logFile: join(deployment.home, 'floor.log'),
  })
  const agent = new Agent({ keepAlive: true })
  const savers = await Promise.all(Array.from({ length: people }, (_, person) => saverFor(deployment, person)))
  const saves = (server: typeof floor, urlOf: (saver: Saver) => string, operations = savesEach) =>
    round(deployment, { server }, { operations, parallel: people }, async (operation, lane) => {
      const saver = savers[lane] as Saver
      const { status, body } = await ask(agent, urlOf(saver), {
        method: 'POST',
        headers: saver.headers,
        body: saver.body(operation),
      })
      if (status !== 303)
        throw new Error(
          `a save gave ${status}: ${body
            .replace(/<[^>]+>/g, ' ')
            .replace(/\s+/g, ' ')
            .slice(0, 500)}`,
        )
    })
  const works = {
    floor: (count?: number) => saves(floor, () => `http://127.0.0.1:${port}/`, count),
    ours: (count?: number) => saves(deployment.portal, ({ url }) => url, count),
  }
  try {
    await works.floor(warmUp)
    await works.ours(warmUp)
    const taken = await inTurns(rounds, { floor: () => works.floor(), ours: () => works.ours() })
    return [rowOf(taken)]
  } finally {
    agent.destroy()
    await floor.stop()
  }
}

const rowOf = ({ ours, floor }: Record<'ours' | 'floor', Awaited<ReturnType<typeof round>>>): Row => ({
  work: 'a page of 60 fields validated and saved',
  rate: rate(ours.perSecond),
  cpu: `${milliseconds(ours.cpuMs)}, ${ours.statements.toFixed(0)} statements`,
  postgresCpu: milliseconds(ours.postgresCpuMs),
  floor: `bare node:http + jsonb insert: ${rate(floor.perSecond)}, ${milliseconds(floor.cpuMs)}`,
  ratio: times(ours.cpuMs / floor.cpuMs),
  reach: `≤ ${reachMs} ms`,
  reached: ours.cpuMs <= reachMs,
})
