import { operation } from '../../platform/operation.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { type OpenedSession, openSession } from '../sessions/open-session.ts'
import { lockSession } from '../sessions/session-store.ts'
import { nextStep, stepPath } from '../sign-up/steps.ts'
import { insertTermsAgreement } from './agreement-store.ts'
import { termsHash, termsWords } from './terms-text.ts'

interface Agreement {
  /** The version on the page the person pressed **I Agree** under. */
  version: string
  /** The language it was shown in. */
  language: string
}

/**
 * **I Agree**: records version, time, language and the hash of the text. A finished account was asked because the terms are new: with nothing
 * else to do its session becomes a full one, under a new id.
 */
export const agreeToTerms = operation({
  name: 'accounts.agree-to-terms',
  allow: (actor, _agreement: Agreement) => actor.kind === 'account',
  refusals: ['terms-changed'],
  async run(context, { version, language }) {
    const { tx, actor, now, services, refuse, audit } = context
    const id = actor.id as string
    audit({ account: id, detail: { version, language } })
    if (version !== services.agency.terms.version) return refuse('terms-changed')
    const account = { ...(await lockAccount(tx, id)), terms_version: version }
    const words = termsWords(services.agency, version, language)
    await insertTermsAgreement(tx, { account: id, version, language, agreed_at: now, text_sha256: words && termsHash(words) })
    await recordFacts(tx, id, { terms_version: version })
    const next = nextStep(account, services.agency)
    const session = next === null && account.completed_at ? await fullSession(context, id) : null
    return { secret: session?.secret ?? null, goTo: stepPath(next) }
  },
})

async function fullSession(context: Parameters<typeof openSession>[0], account: string): Promise<OpenedSession | null> {
  const { tx, actor } = context
  const before = await lockSession(tx, actor.sessionId as string)
  if (!before) return null
  return openSession(context, { account, stage: 'full', provedAt: before.proved_at, provedBy: before.proved_by, endsAt: before.ends_at })
}
