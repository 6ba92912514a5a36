import { type Deployment, startDeployment } from './ground/deployment.ts'
import { signUp } from './ground/people.ts'
import { inLanes, nowMs } from './measure.ts'
import { filingRows } from './rows/filing.ts'
import { firstPageRows } from './rows/first-page.ts'
import { letterRows } from './rows/letter.ts'
import { pageGroupRows } from './rows/page-group.ts'
import { signedInRows } from './rows/signed-in.ts'
import { signInRows } from './rows/sign-in.ts'
import { startRows } from './rows/start.ts'
import { statusRows } from './rows/status.ts'
import { uploadRows } from './rows/upload.ts'
import { markdownTable, type Row } from './table.ts'

interface Options {
  only: readonly string[] | null
  large: boolean
}

type Measure = (deployment: Deployment, options: Options) => Promise<Row[]>

/** Accounts that are opened before anything is measured, through the pages. */
const people = 8
const withPeople = ['sign-in', 'filing', 'page-group', 'signed-in', 'upload']

/** Over one deployment, in this order: the tables grow as the run goes on. */
const measures: Record<string, Measure> = {
  'first-page': firstPageRows,
  'sign-in': (deployment) => signInRows(deployment, people),
  filing: filingRows,
  'page-group': (deployment) => pageGroupRows(deployment, people),
  'signed-in': signedInRows,
  upload: uploadRows,
  letter: letterRows,
  start: startRows,
  status: (deployment, { large }) => statusRows(deployment, large),
}

const usage = `npm run bench -- [--only ${Object.keys(measures).join(',')}] [--large]`

function optionsFrom(given: readonly string[]): Options | null {
  const only = given.includes('--only') ? (given[given.indexOf('--only') + 1] ?? '').split(',') : null
  const known = given.filter((each, at) => ['--only', '--large'].includes(each) || given[at - 1] === '--only')
  if (known.length !== given.length || only?.some((name) => !(name in measures))) return null
  return { only, large: given.includes('--large') }
}

async function measureAll(deployment: Deployment, options: Options): Promise<Row[]> {
  const rows: Row[] = []
  const asked = Object.keys(measures).filter((name) => !options.only || options.only.includes(name))
  if (asked.some((name) => withPeople.includes(name)))
    await inLanes({ operations: people, parallel: 4 }, async (person) => void (await signUp(deployment, person)))
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
  const deployment = await startDeployment(process.env.BENCH_NODE_OPTIONS?.split(' '))
  try {
    console.log(markdownTable(await measureAll(deployment, options)))
  } finally {
    await deployment.stop()
  }
  return 0
}

process.exit(await main())
