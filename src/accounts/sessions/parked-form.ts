import { systemActor } from '../../platform/actor.ts'
import { type FieldPlace, openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { csrfFieldName } from '../../platform/http/csrf.ts'
import type { TypedBy } from '../../platform/http/listener.ts'
import { openPageFieldName } from '../../platform/http/parking.ts'
import type { Posted } from '../../platform/http/posted.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { operation, type OperationContext, performerFor, type PerformerParts, query } from '../../platform/operation.ts'
import { accountOfEndedSession, findParkedForm, takeParkedForm, upsertParkedForm } from './parked-form-store.ts'

const parkedMinutes = 30
const parkedMost = 20
const pathLengthMost = 500

const place = (account: string, path: string): FieldPlace => ({
  person: account,
  table: 'accounts.parked_form',
  row: `${account} ${path}`,
  column: 'sealed',
})

const opened = (keys: Keys, account: string, path: string, sealed: Buffer): Posted =>
  new Map(JSON.parse(openText(keys, place(account, path), sealed)))

interface FormToPark {
  typedBy: TypedBy
  path: string
  posted: Posted
}

const accountOf = ({ tx, now }: OperationContext, typedBy: TypedBy): Promise<string | undefined> | string =>
  'account' in typedBy ? typedBy.account : accountOfEndedSession(tx, typedBy.session, now.subtract({ minutes: parkedMinutes }))

/** Keeps what was posted in a session that had ended, sealed for its account. */
export const parkForm = operation({
  name: 'accounts.park-form',
  gate: true,
  allow: (actor, _form: FormToPark) => actor.kind === 'system',
  refusals: ['session-not-known', 'too-many-parked'],
  async run(context, { typedBy, path, posted }) {
    const { tx, now, services, refuse, audit, recordedBefore } = context
    const account = await accountOf(context, typedBy)
    if (!account) return refuse('session-not-known')
    audit({ account })
    if (path.length > pathLengthMost) return refuse('too-many-parked')
    const typed = [...posted].filter(([name]) => name !== csrfFieldName)
    const sealed = sealText(services.keys, place(account, path), JSON.stringify(typed))
    const kept = await upsertParkedForm(tx, { account, path, sealed, parked_at: now }, parkedMost)
    if (!kept) return refuse('too-many-parked')
    // A page goes on parking what is typed: the record is no list of somebody's pauses.
    if (kept === 'in-place') recordedBefore()
    return undefined
  },
})

/** Gives the same account its form back, once, within half an hour. */
export const unparkForm = operation({
  name: 'accounts.unpark-form',
  allow: (actor) => actor.kind === 'account',
  refusals: ['nothing-parked'],
  async run({ tx, actor, now, services, refuse, audit }, { path }: { path: string }) {
    const account = actor.id as string
    audit({ account })
    const form = await takeParkedForm(tx, account, path)
    const oldest = now.subtract({ minutes: parkedMinutes })
    if (!form || Temporal.Instant.compare(form.parked_at, oldest) < 0) return refuse('nothing-parked')
    return opened(services.keys, account, path, form.sealed)
  },
})

/** The open page that posted what is parked at a path; null: none that gave itself a name, or nothing is parked there. */
const parkedBy = query({
  name: 'accounts.parked-by',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, { path }: { path: string }) {
    const account = actor.id as string
    const form = await findParkedForm(tx, account, path)
    return form ? (opened(services.keys, account, path, form.sealed).get(openPageFieldName)?.[0] ?? null) : null
  },
})

/** What the portal's listener needs to lose nothing that was typed: `park` and `takeParked` of its parts. */
export function parkedForms(parts: PerformerParts) {
  const noRequest = { id: null, network: null }
  return {
    park: async (typedBy: TypedBy, path: string, posted: Posted): Promise<void> => {
      await performerFor(parts, systemActor('parking'), noRequest).perform(parkForm, { typedBy, path, posted })
    },
    takeParked: async (visit: Visit, path: string, page?: string): Promise<Posted | null> => {
      if (!visit.session?.holder?.hasParkedForm) return null
      const performer = performerFor(parts, visit.actor, noRequest)
      if (page !== undefined && (await performer.read(parkedBy, { path })) !== page) return null
      const result = await performer.perform(unparkForm, { path })
      return result.ok ? result.output : null
    },
  }
}
