import type { Job } from '../../../platform/jobs/job.ts'
import { operation, query } from '../../../platform/operation.ts'
import { findToForget, markForgotten } from './brought-store.ts'

const fileToForget = query({
  name: 'officer.intake-file-to-forget',
  allow: ({ kind }, _input: { intake: string }) => kind === 'system',
  run: async ({ tx }, { intake }): Promise<string | null> => (await findToForget(tx, intake)) ?? null,
})

const forgetFile = operation({
  name: 'officer.forget-intake-file',
  allow: ({ kind }, _input: { intake: string }) => kind === 'system',
  refusals: [],
  async run({ tx, audit }, { intake }) {
    audit({ subject: intake })
    await markForgotten(tx, intake)
  },
})

/** Deletes the bytes of a file whose import has ended. Should it fail for good, the sweep of the storage finds them. */
export const forgetFileJob: Job = {
  task: 'officer.forget-intake-file',
  async run({ read, perform, services }, payload) {
    const intake = String(payload.intake)
    const storageKey = await read(fileToForget, { intake })
    if (!storageKey) return
    await services.storage.delete(storageKey)
    await perform(forgetFile, { intake })
  },
}
