import { z } from 'zod'
import { heldPart } from '../platform/archive/index.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { anyJson, day, instant, iso, isoOrNull, text } from '../platform/archive/shapes.ts'
import { clientOf } from './clients/client.ts'
import { listClientsOf } from './clients/client-store.ts'
import { noteOf } from './clients/note.ts'
import { listNotesOf } from './clients/note-store.ts'
import { licenceOf } from './licences/licence.ts'
import { listLicencesOf } from './licences/licence-store.ts'
import { openPractice } from './practice/practice.ts'
import { listPractices } from './practice/practice-store.ts'

const kind = z.enum(['attorney', 'accredited'])

const representationSchema = z
  .strictObject({
    practices: z.array(
      z.strictObject({
        kind,
        organization: text('The firm or recognized organization; empty: none'),
        contact: anyJson('Business address, telephone number (E.164) and email address'),
        changedAt: instant('Last changed'),
        certification: z
          .strictObject({ at: instant('When'), kind, version: text('Which version of the text'), name: text('The name you typed') })
          .nullable()
          .describe('What you certified under penalty of perjury; null: nothing'),
      }),
    ),
    licences: z.array(
      z.strictObject({
        kind,
        authority: text('Who admitted or accredited you'),
        number: text('Its number; empty: none'),
        admittedOn: day('Since when'),
        expiresOn: day('Its last day; null: it has none').nullable(),
        statedAt: instant('When you last stated it'),
        state: z.enum(['claimed', 'verified', 'refused']).describe('What the agency found of it'),
        checkedAt: instant('When the agency looked at it; null: not yet').nullable(),
        reason: text('Why it was not accepted').nullable(),
        removedAt: instant('When you removed it; null: you did not').nullable(),
      }),
    ),
    clients: z.array(
      z.strictObject({
        names: anyJson('How the client is called, as you wrote it: a person or a company'),
        contact: anyJson('How the client is reached: email address, telephone number (E.164), postal address'),
        hasAccount: z.boolean().describe('Whether the client said that an account here is theirs'),
        addedAt: instant('When the client was added'),
        archivedAt: instant('When you archived the client; null: you did not').nullable(),
        notes: z.array(
          z.strictObject({
            text: text('What you noted, for yourself alone'),
            at: instant('When'),
            changedAt: instant('When you last changed it; null: never').nullable(),
            removedAt: instant('When you removed it; null: you did not').nullable(),
          }),
        ),
      }),
    ),
  })
  .describe('Your practice as a representative, as you stated it, and the clients that you keep, with your notes')

/** A representative's own: what others keep of somebody as their client is theirs, and in no archive of the client's. */
async function clientsOf(tx: Tx, keys: Keys, accounts: readonly string[]) {
  const notes = await listNotesOf(tx, accounts)
  return (await listClientsOf(tx, accounts)).map((row) => {
    const { names, contact, account, addedAt, archivedAt } = clientOf(keys, row)
    const its = notes.filter(({ client }) => client === row.id).map((note) => {
      const { text, at, changedAt, removedAt } = noteOf(keys, note)
      return { text, at: iso(at), changedAt: isoOrNull(changedAt), removedAt: isoOrNull(removedAt) }
    })
    return { names: names as never, contact: contact as never, hasAccount: account !== null, addedAt: iso(addedAt), archivedAt: isoOrNull(archivedAt), notes: its }
  })
}

export const heldRepresentation = heldPart({
  name: 'representation',
  schema: representationSchema,
  from: ['representation.practice', 'representation.licence', 'representation.client', 'representation.client_note'],
  leavesOut: {},
  async read({ tx, accounts, services: { keys } }) {
    const practices = (await listPractices(tx, accounts)).map((row) => {
      const { kind, organization, contact, certification } = openPractice(keys, row)
      const certified = certification && { at: iso(certification.at), kind: certification.kind, version: certification.version, name: certification.name }
      return { kind, organization, contact: contact as never, changedAt: iso(row.changed_at), certification: certified }
    })
    const licences = (await listLicencesOf(tx, accounts)).map((row) => {
      const { id: _id, admittedOn, expiresOn, statedAt, checkedAt, ...its } = licenceOf(keys, row)
      const days = { admittedOn: admittedOn.toString(), expiresOn: expiresOn?.toString() ?? null }
      return { ...its, ...days, statedAt: iso(statedAt), checkedAt: isoOrNull(checkedAt), removedAt: isoOrNull(row.removed_at) }
    })
    return { data: { practices, licences, clients: await clientsOf(tx, keys, accounts) }, files: [] }
  },
})
