import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Helper } from '../definition/definition.ts'
import type { Replay } from '../journey/replay.ts'
import { type HelperSignatureRow, listHelperSignatures } from './helper-signature-store.ts'
import { helperName, helpersNamed, openHelperName } from './helpers.ts'
import { fullNameOf } from './name-fits.ts'
import type { SignatureRow } from './signature-store.ts'

/** Each helper named, and when they signed the document shown; null: not yet. */
export type HelpersState = readonly {
  readonly helper: Helper
  readonly name: string
  readonly signedAt: Temporal.Instant | null
}[]

export const helpersState = (keys: Keys, replay: Replay, rows: readonly HelperSignatureRow[]): HelpersState =>
  helpersNamed(replay).map((helper) => {
    const row = rows.find((each) => each.helper === helper.id)
    const name = row ? openHelperName(keys, row) : fullNameOf(helperName(replay, helper))
    return { helper, name, signedAt: row?.signed_at ?? null }
  })

/** A helper's signature with the name they typed. */
export type HelperSigned = { readonly row: HelperSignatureRow; readonly name: string }

/** Who signed the same document beside the filer. */
export async function helpersSigned(
  { tx, services: { keys } }: { tx: Tx; services: { keys: Keys } },
  { draft, document_sha256 }: SignatureRow,
): Promise<readonly HelperSigned[]> {
  const rows = await listHelperSignatures(tx, draft, document_sha256)
  return rows.map((row) => ({ row, name: openHelperName(keys, row) }))
}
