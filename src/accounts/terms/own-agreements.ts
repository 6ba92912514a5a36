import { query } from '../../platform/operation.ts'
import { listTermsAgreements } from './agreement-store.ts'

/** One **I Agree**: which text, in which language, when. */
export interface TermsAgreement {
  version: string
  language: string
  agreedAt: Temporal.Instant
  /** Of the text as it was shown; null for one recorded before texts were hashed. */
  textSha256: string | null
}

/** What the person has agreed to, the newest first. */
export const ownAgreements = query({
  name: 'accounts.own-agreements',
  allow: (actor) => actor.kind === 'account',
  run: async ({ tx, actor }, _input: undefined): Promise<TermsAgreement[]> =>
    (await listTermsAgreements(tx, actor.id as string)).map(({ version, language, agreed_at, text_sha256 }) => ({
      version,
      language,
      agreedAt: agreed_at,
      textSha256: text_sha256,
    })),
})
