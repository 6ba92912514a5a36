import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { systemActor } from '../platform/actor.ts'
import { asActor } from '../platform/db/transaction.ts'
import { keepInOutbox } from '../platform/mail/index.ts'
import { portalRoutes } from './index.ts'

describe('the portal', () => {
  let ground: CasesGround
  let portal: PortalGround
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, portalRoutes())
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })

  describe('for everyone', () => {
    it('opens with what this is and the five ways on, and a form that asks for a status', async () => {
      const { status, body } = await portal.get('/')
      assert.equal(status, 200)
      for (const words of ['Sign Up', 'Sign In', 'Check case status', 'File a form online', 'Help']) {
        assert.match(body, new RegExp(`>${words}<`), words)
      }
      assert.match(body, /<form class="form" method="get" action="\/case-status">/)
    })

    it('serves every page that a footer leads to, and the rest that need no account', async () => {
      const pages = [
        '/help',
        '/help/online-account-number',
        '/privacy',
        '/accessibility',
        '/storage-preferences',
        '/fees',
        '/processing-times',
      ]
      for (const path of pages) {
        const { status, body } = await portal.get(path)
        assert.equal(status, 200, path)
        assert.equal(body.match(/<h1[ >]/g)?.length, 1, path)
      }
    })

    it('reads as well in a language that is longer and in one from right to left', async () => {
      for (const path of [
        '/',
        '/help',
        '/help/online-account-number',
        '/privacy',
        '/storage-preferences',
        '/fees',
      ]) {
        for (const language of ['en-XA', 'ar-XB'])
          assert.equal((await portal.get(`${path}?language=${language}`)).status, 200, path)
      }
    })

    it('tells the three numbers apart and says that the account number opens nothing by itself', async () => {
      const { body } = await portal.get('/help/online-account-number')
      for (const words of [
        'USCIS Online Account Number',
        'A-Number',
        'Receipt number',
        'Nobody gets into your account with the number alone',
      ]) {
        assert.ok(body.includes(words), words)
      }
    })

    it('works out what a form costs by a few answers in the address, says why, and takes nothing else out of it', async () => {
      const fees = await portal.get('/fees')
      assert.match(fees.body, /<summary>Amounts that changed or will change<\/summary>/)
      assert.match(fees.body, /July 22, 2025 to December 31, 2025/)
      const asked = await portal.get('/fees?form=i-90')
      assert.match(asked.body, /<legend[^>]*>What is your status in the United States\?/)
      const missed = await portal.get('/fees?form=i-90&asked=status')
      assert.match(missed.body, /error-summary[\s\S]*Choose an answer/)
      const due = await portal.get('/fees?form=i-90&said-status=permanent-resident&said-reason=lost')
      assert.match(due.body, /Filing fee for Form I-90<\/th><td[^>]*><span>You said: [\s\S]*?\$415\.00[\s\S]*?\$465\.00[\s\S]*?Together/)
      assert.match(due.body, /If you cannot pay the filing fee, you can ask not to/)
      const free = await portal.get('/fees?form=i-90&said-status=permanent-resident&said-reason=never-received')
      assert.doesNotMatch(free.body, /cannot pay/)
      assert.match(free.body, /nothing is to be paid[\s\S]*Not due by your answers/)
      const hangs = await portal.get('/fees?form=i-90&said-status=permanent-resident&said-reason=age-14-expires-after-16')
      assert.match(hangs.body, /This may be due[\s\S]*date of birth/i)
      assert.doesNotMatch(hangs.body, /nothing is to be paid/)
      for (const query of ['form=i-485', 'form=x', 'form=i-90&said-status=%3Cb%3Eking', 'form=i-90&said-__proto__=x', 'form=i-130', 'form=ar-11']) {
        const { status, body } = await portal.get(`/fees?${query}`)
        assert.equal(status, 200, query)
        assert.ok(!body.includes('king'), query)
      }
    })

    it('shows each fee with the day it was checked and the advice to check with the agency', async () => {
      const { body } = await portal.get('/fees')
      const amounts = /Filing fee for Form I-90<\/th><td.*?>\$415\.00<.*?>\$465\.00</
      assert.match(body, amounts)
      assert.match(body, /November 23, 2026\. Check with the agency before you pay/)
    })
  })

  describe('the outbox of the demonstration', () => {
    const entry = {
      id: 'mail-1',
      channel: 'email',
      recipient: 'maria@example.test',
      subject: 'Your code',
      body_text: 'Type this code.\n\n204861\n\nhttp://portal.test/sign-in',
      body_html: '<p>Type this code.</p>',
      attachments: [],
      sent_at: Temporal.Instant.from('2026-11-23T15:00:00Z'),
    } as const

    it('gives everything sent, newest first, in the shape that scripts hold on to', async () => {
      const keep = (id: string) =>
        asActor(ground.database.pools.worker, systemActor('mail'), {}, (tx) =>
          keepInOutbox(tx, { ...entry, id, attachments: [] }),
        )
      await keep('mail-1')
      await keep('mail-2')
      const { status, headers, json } = await portal.get('/demo/outbox.json')
      assert.deepEqual([status, headers['content-type']], [200, 'application/json; charset=utf-8'])
      const [newest, older] = json() as { id: string }[]
      assert.deepEqual(
        [newest?.id, older],
        [
          'mail-2',
          {
            id: 'mail-1',
            channel: 'email',
            to: 'maria@example.test',
            subject: 'Your code',
            text: entry.body_text,
            html: entry.body_html,
            attachments: [],
            sentAt: '2026-11-23T15:00:00Z',
          },
        ],
      )
      const { body } = await portal.get('/demo/outbox')
      assert.match(body, /<a href="http:\/\/portal\.test\/sign-in">/)
      assert.match(body, />204861</)
    })

    it('is not there in production', async () => {
      const production = await portalGround(
        { ...ground, services: { ...ground.services, mode: 'production' } },
        portalRoutes(),
      )
      for (const path of ['/demo/outbox', '/demo/outbox.json']) assert.equal((await production.get(path)).status, 404)
      await production.close()
    })
  })
})
