import { isId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { type Finding, findingRefusals, type LicenceForOffice, licenceForOffice, licencesToCheck, type LicenceToCheck, recordFinding } from '../../representation/index.ts'
import { whoMay } from '../may.ts'

const aPage = 25

export interface LicenceQueue {
  readonly waiting: readonly LicenceToCheck[]
  /** Where the next page begins; null on the last one. */
  readonly next: { readonly at: string; readonly id: string } | null
}

/** One page of the licences that nobody looked at, the longest wait first. */
export const licenceQueue = query({
  name: 'officer.licence-queue',
  allow: (actor, _input: { after: { at: string; id: string } | null }) => whoMay('check-licences')(actor),
  async run(context, { after }): Promise<LicenceQueue> {
    const found = await licencesToCheck(context, { after, most: aPage + 1 })
    const waiting = found.slice(0, aPage)
    const last = found.length > aPage ? waiting.at(-1)?.licence : undefined
    return { waiting, next: last ? { at: last.statedAt.toString(), id: last.id } : null }
  },
})

/** One licence with whose it is; null: there is none, or it was removed. */
export const licenceToCheck = query({
  name: 'officer.licence',
  allow: (actor, _input: { id: string }) => whoMay('check-licences')(actor),
  run: async (context, { id }): Promise<LicenceForOffice | null> => (isId(id) ? licenceForOffice(context, id) : null),
})

/** **Verify** where no reason is given, **Do not accept** where one is: what was looked at, and once. */
export const checkLicence = operation({
  name: 'officer.check-licence',
  allow: (actor, _finding: Finding) => whoMay('check-licences')(actor),
  refusals: findingRefusals,
  async run(context, finding) {
    const refused = isId(finding.id) ? await recordFinding(context, finding) : 'no-such-licence'
    return refused ? context.refuse(refused) : null
  },
})
