import { accountsOnCase, receiptNumberEnding } from '../../cases/index.ts'
import { notify } from '../../notifications/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { insertTelling } from './telling-store.ts'

/** `id`: of what was written or sent. */
interface Telling {
  readonly id: string
  readonly caseId: string
}

/** Has the others on a case told, once the caller's transaction is there, that one of them wrote or sent something: who they are the portal does not know. */
export const tellOthers = ({ actor, enqueue }: Pick<OperationContext, 'actor' | 'enqueue'>, { id, caseId, receiptNumber }: Telling & { receiptNumber: string }): Promise<void> =>
  enqueue('correspondence.tell-others', { id, case: caseId, ending: receiptNumberEnding(receiptNumber), by: accountsOf(actor) }, { jobKey: `tell-others:${id}` })

/** Tells everybody on the case but who wrote, once, however often its job runs. */
const tellOfWriting = operation({
  name: 'correspondence.tell-others',
  allow: (actor, _input: Telling & { ending: string; by: readonly string[] }) => actor.kind === 'system',
  refusals: ['told-before'],
  async run(context, { id, caseId, ending, by }) {
    const { tx, now, refuse, audit } = context
    audit({ subject: caseId })
    if (!(await insertTelling(tx, id, now))) return refuse('told-before')
    const accounts = (await accountsOnCase(tx, caseId)).filter((account) => !by.includes(account))
    await notify(context, { accounts, topic: 'messages', mail: { kind: 'cases.news', values: { ending } } })
    return { told: accounts.length }
  },
})

export const tellOthersJob: Job = {
  task: 'correspondence.tell-others',
  async run({ perform }, { id, case: caseId, ending, by }) {
    if (typeof id !== 'string' || typeof caseId !== 'string' || !Array.isArray(by)) return
    await perform(tellOfWriting, { id, caseId, ending: String(ending), by: by.map(String) })
  },
}
