import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Deployment, productOptions } from '../ground/deployment.ts'
import { root } from '../ground/root.ts'
import { milliseconds, type Row } from '../table.ts'
import { fillCases } from './cases.ts'

const run = promisify(execFile)
const few = 10_000
const usual = 100_000
const many = 1_000_000
/** As flat as a busy machine can tell. */
const flatMost = 1.5

type Asked = Record<'queueMs' | 'receiptMs' | 'nameMs' | 'bareMs', number>

async function asked({ home, superuserUrl }: Deployment, cases: number): Promise<Asked> {
  const { stdout } = await run(process.execPath, [...productOptions(), '--import', 'tsx', join(root, 'bench/ground/office-reads.ts'), `${cases}`, superuserUrl()], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORTOLAN_HOME: home, AGENCY_PACK: join(home, 'agency'), PORTOLAN_DEMO_SEED: 'no' },
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
}

/** A queue, a name and a receipt number of the office, at two or three sizes: the ratio is to the smallest. */
export async function officeRows(deployment: Deployment, large: boolean): Promise<Row[]> {
  const rows: Row[] = []
  let [filled, first]: [number, Asked | null] = [0, null]
  for (const cases of large ? [few, usual, many] : [few, usual]) {
    await fillCases(deployment.superuserUrl(), filled, cases)
    filled = cases
    const its = await asked(deployment, cases)
    first ??= its
    const row = (work: string, of: keyof Asked): Row => {
      const ratio = its[of] / (first as Asked)[of]
      return {
        work: `${work}, ${cases.toLocaleString('en-US')} cases and as many names`,
        rate: milliseconds(its[of]),
        floor: `25 cases of a status by one bare statement: ${milliseconds(its.bareMs)}; at ${few.toLocaleString('en-US')}: ${milliseconds((first as Asked)[of])}`,
        ratio: `${ratio.toFixed(2)} × of ${few.toLocaleString('en-US')}`,
        reach: `flat: ≤ ${flatMost} ×`,
        reached: cases === few ? null : ratio <= flatMost,
      }
    }
    rows.push(row('a page of an office queue', 'queueMs'), row('search by receipt number', 'receiptMs'), row('search by name that nobody has', 'nameMs'))
  }
  return rows
}
