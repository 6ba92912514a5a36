import { type WebClient, webClient } from '../../test/web-client.ts'
import type { Deployment } from './deployment.ts'

export const password = 'Portolan!demo1'
const code = /\b\d{6}\b(?=\s)/
const link = /http\S+\/sign-up\/confirm\/\S+/

/** Each person comes from a network of their own. */
export const networkOf = (person: number) => `10.200.${(person >> 8) & 255}.${person & 255}`
export const emailOf = (person: number) => `bench-${person}@example.test`

const clients = new WeakMap<Deployment, Map<number, WebClient>>()

/** A person has one browser, which their account comes to know. */
function clientOf(deployment: Deployment, person: number): WebClient {
  const known = clients.get(deployment) ?? new Map<number, WebClient>()
  clients.set(deployment, known)
  const client = known.get(person) ?? webClient(deployment.url, { headers: { 'x-forwarded-for': networkOf(person) }, timeoutMs: 120_000 })
  known.set(person, client)
  return client
}

/** Signs a person up, page by page, with link and code from their mail. */
export async function signUp(deployment: Deployment, person: number): Promise<WebClient> {
  const { mailbox } = deployment
  const client = clientOf(deployment, person)
  await client.get('/sign-up')
  await client.press('Sign Up', { 'Email address': emailOf(person) })
  await client.get(new URL(await mailbox.next(emailOf(person), link)).pathname)
  await client.press('Confirm email address')
  await client.press('I Agree')
  await client.press('Submit', { Password: password, 'Confirm password': password })
  await client.press('Submit', { Email: 'on' })
  await client.press('Submit', { 'Secure One-time Password': await mailbox.next(emailOf(person), code) })
  await client.press('Proceed')
  await client.press('Submit', answersTo(client.last.html))
  await client.press('myUSCIS')
  await client.press('Submit', { 'I am an applicant, petitioner, or requestor': 'on' })
  return arrived(client)
}

/** Signs a person in with password and mailed code, in the browser they always use, after it was closed. */
export async function signIn(deployment: Deployment, person: number): Promise<WebClient> {
  const client = clientOf(deployment, person)
  client.reopen()
  await client.get('/sign-in')
  await client.press('Sign In', { 'Email address': emailOf(person), Password: password })
  await client.press('Submit', { 'Secure One-time Password': await deployment.mailbox.next(emailOf(person), code) })
  return arrived(client)
}

function arrived(client: WebClient): WebClient {
  if (client.last.at.startsWith('/account') && client.last.status === 200) return client
  throw new Error(`expected to be signed in, but is at ${client.last.at} (${client.last.status})`)
}

/** The first question of each list, and an answer to it. */
function answersTo(html: string): Record<string, string> {
  const turns = [1, 2, 3, 4, 5].map((turn) => {
    const options = new RegExp(`<select[^>]*name="question-${turn}"[^>]*>([\\s\\S]*?)</select>`).exec(html)?.[1] ?? ''
    return {
      [`question-${turn}`]: /<option value="([^"]+)"/.exec(options)?.[1] ?? '',
      [`answer-${turn}`]: `Answer ${turn}`,
    }
  })
  return Object.assign({}, ...turns)
}
