import type { Doer } from '../../accounts/index.ts'
import type { Place } from '../../platform/crypto/hash-pool.ts'
import { type Answer, overloaded } from '../../platform/http/answer.ts'
import type { Result } from '../../platform/operation.ts'
import { contentFrom, type FileContent } from './content.ts'
import { type FileFault, openFile, readSealedFile, type SealedFile } from './envelope.ts'
import { busySeconds } from './export-draft.ts'
import { type StartedFromFile, startFromFile, tryDraftFile } from './start-from-file.ts'

type Posted = { readonly file: Buffer; readonly passphrase: string; readonly startKey: string; readonly language: string }

type Refusal = Exclude<FileFault, 'not-opened'> | 'too-many-tries' | 'too-many-drafts' | 'not-allowed' | (typeof startFromFile.refusals)[number]

export type Opened = { readonly started: StartedFromFile } | { readonly refusal: Refusal }

/**
 * Opens a draft file and begins a draft with it. What can be told without a guess at the passphrase costs no try; then a
 * place in the line for hashing, a counted try, the work itself outside any transaction, and the draft.
 */
export async function openDraftFile(by: Doer, posted: Posted): Promise<Opened | Answer> {
  const read = readSealedFile(posted.file)
  if (typeof read === 'string' && read !== 'not-opened') return { refusal: read }
  const place = by.services.passwords.admit()
  if ('overloaded' in place) return overloaded(busySeconds)
  try {
    const tried = await by.perform(tryDraftFile, undefined)
    if (!tried.ok) return { refusal: tried.refusal === 'too-many-attempts' ? 'too-many-tries' : tried.refusal }
    const content = typeof read === 'string' ? null : await contentOf(by, read, posted.passphrase, place)
    return endOf(await by.perform(startFromFile, { content, startKey: posted.startKey, language: posted.language }))
  } finally {
    place.leave()
  }
}

async function contentOf(by: Doer, read: SealedFile, passphrase: string, place: Place): Promise<FileContent | null> {
  const plain = openFile(read, await by.services.passwords.deriveFileKey(passphrase, read.header, place))
  return (plain && contentFrom(plain)) ?? null
}

function endOf(result: Result<StartedFromFile, (typeof startFromFile.refusals)[number]>): Opened {
  if (result.ok) return { started: result.output }
  return { refusal: result.refusal === 'too-many-attempts' ? 'too-many-drafts' : result.refusal }
}
