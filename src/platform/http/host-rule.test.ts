import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../../../test/running.ts'
import { request } from 'node:http'
import { hostsOf } from './host-rule.ts'

describe('the hosts of a listener', () => {
  it('are its own origin’s alone where it is reached by a name', () => {
    const answersTo = hostsOf('https://portal.example')
    assert.ok(answersTo('portal.example'))
    assert.ok(answersTo('PORTAL.example'))
    for (const host of [undefined, '', 'portal.example:8443', 'evil.example', 'portal.example.evil.example', 'localhost', '127.0.0.1'])
      assert.equal(answersTo(host), false, String(host))
  })

  it('are every name of this machine where it is reached on this machine', () => {
    const answersTo = hostsOf('http://127.0.0.1:8080')
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080', 'localhost:9000', '127.0.0.1']) assert.ok(answersTo(host), host)
    for (const host of [undefined, 'evil.example:8080', '127.0.0.1.evil.example:8080', 'localhost.evil.example', '192.0.2.1:8080', '0.0.0.0:8080'])
      assert.equal(answersTo(host), false, String(host))
  })
})

describe('a page elsewhere that points its name at this machine', () => {
  let running: RunningPortolan
  before(async () => {
    running = await runningPortolan({ parts: ['portal', 'office'] })
  })
  after(() => running.end())

  /** As a browser asks after the name was rebound: everything looks like the same origin, the Host alone does not. */
  const rebound = (url: string, method = 'GET', host = 'evil.example') =>
    new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((settle, fail) => {
      const asked = request(url, { method, headers: { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' } }, (answer) => {
        let body = ''
        answer.on('data', (chunk: Buffer) => {
          body += chunk.toString()
        })
        answer.on('end', () => settle({ status: answer.statusCode ?? 0, body, headers: answer.headers }))
      })
      asked.on('error', fail)
      asked.end()
    })

  it('reads nothing and posts nothing, on the portal and on the office', async () => {
    const asked = [
      ...['/', '/demo/outbox.json', '/sign-in', '/nowhere', '/assets/mark.svg', '/health/../demo/outbox.json'].map((path) => `${running.portalUrl}${path}`),
      `${running.officeUrl}/sign-in`,
    ]
    for (const url of asked) {
      for (const method of ['GET', 'POST']) {
        const { status, body, headers } = await rebound(url, method)
        assert.equal(status, 421, `${method} ${url}`)
        assert.equal(body, `This site is at ${new URL(url).origin}\n`)
        assert.equal(headers['set-cookie'], undefined)
        assert.match(String(headers['content-security-policy']), /default-src 'none'/)
      }
    }
  })

  it('does not keep whoever watches this machine from asking whether it is alive', async () => {
    assert.equal((await rebound(`${running.portalUrl}/health`)).status, 200)
    assert.equal((await rebound(`${running.portalUrl}/ready`)).status, 200)
  })

  it('is told from a person who types another name of this machine', async () => {
    const { port } = new URL(running.portalUrl)
    assert.equal((await rebound(`${running.portalUrl}/`, 'GET', `localhost:${port}`)).status, 200)
  })
})
