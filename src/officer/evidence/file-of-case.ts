import { sentFile, type ShownFile } from '../../evidence/index.ts'
import { shownFileOfCase } from '../../filing/index.ts'
import { query } from '../../platform/operation.ts'

/** A document of a case as the office reads it, filed with the form or sent later; null: none, another case's, or not ready yet. */
export const fileOfCase = query({
  name: 'officer.file-of-case',
  allow: ({ kind }, _input: { caseId: string; file: string }) => kind === 'staff',
  run: async (context, which): Promise<ShownFile | null> => (await shownFileOfCase.run(context, which)) ?? (await sentFile.run(context, which)),
})
