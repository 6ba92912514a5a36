import { operation } from '../../platform/operation.ts'
import { lockOwnPreparation } from '../lock-own.ts'
import { mayPrepare } from '../work/may-prepare.ts'
import { openShown, shownWithinMinutes } from './passcode.ts'
import { forgetShown, lockStandingPasscode } from './passcode-store.ts'

/** A passcode as a page shows it, once. */
export interface OnceShown {
  readonly code: string
  readonly expiresAt: Temporal.Instant
}

/** Opens the passcode that was just issued and forgets it in the same transaction: of two pages that are opened at once one shows it. */
export const showPasscode = operation({
  name: 'preparation.show-passcode',
  allow: (actor, _input: { preparation: string }) => mayPrepare(actor),
  refusals: ['not-to-be-shown'],
  async run(context, { preparation }): Promise<OnceShown | { refused: 'not-to-be-shown' }> {
    const { tx, actor, now, services, refuse, audit } = context
    const row = await lockOwnPreparation(context, preparation)
    const passcode = row && (await lockStandingPasscode(tx, row.id))
    audit({ subject: preparation.slice(0, 40), account: actor.id as string })
    if (!row || !passcode?.shown_sealed) return refuse('not-to-be-shown')
    if (Temporal.Instant.compare(passcode.issued_at.add({ minutes: shownWithinMinutes }), now) <= 0) return refuse('not-to-be-shown')
    await forgetShown(tx, passcode.id)
    const code = openShown(services.keys, { id: passcode.id, representative: row.representative }, passcode.shown_sealed)
    return { code, expiresAt: passcode.expires_at }
  },
})
