import { sealAppSecret } from '../../src/accounts/second-factor/authenticator-app.ts'
import { contactHash, sealContactAddress } from '../../src/accounts/contact-points/contact-point.ts'
import { totpSecret } from '../../src/platform/crypto/totp.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Services } from '../../src/platform/services.ts'
import type { TestDatabase } from '../database.ts'
import { readyPerson } from './ready-person.ts'

type Ground = { database: TestDatabase; services: Services }

const ownerOf = ({ database }: Ground) => {
  const { owner } = database.pools
  if (!owner) throw new Error('the test database has an owner')
  return owner
}

/** A proven phone for codes, as its own proof would leave it. */
export async function givePhone(ground: Ground, account: string, phone: string) {
  const { keys, clock } = ground.services
  const id = newId()
  const [address_hash, address_sealed] = [contactHash(keys, phone), sealContactAddress(keys, account, id, phone)]
  const at = clock.now()
  await ownerOf(ground)
    .insertInto('accounts.contact_point')
    .values({ id, account, kind: 'phone', purpose: 'codes', address_hash, address_sealed, added_at: at, proven_at: at })
    .execute()
}

/** A proven app, and its key. */
export async function giveApp(ground: Ground, account: string): Promise<string> {
  const { keys, clock } = ground.services
  const [id, key, at] = [newId(), totpSecret(), clock.now()]
  await ownerOf(ground)
    .insertInto('accounts.authenticator_app')
    .values({ id, account, name: 'My phone', secret_sealed: sealAppSecret(keys, account, id, key), added_at: at, proven_at: at })
    .execute()
  return key
}

/** A finished person with these factors; codes come by the named channel. */
export async function personWith(
  ground: Ground,
  email: string,
  { phone, app, channel = 'email' }: { phone?: string; app?: boolean; channel?: string },
) {
  const person = await readyPerson(ground, email)
  if (phone) await givePhone(ground, person.id, phone)
  const key = app ? await giveApp(ground, person.id) : ''
  await ownerOf(ground).updateTable('accounts.account').set({ code_channel: channel }).where('id', '=', person.id).execute()
  return { ...person, key }
}
