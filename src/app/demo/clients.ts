import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { performerFor } from '../../platform/operation.ts'
import { setNames } from '../../profile/index.ts'
import { addClient, addLicence, certifyPractice, type ClientNames, keepNote, statePractice } from '../../representation/index.ts'
import type { Deployment } from '../deployment.ts'
import { done } from './on-day.ts'
import type { DemoPractice } from './people.ts'

export const demoFirm = {
  organization: 'Harbor Law',
  contact: { address: { country: 'US', street: '12 Quay Street', city: 'Albany', region: 'NY', postalCode: '12207' }, phone: '+12025550160', email: 'office@harbor-law.example' },
}

const person = (given: string, family: string, middle = ''): ClientNames => ({ kind: 'person', given, middle, family })

/** Of one name, of other scripts, of one name only, and a company. */
export const demoClients: readonly { names: ClientNames; email?: string; phone?: string; note?: string }[] = [
  { names: person('Daniel', 'Okafor'), email: 'daniel.okafor@example.test', note: 'Prefers to be called in the evening.' },
  { names: person('Daniel', 'Okafor'), phone: '+12025550161' },
  { names: person('Inés', 'Álvarez', 'Lucía'), email: 'ines@example.test' },
  { names: person('小明', '王') },
  { names: person('ليلى', 'حداد') },
  { names: person('', 'Suharto') },
  { names: { kind: 'company', company: 'Blue Quay Shipping', signer: 'Greta Holm' }, email: 'people@blue-quay.example', note: 'Signs on Thursdays only.' },
]

/** A representative of the demonstration: their practice, stated and certified, and whom they act for. */
export async function openDemoPractice(deployment: Deployment, actor: Actor, { given, family, authority, number }: DemoPractice): Promise<void> {
  const { services } = deployment
  const as = performerFor(deployment.partsFor('portal'), actor, { id: null, network: null })
  done('name', await as.perform(setNames, { given, family, order: 'given-first', ownScript: '', called: '', others: [] }))
  done('practice', await as.perform(statePractice, { kind: 'attorney', ...demoFirm }))
  done('licence', await as.perform(addLicence, { authority, number, admittedOn: Temporal.PlainDate.from('2014-06-02'), expiresOn: null }))
  const { certification: version } = services.agency.representatives
  done('certification', await as.perform(certifyPractice, { fullLegalName: `${given} ${family}`, kind: 'attorney', version, language: 'en' }))
  for (const { names, email = '', phone = '', note } of demoClients) {
    const { id } = done('client', await as.perform(addClient, { names, contact: { email, phone, address: null }, isAnother: true, press: newId() }))
    if (note) done('note', await as.perform(keepNote, { client: id, text: note, press: newId() }))
  }
}
