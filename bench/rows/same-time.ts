import { type Posted, formPoster } from '../../test/form-poster.ts'
import type { Deployment } from '../ground/deployment.ts'
import { emailOf } from '../ground/people.ts'
import { openQuiet } from '../ground/quiet.ts'
import { median } from '../measure.ts'
import { medianWithin, rankTest } from '../statistics.ts'
import type { Row } from '../table.ts'

const pairs = 180
const warmUpPairs = 20

interface Form {
  work: string
  path: string
  values: (email: string) => Record<string, string>
}

const forms: readonly Form[] = [
  { work: 'Sign In with a wrong password', path: '/sign-in', values: (email) => ({ email, password: 'Wrong-password-1' }) },
  { work: 'Sign Up', path: '/sign-up', values: (email) => ({ email }) },
  { work: 'Forgot your username', path: '/forgot-username', values: (email) => ({ email, by: 'email' }) },
  { work: 'Forgot your password', path: '/forgot-password', values: (email) => ({ email }) },
]

/**
 * Whether the time of an answer tells an address that has an account from one that has none. Told, never judged: what
 * the rows say is as good as the machine is quiet.
 */
export async function sameTimeRows(deployment: Deployment, people: number): Promise<Row[]> {
  const quiet = await openQuiet(deployment)
  const rows: Row[] = []
  try {
    for (const [at, form] of forms.entries()) {
      rows.push(await rowOf(deployment, form, at, people))
      await quiet.settled()
    }
  } finally {
    await quiet.close()
  }
  return rows
}

async function rowOf({ url }: Deployment, form: Form, at: number, people: number): Promise<Row> {
  const poster = await formPoster(url, form.path)
  const [known, unknown]: [number[], number[]] = [[], []]
  let networks = 0
  // A network of its own for each, so that no limit answers in place of what is measured.
  const ask = async (email: string) => {
    networks += 1
    return answered(form, await poster.post(form.values(email), `10.${100 + at}.${networks >> 8}.${networks & 255}`))
  }
  try {
    for (let pair = -warmUpPairs; pair < pairs; pair += 1) {
      const knownFirst = pair % 2 === 0
      const ofKnown = () => ask(emailOf((pair + warmUpPairs) % people))
      const ofUnknown = () => ask(`nobody-${at}-${pair + warmUpPairs}@example.test`)
      const one = await (knownFirst ? ofKnown() : ofUnknown())
      const other = await (knownFirst ? ofUnknown() : ofKnown())
      if (pair < 0) continue
      known.push(knownFirst ? one : other)
      unknown.push(knownFirst ? other : one)
    }
  } finally {
    poster.close()
  }
  return told(form, known, unknown)
}

function answered({ work }: Form, { status, milliseconds, text }: Posted): number {
  if (status !== 303 && status !== 422 && status !== 200) throw new Error(`${work} was answered with ${status}`)
  if (/several wrong passwords|too many tries/.test(text)) throw new Error(`${work} was answered by a limit`)
  return milliseconds
}

function told({ work }: Form, known: readonly number[], unknown: readonly number[]): Row {
  const { p, larger } = rankTest(known, unknown)
  const difference = medianWithin(known.map((each, pair) => each - (unknown[pair] ?? 0)))
  const ms = (value: number) => value.toFixed(2)
  return {
    work: `${work}: an address with an account against one without, ${known.length} pairs in turns`,
    rate: `medians ${ms(median(known))} and ${ms(median(unknown))} ms`,
    ratio: `differ by ${ms(difference.median)} ms (95 %: ${ms(difference.low)} to ${ms(difference.high)}); rank test p = ${p.toFixed(2)}, known slower in ${(larger * 100).toFixed(0)} %`,
    reach: 'no time that tells them apart',
    reached: null,
    note: difference.low <= 0 && difference.high >= 0 ? 'no difference found' : 'a difference found',
  }
}
