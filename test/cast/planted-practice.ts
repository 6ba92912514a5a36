import type { Keys } from '../../src/platform/crypto/keys.ts'
import { noContact, sealContact, sealNames } from '../../src/representation/clients/client.ts'
import { sealNote } from '../../src/representation/clients/note.ts'
import { sealLicence } from '../../src/representation/licences/licence.ts'
import { sealClientName } from '../../src/representation/withdrawn/withdrawn.ts'
import { sealCertified } from '../../src/representation/practice/certified-words.ts'
import { sealPractice } from '../../src/representation/practice/practice.ts'

type Planted = { readonly ground: { readonly services: { readonly keys: Keys } }; readonly account: string; readonly press: string; readonly now: string; daysAgo(days: number): string }

const contact = { address: { country: 'US', street: '1 Main Street', city: 'Utica', region: 'NY', postalCode: '13501' }, phone: '+12025550123', email: 'office@example.test' }

/** What a representative keeps of their practice and their clients. */
export const plantedPractice = {
  'representation.practice': ({ ground: { services }, account, now }: Planted) => ({
    kind: 'attorney', changed_at: now,
    organization_sealed: sealPractice(services.keys, account, 'organization_sealed', 'Planted Law'),
    contact_sealed: sealPractice(services.keys, account, 'contact_sealed', JSON.stringify(contact)),
  }),
  'representation.licence': ({ ground: { services }, account, now, daysAgo }: Planted, id: string) => ({
    kind: 'attorney', authority: 'NY', admitted_on: daysAgo(4000).slice(0, 10), stated_at: now, state: 'claimed',
    number_sealed: sealLicence(services.keys, { account, id }, 'number_sealed', 'PL-4711'),
  }),
  'representation.certification': ({ ground: { services }, account, now }: Planted, id: string) => ({
    at: now, kind: 'attorney', version: 'v1', language: 'en', sealed: sealCertified(services.keys, { id, account }, { words: 'Planted words', name: 'Planted Name' }),
  }),
  'representation.withdrawn_appearance': ({ ground: { services }, account, daysAgo }: Planted, id: string) => ({
    ended_from: 'client', ended_at: daysAgo(3), to_name: null,
    name_sealed: sealClientName(services.keys, { id, account }, 'Planted Client'),
  }),
  'representation.client': ({ ground: { services: { keys } }, account, press: id, now }: Planted) => {
    const whose = { id, representative: account }
    const names = sealNames(keys, whose, { kind: 'person', family: 'Planted', given: 'Client', middle: '' })
    return { id, account: null, kind: 'person', came_by: 'added', place: 1, added_at: now, names_sealed: names, contact_sealed: sealContact(keys, whose, noContact) }
  },
  'representation.client_note': ({ ground: { services: { keys } }, account, press, now }: Planted, id: string) => ({
    client: press, at: now, sealed: sealNote(keys, { id, representative: account }, 'A planted note on a client'),
  }),
}
