import { protectPerson, standingOf } from '../../accounts/index.ts'
import { dropLetter, protectCase, sendToRepresentative, writeToSafePlace } from '../../cases/index.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { keepSafeAddressHeard, type PostalAddress } from '../../profile/index.ts'
import { notOpened, openedCase } from '../case-file/opened-case.ts'
import { type Right, whoMay } from '../may.ts'

export interface Named {
  readonly receiptNumber: string
}

/** A person of the case by their account; null: the case by itself. */
export interface OfWhom extends Named {
  readonly account: string | null
}

export const mayInSession = (right: Right) => {
  const may = whoMay(right)
  return (actor: OperationContext['actor']): boolean => may(actor) && actor.sessionId !== null
}

type Opened = Exclude<Awaited<ReturnType<typeof openedCase>>, string>

export const isPersonOf = ({ parties }: Opened, account: string): boolean =>
  parties.some((party) => party.account === account && party.role !== 'representative')

/**
 * **Protect**: at once, by one person, who says why. Whoever may not see who is protected does not see the case from then on,
 * themselves among them.
 */
export const protectOnCase = operation({
  name: 'officer.protect',
  allow: (actor, _input: OfWhom & { reason: string }) => mayInSession('protect')(actor),
  refusals: [...notOpened, 'not-on-case'],
  async run(context, { receiptNumber, account, reason }) {
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return context.refuse(found)
    context.audit({ subject: found.id, ...(account ? { account } : {}) })
    if (account === null) await protectCase(context, found.id, reason)
    else if (isPersonOf(found, account)) await protectPerson(context, account, reason)
    else return context.refuse('not-on-case')
    return { receiptNumber }
  },
})

/** **Send letters there**: where post is safe, as the officer heard it from the person; letters that wait go there. */
export const saySafePlace = operation({
  name: 'officer.say-safe-place',
  allow: (actor, _input: Named & { account: string; address: PostalAddress }) => mayInSession('see-protected')(actor),
  refusals: [...notOpened, 'not-on-case'],
  async run(context, { receiptNumber, account, address }) {
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return context.refuse(found)
    if (!isPersonOf(found, account)) return context.refuse('not-on-case')
    context.audit({ subject: found.id, account })
    await keepSafeAddressHeard(context, (await standingOf(context, account)) ?? account, address)
    await writeToSafePlace(context, [account])
    return { receiptNumber }
  },
})

const withLetter = (name: string, act: (context: OperationContext, caseId: string, letter: string) => Promise<'sent' | 'dropped' | 'no-letter' | 'not-theirs'>) =>
  operation({
    name,
    allow: (actor, _input: Named & { letter: string }) => mayInSession('see-protected')(actor),
    refusals: [...notOpened, 'no-letter', 'not-theirs'],
    async run(context, { receiptNumber, letter }) {
      const found = await openedCase(context, receiptNumber)
      if (typeof found === 'string') return context.refuse(found)
      context.audit({ subject: found.id, detail: { letter: letter.slice(0, 40) } })
      const done = await act(context, found.id, letter)
      return done === 'no-letter' || done === 'not-theirs' ? context.refuse(done) : { receiptNumber }
    },
  })

/** **Send it**: to a representative whom the person wants on the case. */
export const sendHeldLetter = withLetter('officer.send-held-letter', sendToRepresentative)

/** **Do not send it**. */
export const dropHeldLetter = withLetter('officer.drop-held-letter', dropLetter)
