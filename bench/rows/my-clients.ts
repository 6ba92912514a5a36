import { execFile } from 'node:child_process'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ask } from '../ground/ask.ts'
import { type Deployment, productOptions } from '../ground/deployment.ts'
import { emailOf, signIn } from '../ground/people.ts'
import { root } from '../ground/root.ts'
import { inTurns, type Round, round } from '../measure.ts'
import { milliseconds, type Row, rate } from '../table.ts'

const run = promisify(execFile)
const person = 7
const clients = 5000
const deadlinesEach = 4
const rounds = 3
const viewsEach = 200
const warmUp = 200
const reachMs = 5

/** The pages that a representative with many clients works on. */
export async function myClientsRows(deployment: Deployment): Promise<Row[]> {
  const { home, superuserUrl } = deployment
  const { stdout } = await run(process.execPath, [...productOptions(), '--import', 'tsx', join(root, 'bench/ground/plant-clients.ts'), emailOf(person), `${clients}`, `${deadlinesEach}`, superuserUrl()], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORTOLAN_HOME: home, AGENCY_PACK: join(home, 'agency'), PORTOLAN_DEMO_SEED: 'no' },
  })
  const one = stdout.trim().split('\n').at(-1) ?? ''
  const signedIn = await signIn(deployment, person)
  const agent = new Agent({ keepAlive: true })
  const headers = { cookie: signedIn.cookieHeader() }
  const views = (path: string, operations = viewsEach) =>
    round(deployment, { server: deployment.portal }, { operations, parallel: 4 }, async () => {
      const { status } = await ask(agent, deployment.url + path, { headers })
      if (status !== 200) throw new Error(`${path} gave ${status}`)
    })
  const pages = {
    list: '/clients',
    far: '/clients?page=90',
    asked: '/clients?show=asked',
    deadlines: '/clients/deadlines',
    one,
    home: '/account',
  }
  const works: Record<keyof typeof pages, string> = {
    list: 'My clients, the first page',
    far: 'My clients, the 90th page',
    asked: 'My clients, those with action required',
    deadlines: 'the next 50 deadlines of all clients',
    one: 'the page of one client',
    home: 'the home of a representative',
  }
  const names = Object.keys(pages) as (keyof typeof pages)[]
  try {
    for (const name of names) await views(pages[name], warmUp)
    const taken = await inTurns(rounds, Object.fromEntries(names.map((name) => [name, () => views(pages[name])])) as Record<keyof typeof pages, () => Promise<Round>>)
    return names.map((name) => rowOf(works[name], taken[name], name !== 'home'))
  } finally {
    agent.destroy()
  }
}

const rowOf = (work: string, taken: Round, hasReach: boolean): Row => ({
  work: `${work}, ${clients.toLocaleString('en-US')} clients with ${(clients * deadlinesEach).toLocaleString('en-US')} deadlines`,
  rate: rate(taken.perSecond),
  cpu: `${milliseconds(taken.cpuMs)}, ${taken.statements.toFixed(0)} statements`,
  postgresCpu: milliseconds(taken.postgresCpuMs),
  reach: hasReach ? `< ${reachMs} ms` : '–',
  reached: hasReach ? taken.cpuMs < reachMs : null,
})
