import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { accountsRoutes } from '../../accounts/index.ts'
import { portalRoutes } from '../index.ts'

let ground: CasesGround
let portal: PortalGround
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, [...portalRoutes(), ...accountsRoutes])
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})

const around = [
  '/help',
  '/help/online-account-number',
  '/processing-times',
  '/fees',
  '/terms',
  '/accessibility',
  '/privacy',
  '/storage-preferences',
]

const linksIn = (html: string) => [...html.matchAll(/<a [^>]*?href="(\/[^"]*)"/g)].map(([, href = '']) => href)
const footerOf = (html: string) => /<footer[\s\S]*<\/footer>/.exec(html)?.[0] ?? ''

test('every page around the product is reached from the footer or from Help, and each has the footer', async () => {
  const offered = new Set([...linksIn(footerOf((await portal.get('/')).body)), ...linksIn((await portal.get('/help')).body)])
  for (const path of around) {
    const { status, body } = await portal.get(path)
    assert.equal(status, 200, path)
    assert.ok(offered.has(path), path)
    assert.ok(linksIn(footerOf(body)).includes('/help'), path)
  }
})

test('the picture of the notice has its words, and its numbers are the ones that stand beside', async () => {
  const { body: html } = await portal.get('/help/online-account-number')
  const drawing = /<svg class="drawn-notice"[^>]*role="img" aria-label="([^"]+)"[\s\S]*?<\/svg>/.exec(html)
  assert.match(drawing?.[1] ?? '', /three numbers: the receipt number, then your Online Account Number, which is marked/)
  assert.match(drawing?.[0] ?? '', />4821 0937 5523</)
  assert.match(html, /This is the one you are looking for/)
  assert.doesNotMatch(html, /<img|style=/)
})

test('every heading that the page about the number lists is on it, and every way on is one of ours', async () => {
  const { body: html } = await portal.get('/help/online-account-number')
  const anchors = [...html.matchAll(/href="#([a-z]+)"/g)].map(([, id = '']) => id).filter((id) => id !== 'main')
  assert.ok(anchors.length >= 7)
  for (const id of anchors) assert.match(html, new RegExp(`<h2 id="${id}">`), id)
  for (const path of ['/sign-up', '/claim', '/forgot-username', '/account/profile', '/leaving?to=consulates'])
    assert.ok(linksIn(html).includes(path), path)
})
