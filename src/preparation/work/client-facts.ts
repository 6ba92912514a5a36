import { addressOf, type Facts, type FormDefinition, offerAnswers, offerOf, type OfferedAnswers } from '../../filing/index.ts'
import type { Client, OwnPractice } from '../../representation/index.ts'

/** What a representative knows of a client, by the facts that forms ask for: the client's, and nothing of the representative. */
export function factsOfClient({ names, contact }: Client): Facts {
  const named = names.kind === 'person' ? ([['family-name', names.family || names.given], ['given-name', names.family ? names.given : ''], ['middle-name', names.middle]] as const) : []
  const reached = [
    ['email', contact.email],
    ['daytime-phone', contact.phone],
    ['mailing-address', contact.address && addressOf(contact.address)],
  ] as const
  return new Map([...named, ...reached].flatMap(([fact, answer]) => (answer ? [[fact, { answer, from: 'client' }] as const] : [])))
}

/** What fills in the part of a form that is about who prepared it: the representative, as their practice says. */
function asPreparer({ names, practice }: OwnPractice) {
  if (!practice) return {}
  const { contact, organization } = practice
  return {
    preparerUsed: 'yes',
    preparerFamilyName: names?.family,
    preparerGivenName: names?.given,
    preparerOrganization: organization,
    preparerAddress: addressOf(contact.address),
    preparerDaytimePhone: contact.phone,
    preparerEmail: contact.email,
  }
}

/** What is shown in the fields of a form for a client: nothing of it counts before its page is saved. */
export const offeredForClient = (definition: FormDefinition, client: Client, practice: OwnPractice): OfferedAnswers => ({
  ...offerOf(definition, factsOfClient(client)),
  ...offerAnswers(definition, asPreparer(practice), { from: 'practice' }),
})
