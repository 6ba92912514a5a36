import { sealAnswered, sealPackaged } from '../../src/preparation/package/sealed.ts'
import { newId } from '../../src/platform/ids.ts'
import type { DataGround } from './data-ground.ts'

interface Planted {
  readonly ground: Pick<DataGround, 'owner'> & { readonly services: Pick<DataGround['services'], 'keys'> }
  readonly account: string
  readonly now: string
}

const sha = 'b'.repeat(64)

/** A notice of appearance that a representative signed and gave to a client, who has not taken it up. */
export async function plantPreparation({ ground: { owner, services }, account, now }: Planted): Promise<void> {
  const [preparation, its, answer] = [newId(), newId(), newId()]
  const begun = { id: preparation, representative: account, client: newId(), start_key: newId(), appearance: newId(), begun_at: now }
  await owner.insertInto('preparation.preparation').values(begun as never).execute()
  const code = { id: newId(), preparation, code_hash: Buffer.from(newId()), issued_at: now, expires_at: '2099-01-01T00:00:00Z', given: 'shown' }
  await owner.insertInto('preparation.passcode').values(code as never).execute()
  const appearance_sealed = sealPackaged(services.keys, { id: its, representative: account }, 'appearance_sealed', '{"document":"planted"}')
  const laid = { id: its, preparation, ordinal: 1, laid_at: now, judged_on: now.slice(0, 10), appearance_sealed, appearance_sha256: sha }
  await owner.insertInto('preparation.package').values(laid as never).execute()
  const name_sealed = sealAnswered(services.keys, { id: answer, account }, 'name_sealed', 'A Planted Name')
  const signed = { id: answer, package: its, of: 'appearance', side: 'representative', account, at: now, accepted: true, document_sha256: sha, name_sealed }
  const how = { language: 'en', statement: 'A planted statement', session: newId(), factor: 'app', proved_at: now }
  await owner.insertInto('preparation.answer').values({ ...signed, ...how } as never).execute()
}
