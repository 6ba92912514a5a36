import { accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { evidenceFile } from '../stored-file.ts'
import { type LibraryDocument, libraryOf } from './library.ts'
import { listKeptFiles } from './library-store.ts'

/** Files that are looked through for a library: more than anybody has in years, few enough for one page. */
export const libraryFilesMost = 1000

/** `isCut`: there are more files, older ones, than are looked through. */
export interface OwnLibrary {
  readonly documents: readonly LibraryDocument[]
  readonly isCut: boolean
}

/** Every document that a person has in their drafts and submissions, each distinct file once. */
export const ownLibrary = query({
  name: 'evidence.own-library',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, _input: undefined): Promise<OwnLibrary> {
    const rows = await listKeptFiles(tx, accountsOf(actor), libraryFilesMost + 1)
    const uses = rows.slice(0, libraryFilesMost).map((row) => ({ file: evidenceFile(services.keys, row), submission: row.submission }))
    return { documents: libraryOf(uses), isCut: rows.length > libraryFilesMost }
  },
})
