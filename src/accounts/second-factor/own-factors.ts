import { query } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import type { CodeChannel } from '../account.ts'
import { contactAddressOf } from '../contact-points/contact-point.ts'
import { findProvenPoint } from '../contact-points/contact-point-store.ts'
import { emailOf } from '../email-address.ts'
import { listApps } from './app-store.ts'
import { countOthersOnPhone, lastUses, readFactors } from './factor-store.ts'
import { hasFactorBesidesMailbox } from './factors.ts'
import { channelsToPrefer, openWays } from './ways.ts'

export interface OwnApp {
  id: string
  name: string
  addedAt: Temporal.Instant
  lastUsedAt: Temporal.Instant | null
}

/** What a person sees of their own ways to prove that it is them. */
export interface OwnFactors {
  email: { address: string; lastUsedAt: Temporal.Instant | null }
  /** In E.164. */
  phone: { number: string; addedAt: Temporal.Instant; lastUsedAt: Temporal.Instant | null } | null
  apps: readonly OwnApp[]
  passkeys: number
  /** How codes usually come, and how they could. */
  channel: CodeChannel
  channels: readonly CodeChannel[]
  isSmsOffered: boolean
  hasSecondWay: boolean
  /** How many other accounts the telephone opens, where they are many: a few are a household, and nobody learns of one of theirs here. */
  othersOnPhone: number | null
}

/** Fewer may be a partner, who must not learn of an account by the telephone they share. */
const othersLeast = 3

export const ownFactors = query({
  name: 'accounts.own-factors',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, _input: undefined): Promise<OwnFactors> {
    const id = actor.id as string
    const { keys, sms } = services
    const account = await getAccount(tx, id)
    const factors = await readFactors(tx, id)
    const phone = factors.phone ? await findProvenPoint(tx, id, 'phone', 'codes') : undefined
    const others = phone ? await countOthersOnPhone(tx) : 0
    const apps = factors.apps > 0 ? await listApps(tx, id) : []
    const used = await lastUses(tx, id)
    return {
      email: { address: emailOf(keys, account), lastUsedAt: used.email },
      phone: phone ? { number: contactAddressOf(keys, phone), addedAt: phone.added_at, lastUsedAt: used.sms } : null,
      apps: apps.map(({ id, name, added_at, last_used_at }) => ({ id, name, addedAt: added_at, lastUsedAt: last_used_at })),
      passkeys: factors.passkeys,
      channel: (account.code_channel ?? 'email') as CodeChannel,
      channels: channelsToPrefer(openWays({ factors, isSmsOffered: sms.isOffered, isFromMailbox: false })),
      isSmsOffered: sms.isOffered,
      hasSecondWay: hasFactorBesidesMailbox(factors),
      othersOnPhone: others >= othersLeast ? others : null,
    }
  },
})

/** Whether anything but the mailbox lets a person in: a page that finds false leads them to a second way. */
export const hasSecondWay = query({
  name: 'accounts.has-second-way',
  allow: (actor) => actor.kind === 'account',
  run: async ({ tx, actor }, _input: undefined): Promise<boolean> => hasFactorBesidesMailbox(await readFactors(tx, actor.id as string)),
})
