import { type Deployment, startDeployment } from './ground/deployment.ts'
import { signUp } from './ground/people.ts'
import { inLanes, nowMs } from './measure.ts'
import { changeManyRows } from './rows/change-many.ts'
import { engineRows } from './rows/engine.ts'
import { filingRows } from './rows/filing.ts'
import { firstPageRows } from './rows/first-page.ts'
import { intakeRows } from './rows/intake.ts'
import { letterRows } from './rows/letter.ts'
import { myClientsRows } from './rows/my-clients.ts'
import { noticeRows } from './rows/notice.ts'
import { officeRows } from './rows/office.ts'
import { pageGroupRows } from './rows/page-group.ts'
import { signedInRows } from './rows/signed-in.ts'
import { sameTimeRows } from './rows/same-time.ts'
import { signInPeople, signInRows } from './rows/sign-in.ts'
import { startRows } from './rows/start.ts'
import { statusRows } from './rows/status.ts'
import { uploadRows } from './rows/upload.ts'
import { markdownTable, type Row } from './table.ts'

interface Options {
  only: readonly string[] | null
  large: boolean
  /** Where the processes of the product leave a CPU profile each; it makes every figure larger. */
  profile: string | null
}

type Measure = (deployment: Deployment, options: Options) => Promise<Row[]>

/** Accounts that are opened before anything is measured, through the pages. */
const people = 8
const withPeople = ['filing', 'page-group', 'signed-in', 'my-clients', 'upload']
const withMany = ['sign-in', 'same-time']

/** Over one deployment, in this order: the tables grow as the run goes on. */
const measures: Record<string, Measure> = {
  engine: engineRows,
  'first-page': firstPageRows,
  'sign-in': signInRows,
  'same-time': (deployment) => sameTimeRows(deployment, signInPeople),
  filing: filingRows,
  'page-group': (deployment) => pageGroupRows(deployment, people),
  'signed-in': signedInRows,
  'my-clients': myClientsRows,
  upload: uploadRows,
  intake: (deployment, { large }) => intakeRows(deployment, large),
  'change-many': changeManyRows,
  letter: letterRows,
  notice: noticeRows,
  office: (deployment, { large }) => officeRows(deployment, large),
  start: startRows,
  status: (deployment, { large }) => statusRows(deployment, large),
}

const usage = `npm run bench -- [--only ${Object.keys(measures).join(',')}] [--large] [--profile <folder>]`

/** Null: there is no such option, or no such measure. */
function optionsFrom(given: readonly string[]): Options | null {
  const options: { only: readonly string[] | null; large: boolean; profile: string | null } = {
    only: null,
    large: false,
    profile: null,
  }
  const left = [...given]
  for (let option = left.shift(); option !== undefined; option = left.shift()) {
    if (option === '--large') options.large = true
    else if (option === '--only') options.only = (left.shift() ?? '').split(',')
    else if (option === '--profile') options.profile = left.shift() ?? '.'
    else return null
  }
  return options.only?.some((name) => !(name in measures)) ? null : options
}

async function measureAll(deployment: Deployment, options: Options): Promise<Row[]> {
  const rows: Row[] = []
  const asked = Object.keys(measures).filter((name) => !options.only || options.only.includes(name))
  const needed = asked.some((name) => withMany.includes(name)) ? signInPeople : people
  if (asked.some((name) => [...withPeople, ...withMany].includes(name)))
    await inLanes({ operations: needed, parallel: 4 }, async (person) => void (await signUp(deployment, person)))
  for (const [name, measure] of Object.entries(measures)) {
    if (!asked.includes(name)) continue
    const started = nowMs()
    rows.push(...(await measure(deployment, options)))
    console.error(`${name}: ${((nowMs() - started) / 1000).toFixed(0)} s`)
  }
  return rows
}

async function main(): Promise<number> {
  const options = optionsFrom(process.argv.slice(2))
  if (!options) {
    console.error(usage)
    return 2
  }
  const deployment = await startDeployment(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [])
  try {
    console.log(markdownTable(await measureAll(deployment, options)))
  } finally {
    await deployment.stop()
  }
  return 0
}

process.exit(await main())
