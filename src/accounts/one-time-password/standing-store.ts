import { sql } from 'kysely'
import { compiledOnce } from '../../platform/db/compiled-once.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { CodeChannel } from '../account.ts'
import type { SessionStage } from '../sessions/session.ts'
import type { ChallengePurpose } from './challenge.ts'

/** What a page that asks for a code is made of; the challenge's parts are null until one is made. */
export interface StoredStanding {
  account: string
  stage: SessionStage
  email_sealed: Buffer
  language: string
  is_proven: boolean
  channel: CodeChannel | null
  sent_at: Temporal.Instant | null
  tries: number | null
  answered_at: Temporal.Instant | null
  text_message: string | null
  /** Where the newest code went, or would have. */
  asked_phone: string | null
  asked_phone_sealed: Buffer | null
  /** The proven phone, the apps, the passkeys: the other ways. */
  phone: string | null
  phone_sealed: Buffer | null
  apps: number
  passkeys: number
}

const standing = compiledOnce<{ session: string; purpose: ChallengePurpose }, StoredStanding>(
  (_, { session, purpose }) => sql<StoredStanding>`
    select session.account, session.stage, account.email_sealed, account.language,
      account.channel_proven_at is not null as is_proven,
      challenge.channel, challenge.sent_at, challenge.tries, challenge.answered_at, challenge.text_message,
      asked.id as asked_phone, asked.address_sealed as asked_phone_sealed,
      phone.id as phone, phone.address_sealed as phone_sealed,
      (select count(*)::int from accounts.authenticator_app app
        where app.account = session.account and app.proven_at is not null and app.removed_at is null) as apps,
      (select count(*)::int from accounts.passkey where passkey.account = session.account and removed_at is null) as passkeys
    from accounts.session
    join accounts.account on account.id = session.account
    left join accounts.code_challenge challenge on challenge.session = session.id and challenge.purpose = ${purpose}
    left join accounts.contact_point asked on asked.id = challenge.phone
    left join accounts.contact_point phone on phone.account = session.account and phone.kind = 'phone'
      and phone.purpose = 'codes' and phone.proven_at is not null and phone.removed_at is null
    where session.id = ${session}`,
)

/** Everything in one statement: the page is shown at each sign-in. */
export async function findStanding(tx: Tx, session: string, purpose: ChallengePurpose): Promise<StoredStanding | undefined> {
  return (await standing(tx, { session, purpose }))[0]
}
