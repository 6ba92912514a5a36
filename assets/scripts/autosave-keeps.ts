import { type GoesOn, tellSessionGoesOn } from './idle-warning.ts'

/** Browsers let a page have 64 kibibytes on the way that outlive it (Fetch, section 4.6); this leaves room for another's. */
const outlivingMost = 60_000

/** What became of a keep: kept, with the words for it; not kept, and why; or a newer one was sent meanwhile. */
export type Outcome = { readonly words: string | undefined } | 'offline' | 'elsewhere' | 'signedOut' | 'notKept'

type Told = { readonly mark?: string; readonly words?: string; readonly token?: string; readonly session?: GoesOn }

export interface Keeps {
  send(): Promise<Outcome | 'overtaken'>
  /** Whether what is typed by now is short enough to be sent from a page that goes away. */
  outliveThePage(): boolean
  /** What stands on the server by now is not known. */
  forgetMark(): void
}

/**
 * Sends the text fields of a form with the mark that its page was drawn from. Every keep is numbered, under a random name
 * of the page: the server knows by it that the page follows itself, though an answer was lost, and which keep is the newest. The save
 * carries it too: what the page had kept or parked before is over then.
 */
export function keepsOf(form: HTMLFormElement, to: string, drawnFrom: string): Keeps {
  form.append(hidden('typed-page', newName()))
  let mark = drawnFrom
  let count = 0
  let token: string | undefined
  let before: AbortController | undefined

  const bodyOf = () => {
    const body = new URLSearchParams({ 'typed-mark': mark, 'typed-count': `${count}` })
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    if (token) body.set('csrf', token)
    return body
  }
  const post = (signal: AbortSignal) => {
    const body = bodyOf()
    const keepalive = `${body}`.length <= outlivingMost
    return fetch(to, { method: 'POST', body, redirect: 'manual', keepalive, signal }).catch(() => null)
  }
  /** A token that a step-up or a sign-in in another tab made stale is answered with the one that fits by now. */
  const postWithToken = async (signal: AbortSignal) => {
    const answer = await post(signal)
    const fresh = answer?.status === 403 ? (await toldBy(answer)).token : undefined
    if (!fresh) return answer
    token = fresh
    const second = await post(signal)
    if (second?.ok) useFromNowOn(fresh)
    return second
  }
  return {
    async send() {
      // The one before is overtaken, and what it takes up of the 64 kibibytes is needed now.
      before?.abort()
      const sending = new AbortController()
      before = sending
      count += 1
      const answer = await postWithToken(sending.signal)
      if (before !== sending) return 'overtaken'
      const outcome = answer ? outcomeOf(answer) : 'offline'
      if (outcome) return outcome
      const told = await toldBy(answer as Response)
      mark = told.mark ?? mark
      tellSessionGoesOn(told.session)
      return { words: told.words }
    },
    outliveThePage: () => `${bodyOf()}`.length <= outlivingMost,
    forgetMark: () => {
      mark = ''
    },
  }
}

/** A random name that no other open page has. */
const newName = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input')
  return Object.assign(field, { type: 'hidden', name, value })
}

const toldBy = (answer: Response): Promise<Told> => answer.json().catch(() => ({}))

/** A session that has ended is led away to sign in; too many tries, and a server in trouble, pass. Null: it is kept. */
function outcomeOf({ ok, type, status }: Response): Exclude<Outcome, object> | null {
  if (ok) return null
  if (type === 'opaqueredirect') return 'signedOut'
  if (status === 412) return 'elsewhere'
  return status === 429 || status >= 500 ? 'offline' : 'notKept'
}

/** For every button of the page, not for what is kept alone. */
function useFromNowOn(token: string) {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name=csrf]')) field.value = token
  for (const holder of document.querySelectorAll<HTMLElement>('[data-csrf]')) holder.dataset.csrf = token
}
