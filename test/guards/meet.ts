import {
  bringEvidence,
  fillPages,
  paidScenario,
  pay,
  receiptNumber,
  scenarioNamed,
  sign,
  startForm,
  submissionAt,
} from '../faults/file-i90.ts'
import type { Mailbox } from '../journeys/post.ts'
import type { RunningPortolan } from '../running.ts'
import { type Answer, unescaped, type WebClient, webClient } from '../web-client.ts'
import type { StatementCount } from './statements.ts'

export const password = 'Portolan!demo1'
export const languages = ['en', 'en-XA', 'ar-XB'] as const

/** One answer that somebody met. */
export interface Met {
  who: string
  language: string
  path: string
  status: number
  html: string
  headers: Headers
  /** Statements it cost, redirects among them. */
  statements: number
  /** It was reached over another page, which counts too. */
  ledOn?: boolean
}

export interface Visitor {
  who: string
  client: WebClient
}

export const withLanguage = (path: string, language: string) =>
  `${path}${path.includes('?') ? '&' : '?'}language=${language}`

/** Addresses of ours that a page's links lead to. */
export const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="([^"#][^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').replace(/#.*/, ''))
    .filter((href) => href.startsWith('/') && !/[?&]language=/.test(href))

/** The language that a page says it is written in. */
const languageOf = ({ html }: Answer) => /<html[^>]*\blang="([\w-]+)"/.exec(html)?.[1] ?? 'en'

const isPage = ({ headers }: Answer) => headers.get('content-type')?.startsWith('text/html') ?? false

export const metBy = ({ who }: Visitor, answer: Answer, statements: number): Met => ({
  who,
  language: languageOf(answer),
  path: answer.at,
  status: answer.status,
  html: isPage(answer) ? answer.html : '',
  headers: answer.headers,
  statements,
})

/** What addresses of one kind have alike: what stands for an id, and the values of a query, are left out. */
export const kindOf = (path: string) => {
  const { pathname, searchParams } = new URL(path, 'http://kind.invalid')
  const steps = pathname.split('/').map((step) => (/\d/.test(step) || step.length > 24 ? '*' : step))
  return `${steps.join('/')}?${[...new Set(searchParams.keys())].sort().join('&')}`
}

/** Tells of every address whether it is still to be met: filters upon filters and months after months have no end. */
export function fewOfAKind(most = 5): (path: string) => boolean {
  const [asked, kinds] = [new Set<string>(), new Map<string, number>()]
  return (path) => {
    const met = kinds.get(kindOf(path)) ?? 0
    if (asked.has(path) || met >= most) return false
    asked.add(path)
    kinds.set(kindOf(path), met + 1)
    return true
  }
}

/** Follows every link from these addresses on, in every language; an address of one kind is met a few times only. */
export async function meetAll(visitor: Visitor, starts: readonly string[], count: StatementCount): Promise<Met[]> {
  const [met, waiting, isNew]: [Met[], string[], (path: string) => boolean] = [[], [...starts], fewOfAKind()]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (!isNew(path)) continue
    for (const language of languages) {
      count.taken()
      const answer = await visitor.client.get(withLanguage(path, language))
      met.push({ ...metBy(visitor, answer, count.taken()), ledOn: answer.trail.length > 1 })
      if (language === 'en' && isPage(answer)) waiting.push(...linksIn(answer.html))
      if (!isPage(answer)) break
    }
  }
  return met
}

/** Each page of the sign-up as it comes up, in every language, seen by somebody who has got so far. */
export async function meetSignUp(
  running: RunningPortolan,
  mailbox: Mailbox,
  email: string,
  count: StatementCount,
  look?: (client: WebClient) => Promise<void>,
): Promise<Met[]> {
  const visitor: Visitor = { who: 'newcomer', client: webClient(running.portalUrl) }
  const { client } = visitor
  const met: Met[] = []
  await client.get('/sign-up')
  for (const step of signUpPresses(mailbox, email)) {
    const here = client.last.at.replace(/[?&]language=[\w-]+/, '')
    for (const language of languages) {
      count.taken()
      met.push(metBy(visitor, await client.get(withLanguage(here, language)), count.taken()))
    }
    await look?.(client)
    await client.get(withLanguage(here, 'en'))
    await step(client)
  }
  if (!client.last.at.startsWith('/account')) throw new Error(`the sign-up ended at ${client.last.at}`)
  return met
}

