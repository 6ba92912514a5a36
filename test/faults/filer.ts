import { type WebClient, plainText, webClient } from '../web-client.ts'

/** Signs a new person up over HTTP, page by page, reading the demonstration's outbox for links and codes. */
export async function signUp(portalUrl: string, email: string): Promise<WebClient> {
  const client = webClient(portalUrl)
  await client.get('/sign-up')
  await client.press('Sign Up', { 'Email address': email })
  const link = /^http\S+\/sign-up\/confirm\/\S+$/m.exec(await mailTo(portalUrl, email, /\/sign-up\/confirm\//))?.[0] ?? ''
  await client.get(new URL(link).pathname)
  await client.press('Confirm email address')
  await client.press('I Agree')
  await client.press('Submit', { Password: 'Portolan!demo1', 'Confirm password': 'Portolan!demo1' })
  await client.press('Submit', { Email: 'on' })
  await client.press('Submit', { 'Secure One-time Password': await codeFor(portalUrl, email) })
  await client.press('Proceed')
  await client.press('Submit', questionsAnswered(client.last.html))
  await client.press('myUSCIS')
  await client.press('Submit', { 'I am an applicant, petitioner, or requestor': 'on' })
  if (!client.last.at.startsWith('/account')) throw new Error(`the sign-up ended at ${client.last.at}: ${plainText(client.last.html).slice(0, 300)}`)
  return client
}

function questionsAnswered(html: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const turn of [1, 2, 3, 4, 5]) {
    const select = new RegExp(`<label[^>]*for="([^"]+)"[^>]*>Question ${turn}</label>`).exec(html)?.[1] ?? ''
    const options = new RegExp(`<select[^>]*id="${select}"[^>]*>([\\s\\S]*?)</select>`).exec(html)?.[1] ?? ''
    values[`Question ${turn}`] = [...options.matchAll(/<option value="([^"]+)"/g)][0]?.[1] ?? ''
    values[`Answer ${turn}`] = `answer number ${turn}`
  }
  return values
}

interface Sent {
  to: string
  text: string
  sentAt: string
}

const outboxTriesMost = 200

/** The newest mail to this person that fits; the outbox is asked again until the job has sent it. */
export async function mailTo(portalUrl: string, email: string, fits: RegExp, since = 0): Promise<string> {
  for (let tries = 0; tries < outboxTriesMost; tries += 1) {
    const sent = (await (await fetch(`${portalUrl}/demo/outbox.json`)).json()) as Sent[]
    const mail = sent.find((each) => each.to === email && fits.test(each.text) && Date.parse(each.sentAt) >= since)
    if (mail) return mail.text
    await new Promise((settle) => setTimeout(settle, 25))
  }
  throw new Error(`no mail that fits ${fits} came`)
}

export async function codeFor(portalUrl: string, email: string, since = 0): Promise<string> {
  return /^\d{6}$/m.exec(await mailTo(portalUrl, email, /^\d{6}$/m, since))?.[0] ?? ''
}

/** Opens a page that may ask for a fresh code first, and gives it. */
export async function openProven(client: WebClient, email: string, path: string): Promise<void> {
  const before = Date.now()
  await client.get(path)
  if (!client.last.at.startsWith('/sign-in/again')) return
  const code = await codeFor(client.origin, email, before).catch(() => '')
  if (code === '') await client.press('request a new one-time password')
  await client.press('Submit', { 'Secure One-time Password': code || (await codeFor(client.origin, email, before)) })
}
