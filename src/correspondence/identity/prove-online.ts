import { closeTask, tellOfCase } from '../../cases/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Errand, NotVouched, Vouched } from '../../platform/identity-provider/index.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { tellOthers } from '../telling/tell-others.ts'
import { type AttemptEnd, endAttempt, findAttempt, insertAttempt, leaveAttempts, lockAttempt, lockOpenCheck, markBack, settleByProvider } from './attempt-store.ts'
import { findIdentityCheckOf } from './identity-store.ts'
import { isSamePerson, knownPerson } from './known-person.ts'
import { isOpen, ownCheck, type Place } from './prove-identity.ts'

/** So long an answer of a provider is waited for. */
export const errandMinutes = 15

export const statePurpose = 'identity-state'

/** What binds the answer, drawn from the state that the browser carries: without our key nobody can make the rest of it. */
export function errandOf(keys: Keys, state: string): Errand {
  const drawn = (what: string) => keyedHash(keys, what, state).split(':').at(-1) ?? ''
  return { state, nonce: drawn('identity-nonce'), verifier: drawn('identity-verifier') }
}

/** **Prove it online**: begins an attempt of this session. Whoever begins again has left the one before. */
export const beginOnline = operation({
  name: 'identity.begin-online',
  allow: (actor, _input: Place & { provider: string }) => isSomebody(actor) && actor.sessionId !== null,
  limits: [{ name: 'identity.online', most: 10, withinSeconds: 86_400, of: ({ actor }) => actor.id }],
  refusals: ['unknown-check', 'not-open', 'nothing-to-compare'],
  async run(context, { provider, ...place }) {
    const { tx, actor, now, services, refuse, audit } = context
    const own = await ownCheck(context, place)
    if (!own) return refuse('unknown-check')
    audit({ subject: own.found.id, account: String(actor.id), detail: { check: place.check } })
    if (!isOpen(own.row) || !(await lockOpenCheck(tx, place.check))) return refuse('not-open')
    if (!(await knownPerson(context, own.found))) return refuse('nothing-to-compare')
    await leaveAttempts(tx, { check: place.check, accounts: accountsOf(actor), at: now })
    const [id, state] = [newId(), newSecret(256)]
    const whose = { check: place.check, case: own.found.id, account: String(actor.id), session: String(actor.sessionId) }
    await insertAttempt(tx, { id, ...whose, state_hash: keyedHash(services.keys, statePurpose, state), provider, begun_at: now })
    return { attempt: id, state }
  },
})

/** The browser is back with an answer: it counts once, in the session that left, and within its time. */
export const comeBack = operation({
  name: 'identity.come-back',
  allow: (actor, _input: { state: string }) => isSomebody(actor) && actor.sessionId !== null,
  refusals: ['unknown-attempt', 'too-late'],
  async run({ tx, actor, now, services, refuse, audit }, { state }) {
    const row = state === '' ? undefined : await findAttempt(tx, { hashes: hashCandidates(services.keys, statePurpose, state), session: String(actor.sessionId) })
    const asked = row && (await findIdentityCheckOf(tx, row.check))
    if (!row || !asked) return refuse('unknown-attempt')
    audit({ subject: row.case, account: String(actor.id), detail: { check: row.check } })
    if (Temporal.Instant.compare(now, row.begun_at.add({ minutes: errandMinutes })) >= 0) return refuse('too-late')
    if (!(await markBack(tx, row.id, now))) return refuse('unknown-attempt')
    return { attempt: row.id, receiptNumber: asked.receipt_number, check: row.check }
  },
})

export type Found = Vouched | NotVouched | { readonly not: 'away'; readonly why: string }

/** What came of an attempt. A match settles what was asked; all else settles nothing. What the provider said is not kept. */
export const endOnline = operation({
  name: 'identity.end-online',
  allow: (actor, _input: { attempt: string; found: Found }) => isSomebody(actor) && actor.sessionId !== null,
  refusals: ['unknown-attempt', 'not-open'],
  async run(context, { attempt, found }): Promise<AttemptEnd | { refused: 'unknown-attempt' | 'not-open' }> {
    const { tx, actor, now, refuse, audit } = context
    const place = { id: attempt, session: String(actor.sessionId), at: now }
    if ('not' in found) {
      const ended = await endAttempt(tx, { ...place, how: found.not, level: null })
      if (!ended) return refuse('unknown-attempt')
      audit({ subject: ended.case, account: String(actor.id), detail: { check: ended.check, how: found.not, why: found.why } })
      return found.not
    }
    const seen = await lockAttempt(tx, place)
    if (!seen) return refuse('unknown-attempt')
    const known = await knownPerson(context, { id: seen.case })
    const how = known && isSamePerson(found, known) ? 'matched' : 'not-matched'
    audit({ subject: seen.case, account: String(actor.id), detail: { check: seen.check, how, level: found.level } })
    await endAttempt(tx, { ...place, how, level: found.level })
    if (how === 'not-matched') return how
    if (!(await settleByProvider(tx, attempt))) return refuse('not-open')
    await closeTask(context, { subject: seen.check, how: 'done' })
    const asked = await findIdentityCheckOf(tx, seen.check)
    if (!asked) return how
    await tellOfCase(context, seen.case, asked.receipt_number)
    await tellOthers(context, { id: attempt, caseId: seen.case, receiptNumber: asked.receipt_number })
    return how
  },
})
