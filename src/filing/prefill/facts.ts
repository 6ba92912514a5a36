import { readAccountContact } from '../../accounts/index.ts'
import { ownAddresses, ownPerson, type PostalAddress } from '../../profile/index.ts'
import { accountsOf, type Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { agencyDay } from '../../cases/index.ts'
import type { Address, Answer, Answers, FormDefinition } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'
import type { Fact } from '../definition/question.ts'
import type { Offered, OfferedFrom } from '../draft/origin.ts'
import { openSigned } from '../signature/signature.ts'
import { listReceived } from './received-store.ts'
import { isForAnother, ownFactOf } from './whose.ts'

type Running = { readonly tx: Tx; readonly actor: Actor; readonly now: Temporal.Instant; readonly services: Services }

/** What is known of a person, by fact. */
export type Facts = ReadonlyMap<Fact, Offered>

const receivedMost = 5

/**
 * What the account knows of its person: first what they sent in earlier forms, then what their profile says, which is
 * newer. Only what is their own is read.
 */
export async function knownFacts(running: Running): Promise<Facts> {
  return new Map([...(await factsOfFilings(running)), ...(await factsOfProfile(running))])
}

/** The facts in the forms that were received, of several the latest. */
async function factsOfFilings({ tx, actor, services }: Running): Promise<readonly (readonly [Fact, Offered])[]> {
  const { agency, keys } = services
  const rows = await listReceived(tx, accountsOf(actor), receivedMost)
  return rows.toReversed().flatMap(({ signature, form, edition, received_at }) => {
    const definition = agency.definitions.get(form)?.get(edition.toString()) as FormDefinition | undefined
    if (!definition) return []
    const { document } = JSON.parse(openSigned(keys, signature).document) as { document: { answers: Answers } }
    const from = { from: 'filing', form, on: agencyDay(agency, received_at).toString() } as const
    return factsIn(definition, document.answers, from)
  })
}

/** The facts that answers to a form give of the account's person: none where it was signed for somebody else, such as a child. */
export function factsIn(definition: FormDefinition, answers: Answers, from: OfferedFrom): readonly (readonly [Fact, Offered])[] {
  const forAnother = isForAnother(definition, answers)
  return questionsOf(definition).flatMap((question) => {
    const { id } = question
    const fact = ownFactOf(question, forAnother)
    const answer = answers[id]
    return fact && answer !== undefined && answer !== null ? [[fact, { answer, ...from }] as const] : []
  })
}

async function factsOfProfile(running: Running): Promise<readonly (readonly [Fact, Offered])[]> {
  const person = await ownPerson.run(running, {})
  const { physical, mailing } = await ownAddresses.run(running, {})
  const contact = await readAccountContact(running, String(running.actor.id))
  const known: readonly (readonly [Fact, Answer | null | undefined])[] = [
    ['given-name', person.names?.given],
    ['family-name', person.names?.family],
    ['date-of-birth', person.dateOfBirth?.toString()],
    ['a-number', person.aNumber?.replace(/^A/, '')],
    ['account-number', contact?.onlineAccountNumber],
    ['home-address', physical && addressOf(physical)],
    ['mailing-address', (mailing ?? physical) && addressOf((mailing ?? physical) as PostalAddress)],
    ['daytime-phone', person.phones.day],
    ['mobile-phone', person.phones.mobile],
    ['email', contact?.email],
  ]
  return known.flatMap(([fact, answer]) => (answer ? [[fact, { answer, from: 'profile' }] as const] : []))
}

const unitPattern = /^(apt|apartment|ste|suite|flr|floor)\.?\s+(.+)$/i

/** An address of the profile in the parts that a form asks for. */
export function addressOf({ country, inCareOf, street, unit, district, city, region, postalCode }: PostalAddress): Address {
  const found = unit === undefined ? null : unitPattern.exec(unit)
  const unitType = found?.[1]?.slice(0, 1).toLowerCase()
  const types: Readonly<Record<string, string>> = { a: 'apt', s: 'ste', f: 'flr' }
  const local = country === 'US' ? { state: region, zipCode: postalCode } : { district, province: region, postalCode }
  const parts = {
    inCareOf,
    street,
    unitType: unitType && types[unitType],
    unitNumber: found?.[2] ?? unit,
    city,
    ...local,
    country,
  }
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text)) as Address
}
