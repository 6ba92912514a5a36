import type { Keys } from '../../../platform/crypto/keys.ts'
import { type PublicKey, publicKey } from '../../../platform/crypto/signing.ts'
import type { Chore } from '../../../platform/jobs/job.ts'
import { operation, query } from '../../../platform/operation.ts'
import { insertKeys, listKeys } from './key-store.ts'

const keysInUse = (keys: Keys): PublicKey[] => keys.ids.map((id) => ({ id, pem: publicKey(keys, 'document-code', id) }))

/** Writes down the public half of every key of the ring: it stays published when the key is taken out. */
const publishKeys = operation({
  name: 'notices.publish-keys',
  allow: ({ kind }, _input: undefined) => kind === 'system',
  refusals: [],
  async run({ tx, now, services, audit, recordedBefore }) {
    const published = await insertKeys(tx, keysInUse(services.keys).map(({ id, pem }) => ({ key_id: id, public_key: pem })), now)
    if (published === 0) return recordedBefore()
    audit({ detail: { published } })
  },
})

export const publishKeysChore: Chore = {
  name: 'notices.publish-keys',
  everySeconds: 300,
  run: async ({ perform }) => void (await perform(publishKeys, undefined)),
}

/** Every public key that a notice of ours may be signed with: those in use first, then those that left the master key. */
export const publishedKeys = query({
  name: 'notices.published-keys',
  allow: () => true,
  async run({ tx, services }): Promise<PublicKey[]> {
    const inUse = keysInUse(services.keys)
    const retired = (await listKeys(tx)).map(({ key_id: id, public_key: pem }) => ({ id, pem }))
    return [...inUse, ...retired.filter((each) => !inUse.some(({ id, pem }) => id === each.id && pem === each.pem))]
  },
})

/** As the file of keys holds them: each under its id. */
export const keysAsText = (keys: readonly PublicKey[]): string => keys.map(({ id, pem }) => `${id}\n${pem}`).join('\n')

const keyEntry = /^([a-z0-9][a-z0-9-]{0,15})\r?\n(-----BEGIN PUBLIC KEY-----\r?\n[A-Za-z0-9+/=\r\n]+-----END PUBLIC KEY-----)/gm

/** What `keysAsText` wrote, whatever became of its line ends; empty: there is no key in it. */
export const keysFromText = (text: string): PublicKey[] => [...text.matchAll(keyEntry)].map(([, id = '', pem = '']) => ({ id, pem }))