type Press = (client: WebClient) => Promise<unknown>

const signUpPresses = (mailbox: Mailbox, email: string): readonly Press[] => [
  (client) => client.press('Sign Up', { 'Email address': email }),
  async (client) => client.get(new URL(await mailbox.link(email)).pathname),
  (client) => client.press('Confirm email address'),
  (client) => client.press('I Agree'),
  (client) => client.press('Submit', { Password: password, 'Confirm password': password }),
  (client) => client.press('Submit', { Email: 'on' }),
  async (client) => client.press('Submit', { 'Secure One-time Password': await mailbox.code(email) }),
  (client) => client.press('Proceed'),
  (client) => client.press('Submit', resetAnswers(client.last.html)),
  (client) => client.press('myUSCIS'),
  (client) => client.press('Submit', { 'I am an applicant, petitioner, or requestor': 'on' }),
]

/** A finished account made in a browser of its own without scripts, signed in, and what was shown and given on the way. */
export async function signUpAs(running: RunningPortolan, mailbox: Mailbox, email: string, client = webClient(running.portalUrl)) {
  let [backupCode, answers] = ['', new Map<string, string>()]
  await client.get('/sign-up')
  for (const step of signUpPresses(mailbox, email)) {
    if (client.last.at === '/sign-up/reset-questions') answers = answersByQuestion(client.last.html)
    await step(client)
    backupCode ||= /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(client.last.html)?.[0] ?? ''
  }
  if (client.last.at !== '/account') throw new Error(`the sign-up ended at ${client.last.at}`)
  return { who: email, client, backupCode, answers }
}

const firstOptions = (html: string) => [
  ...html.matchAll(/<select\b[^>]*\bname="([^"]+)"[\s\S]*?<option value="([^"]+)"[^>]*>([^<]*)</g),
]

/** What `resetAnswers` gives, by the words of the question. */
const answersByQuestion = (html: string) =>
  new Map(firstOptions(html).map(([, , , words = ''], index) => [unescaped(words).trim(), `harbour ${index}`]))

/** The first question of each list, and an answer. */
function resetAnswers(html: string): Record<string, string> {
  return Object.fromEntries(
    firstOptions(html).flatMap(([, name = '', question = ''], index) => [
      [name, unescaped(question)],
      [`Answer ${index + 1}`, `harbour ${index}`],
    ]),
  )
}

export async function signInAs(running: RunningPortolan, mailbox: Mailbox, email: string, client = webClient(running.portalUrl)): Promise<Visitor> {
  await client.get('/sign-in')
  await client.press('Sign In', { 'Email address': email, Password: password })
  await client.press('Submit', { 'Secure One-time Password': await mailbox.code(email) })
  if (client.last.at !== '/account') throw new Error(`the sign-in ended at ${client.last.at}`)
  return { who: email, client }
}

export async function signInToOffice(running: RunningPortolan, email: string, client = webClient(running.officeUrl)): Promise<Visitor> {
  await client.get('/sign-in')
  await client.press('Sign In', { 'Email address': email, Password: password })
  const entry = (await running.outbox()).find(({ channel, to }) => channel === 'app' && to === email)
  await client.press('Submit', { 'Secure One-time Password': /^\d{6}$/m.exec(entry?.text ?? '')?.[0] ?? '' })
  return { who: email, client }
}

/** A filing with receipt, papers and a case behind it; `who` is the person's address. Returns its receipt number and the address of the submission. */
export async function fileOnce({ who, client }: Visitor) {
  const draft = await startForm(client)
  await fillPages(client, draft, paidScenario)
  await bringEvidence(client, draft, paidScenario)
  await sign(client, who, draft, paidScenario)
  await pay(client)
  const submission = submissionAt(client)
  return { receipt: await receiptNumber(client, submission), submission }
}

/** A draft that is filled in and has its evidence, not signed: every page of it can be met. */
export async function fillDraft({ client }: Visitor): Promise<string> {
  const draft = await startForm(client)
  await fillPages(client, draft, paidScenario)
  await bringEvidence(client, draft, paidScenario)
  return `/drafts/${draft}`
}

/** What the scenario person typed, as words. */
export const wordsTyped = () => JSON.stringify(scenarioNamed(paidScenario).answers)
