import {
  bringEvidence,
  fillPages,
  freeScenario,
  paidScenario,
  pay,
  receiptNumber,
  scenarioNamed,
  startForm,
  submissionAt,
} from '../../test/faults/file-i90.ts'
import type { WebClient } from '../../test/web-client.ts'
import type { Deployment } from '../ground/deployment.ts'
import { signIn } from '../ground/people.ts'
import { openQuiet } from '../ground/quiet.ts'
import { inTurns, type Round, round } from '../measure.ts'
import { milliseconds, type Row, rate } from '../table.ts'

const rounds = 3
const parallel = 4
const filingsEach = 8
const warmUp = 8
const reachMs = 40
/** What the peer that the reach is taken from needs for its filing of six pages. */
const peerRequests = 13

/** Signs on the page that asks for it; the proof of the sign-in is fresh enough for that. */
async function sign(client: WebClient, draft: string, scenario: string): Promise<void> {
  const { givenName, middleName, familyName } = scenarioNamed(scenario).answers
  await client.get(`/drafts/${draft}/sign`)
  const button = client.last.html.includes('Sign and continue') ? 'Sign and continue' : 'Submit'
  await client.press(button, { fullLegalName: [givenName, middleName, familyName].filter(Boolean).join(' ') })
}

/** Every page of the form as a person fills it, the evidence, the signature, the payment if there is one, the receipt. */
export async function fileOne(client: WebClient, scenario: string, settled: () => Promise<void>): Promise<string> {
  const draft = await startForm(client)
  await fillPages(client, draft, scenario)
  await bringEvidence(client, draft, scenario)
  // A page that waits is asked again by a person after seconds: here it is asked once, when the jobs are done.
  await settled()
  await sign(client, draft, scenario)
  if (scenario === paidScenario) await pay(client)
  await settled()
  return receiptNumber(client, submissionAt(client))
}

/** A whole I-90 from start to receipt, four people at once: web CPU, and the jobs' in a column of their own. */
export async function filingRows(deployment: Deployment): Promise<Row[]> {
  const quiet = await openQuiet(deployment)
  const filings = (scenario: string, operations: number) => async () => {
    const clients = await Promise.all(Array.from({ length: parallel }, (_, person) => signIn(deployment, person)))
    await quiet.settled()
    return round(
      deployment,
      { server: deployment.portal, jobs: deployment.worker },
      { operations, parallel, settled: quiet.settled },
      async (_, lane) => void (await fileOne(clients[lane] as WebClient, scenario, quiet.settled)),
    )
  }
  try {
    await filings(freeScenario, warmUp)()
    await filings(paidScenario, warmUp)()
    const { free, paid } = await inTurns(rounds, {
      free: filings(freeScenario, filingsEach),
      paid: filings(paidScenario, filingsEach),
    })
    return [rowOf('without a fee', free), rowOf('with a fee, paid at the cashier', paid)]
  } finally {
    await quiet.close()
  }
}

const rowOf = (how: string, taken: Round): Row => ({
  work: `a whole Form I-90 from start to receipt, ${how}`,
  rate: rate(taken.perSecond),
  cpu: `${milliseconds(taken.cpuMs)} for ${taken.requests.toFixed(0)} requests, ${taken.statements.toFixed(0)} statements`,
  jobsCpu: milliseconds(taken.jobsCpuMs),
  postgresCpu: milliseconds(taken.postgresCpuMs),
  reach: `≤ ${reachMs} ms web CPU for ${peerRequests} requests`,
  reached: perPeerRequests(taken) <= reachMs,
  note: `${milliseconds(perPeerRequests(taken))} for ${peerRequests} of its requests`,
})

const perPeerRequests = ({ cpuMs, requests }: Round): number => (cpuMs / requests) * peerRequests
