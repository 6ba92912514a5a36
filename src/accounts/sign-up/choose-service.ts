import { operation } from '../../platform/operation.ts'
import { recordFacts } from '../account-store.ts'
import { stepPath } from './steps.ts'

/** **my{agency}**: the service of the pack that this product is. */
export const chooseService = operation({
  name: 'accounts.choose-service',
  allow: (actor) => actor.kind === 'account',
  refusals: [],
  async run({ tx, actor, services, audit }, _input: undefined) {
    const id = actor.id as string
    const service = services.agency.services.find((each) => each.here)?.id ?? 'portal'
    audit({ account: id, detail: { service } })
    await recordFacts(tx, id, { service })
    return { goTo: stepPath('account-type') }
  },
})
