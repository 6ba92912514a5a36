import { sql } from 'kysely'
import { join } from 'node:path'
import { h } from 'preact'
import { accountsRoutes, mailKinds, parkedForms, portalVisits, textMessageKinds } from '../../src/accounts/index.ts'
import { recordEntry } from '../../src/audit/index.ts'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import { page, recordsNothing, type Route } from '../../src/platform/http/page.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { textOf } from '../../src/platform/i18n/text.ts'
import { openLog } from '../../src/platform/log.ts'
import type { MailKind, MailWords } from '../../src/platform/mail/mail-kind.ts'
import { openQueuedMail } from '../../src/platform/mail/queue-mail.ts'
import { performerFor, type RequestFacts } from '../../src/platform/operation.ts'
import { anyone } from '../../src/platform/http/visit.ts'
import { paths } from '../../src/platform/paths.ts'
import { openTextMessage } from '../../src/platform/sms/index.ts'
import { testDatabase } from '../database.ts'
import { portalBrowser } from './portal-browser.ts'
import { anyHost, testRequest, testServices } from './services.ts'

export interface TestMail extends MailWords {
  kind: string
  to: string
}

export interface TestText {
  id: string
  kind: string
  to: string
  text: string
}

const timeZone = 'America/New_York'

/** Stands where another domain's page is. */
const standIn = (path: (typeof paths)['front'] | (typeof paths)['account']): Route =>
  page({ path, access: anyone, audit: recordsNothing('a stand-in'), view: () => ({ title: 'stand-in', body: 'stand-in' }) })

/** A database, the accounts' pages on a server of their own, and the mails as they would be rendered. Drop it in `after`. */
export async function accountsGround(
  routes: readonly Route[] = [standIn(paths.front), standIn(paths.account)],
  otherMailKinds: readonly MailKind[] = [],
) {
  const database = await testDatabase()
  const services = await testServices()
  const parts = { pool: database.pools.portal, services, record: recordEntry }
  const faults: unknown[] = []
  const log = openLog('silent')
  const server = await buildServer(
    {
      ...parts,
      ...parkedForms(parts),
      name: 'portal',
      origin: 'http://portal.test',
      answersTo: anyHost,
      log: { ...log, fault: (_line, fault) => void faults.push(fault) },
      trustedProxies: [],
      noIndex: true,
      languages: ['en'],
      timeZone,
      timeZones: services.agency.timeZones,
      assetsFolder: join(import.meta.dirname, '../../assets'),
      visitOf: portalVisits(parts),
      layout: (_context, view) => h('html', null, h('title', null, view.title), h('body', null, view.body, view.aside)),
      ready: async () => true,
    },
    [...accountsRoutes, ...routes],
  )

  /** Every mail queued so far, oldest first, in the words it would be sent with. */
  async function mails(to?: string): Promise<TestMail[]> {
    const owner = database.pools.owner
    if (!owner) throw new Error('the test database has an owner')
    // The clock stands still: of mails queued at one instant the place in the table says which came first.
    const rows = await owner.selectFrom('mail.queued').selectAll().orderBy('queued_at').orderBy(sql`ctid`).execute()
    const opened = rows.map((row) => {
      const mail = openQueuedMail(services.keys, row)
      const kind = [...mailKinds, ...otherMailKinds].find(({ name }) => name === row.kind)
      if (!kind) throw new Error(`no mail kind ${row.kind}`)
      const words = kind.render({ t: textOf(row.language, timeZone), values: mail.values, services, queuedAt: row.queued_at })
      return words && { ...words, kind: row.kind, to: mail.to }
    })
    return opened.filter((mail): mail is TestMail => mail !== null && (to === undefined || mail.to === to))
  }

  const rowsOfTexts = async () => {
    const owner = database.pools.owner
    if (!owner) throw new Error('the test database has an owner')
    return owner.selectFrom('sms.queued').selectAll().orderBy('queued_at').orderBy('id').execute()
  }

  /** Every text message queued so far, oldest first, in the words it would be sent with. */
  async function texts(to?: string): Promise<TestText[]> {
    const opened = (await rowsOfTexts()).map((row): TestText => {
      const message = openTextMessage(services.keys, row)
      const kind = textMessageKinds.find(({ name }) => name === row.kind)
      if (!kind) throw new Error(`no text message kind ${row.kind}`)
      const t = textOf(row.language, timeZone)
      const words = kind.render({ t, values: message.values, services, queuedAt: row.queued_at })
      return { id: row.id, kind: row.kind, to: message.to, text: words?.text ?? '' }
    })
    return opened.filter((text) => to === undefined || text.to === to)
  }

  return {
    database,
    services,
    parts,
    server,
    faults,
    mails,
    texts,
    /** What the provider says of the newest text message: it will not arrive. */
    failLastText: async (failure: string) => {
      const last = (await rowsOfTexts()).findLast(({ kind }) => kind === 'accounts.one-time-password')
      const owner = database.pools.owner
      await owner?.updateTable('sms.queued').set({ state: 'failed', failure }).where('id', '=', last?.id ?? '').execute()
    },
    /** The newest mail of a kind to an address. */
    lastMail: async (to: string, kind: string) => {
      const found = (await mails(to)).filter((mail) => mail.kind === `accounts.${kind}`).at(-1)
      if (!found) throw new Error(`no mail ${kind} to ${to}`)
      return found
    },
    browser: (address?: string, agent?: string) => portalBrowser(server, 'http://portal.test', address, agent),
    as: (actor: Actor = visitor, request: RequestFacts = testRequest) => performerFor(parts, actor, request),
    end: async () => {
      await server.close()
      await database.drop()
    },
  }
}

export type AccountsGround = Awaited<ReturnType<typeof accountsGround>>
