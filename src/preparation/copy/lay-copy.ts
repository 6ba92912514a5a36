import { copyFilesOfDraft } from '../../evidence/index.ts'
import { asActor } from '../../platform/db/transaction.ts'
import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { beginCopy } from './begin-copy.ts'
import { findPackage } from './copy-store.ts'
import { finishCopy } from './finish-copy.ts'

const stands = async ({ pool, actor }: JobContext, id: string): Promise<boolean> => {
  const row = await asActor(pool, actor, { readOnly: true }, (tx) => findPackage(tx, id))
  return row !== undefined && row.voided_at === null
}

/**
 * Lays a package before its client: a copy of the form under their account, file by file, then the comparison with what was
 * signed. Killed anywhere it goes on where it was; a package that is void by then is left, and its copy goes with it.
 */
export const layCopyJob: Job = {
  task: 'preparation.lay-copy',
  async run(context, payload) {
    const id = String(payload.package)
    if (!(await stands(context, id))) return
    const begun = await context.perform(beginCopy, { package: id })
    if (!begun.ok) throw new Error(begun.refusal)
    const isWanted = () => stands(context, id)
    if (begun.output && !(await copyFilesOfDraft(context, { ...begun.output, isWanted }))) return
    await context.perform(finishCopy, { package: id })
  },
}
