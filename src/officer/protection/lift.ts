import { standingOf } from '../../accounts/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { isId, newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { notOpened, openedCase } from '../case-file/opened-case.ts'
import { insertLift, type Lift, liftAgreed, lockLift, markDecided } from './lift-store.ts'
import { isPersonOf, mayInSession, type Named, type OfWhom } from './protection-acts.ts'

const place = (subject: string, lift: string) => ({ person: subject, table: 'officer.protection_lift', row: lift, column: 'reason_sealed' })

export const openLiftReason = (keys: Keys, lift: Lift): string =>
  openText(keys, place(String(lift.account ?? lift.case), lift.id), lift.reason_sealed)

/** **Ask to lift it**: the first of two people, who says why. Nothing is lifted by it. */
export const askUnprotect = operation({
  name: 'officer.ask-unprotect',
  allow: (actor, _input: OfWhom & { reason: string }) => mayInSession('see-protected')(actor),
  refusals: [...notOpened, 'not-on-case', 'asked-already'],
  async run(context, { receiptNumber, account, reason }) {
    const { tx, actor, now, services, refuse, audit } = context
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return refuse(found)
    if (account !== null && !isPersonOf(found, account)) return refuse('not-on-case')
    const person = account && ((await standingOf(context, account)) ?? account)
    const [id, subject] = [newId(), person ?? found.id]
    audit({ subject: found.id, ...(person ? { account: person } : {}), detail: { lift: id } })
    const reason_sealed = sealText(services.keys, place(subject, id), reason)
    const lift = { id, account: person, case: person ? null : found.id, asked_by: String(actor.id), asked_at: now, reason_sealed }
    return (await insertLift(tx, lift)) ? { lift: id } : refuse('asked-already')
  },
})

const deciding = (name: string, agreed: boolean) =>
  operation({
    name,
    allow: (actor, _input: Named & { lift: string }) => mayInSession('decide-unprotect')(actor) && mayInSession('see-protected')(actor),
    refusals: [...notOpened, 'no-lift', 'decided-already', 'asked-by-you'],
    async run(context, { receiptNumber, lift: id }) {
      const { tx, actor, now, refuse, audit } = context
      const found = await openedCase(context, receiptNumber)
      if (typeof found === 'string') return refuse(found)
      const lift = isId(id) ? await lockLift(tx, id) : undefined
      const standing = lift?.account && (await Promise.all(found.parties.map(({ account }) => standingOf(context, account)))).includes(lift.account)
      if (!lift || !(standing || lift.case === found.id)) return refuse('no-lift')
      audit({ subject: found.id, ...(lift.account ? { account: lift.account } : {}), detail: { lift: id } })
      if (lift.decided_at) return refuse('decided-already')
      if (lift.asked_by === actor.id) return refuse('asked-by-you')
      await markDecided(tx, id, { by: String(actor.id), at: now, agreed })
      if (agreed) await liftAgreed(tx, id, now)
      return { lift: id }
    },
  })

/** **Agree**: the second of two people, and never the first. From then on letters go to the addresses on file again. */
export const agreeUnprotect = deciding('officer.agree-unprotect', true)

/** **Decline**: it stays as it is. */
export const declineUnprotect = deciding('officer.decline-unprotect', false)
