import { notify } from '../../notifications/index.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { findPreparation } from '../preparation-store.ts'
import { findPackage, recordVoidTold } from './copy-store.ts'

/** Tells the client that what they had before them is void: taken back, or ended by somebody else than themselves. Once, however often it runs. */
const tellVoid = operation({
  name: 'preparation.tell-void',
  allow: ({ kind }, _input: { package: string }) => kind === 'system',
  refusals: [],
  async run(context, { package: id }) {
    const { tx, now, audit } = context
    audit({ subject: id })
    const row = await findPackage(tx, id)
    const its = row && (await findPreparation(tx, row.preparation))
    if (!its?.client_account || its.ended_from === 'client' || !(await recordVoidTold(tx, id, now))) return null
    await notify(context, { accounts: [its.client_account], topic: 'case-news', mail: { kind: 'preparation.void', values: { preparation: its.id } } })
    return null
  },
})

export const tellVoidJob: Job = {
  task: 'preparation.tell-void',
  async run({ perform }, payload) {
    await perform(tellVoid, { package: String(payload.package) })
  },
}
