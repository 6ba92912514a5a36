import { type CaseBehind, findLastDone } from '../../cases/index.ts'
import { actsForOffice, type OfficeActs } from '../../correspondence/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import type { Context } from '../../platform/http/page.ts'
import { query } from '../../platform/operation.ts'
import { toCase } from '../decisions/case-trail.tsx'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'

export type ActsFile = OfficeActs & { readonly state: 'open'; readonly case: CaseBehind; readonly addressSaidAt: Temporal.Instant | undefined; readonly names: ReadonlyMap<string, string> }

/** What was done with a case whose file is open here; null: there is no such case for who asks. */
const actsFile = query({
  name: 'officer.acts-file',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('decide-case')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<ActsFile | { readonly state: 'closed' } | null> {
    const found = await openedBehind(context, receiptNumber)
    if (found === 'unknown-case') return null
    if (found === 'file-not-opened') return { state: 'closed' }
    const acts = await actsForOffice(context, found.id)
    const addressSaidAt = await findLastDone(context.tx, { caseId: found.id, kind: 'confirm-address' })
    return { ...acts, state: 'open', case: found, addressSaidAt, names: await colleaguesNamed(context, acts.acts.map(({ by }) => by)) }
  },
})

/** For every page about such an act; where the file was not opened, the case asks for a reason. */
export async function openActs(context: Context<{ receiptNumber: string }>) {
  const file = await context.read(actsFile, { receiptNumber: context.params.receiptNumber })
  if (!file) return notFound
  return file.state === 'open' ? file : toCase(context)
}
