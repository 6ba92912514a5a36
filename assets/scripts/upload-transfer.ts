/** What a request came to, as the queue and the row need it. */
export type Answered =
  | { is: 'going-on'; offset: number; location?: string; outcome: string | null }
  | { is: 'gone' }
  | { is: 'no-connection' }
  | { is: 'stopped' }
  | { is: 'signed-out'; words: string }
  | { is: 'refused'; words: string; problem: string }

const csrfHeader = 'x-portolan-csrf'

/** The token that fits by now: one page has one, and a new sign-in in another tab makes it stale for all its uploads. */
const token = () => document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? ''

interface Asked {
  method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE'
  to: string
  headers?: Record<string, string>
  body?: Blob
  sent?: (bytes: number) => void
  /** Given the way to stop it. */
  stop?: (stop: () => void) => void
}

/** Only this old way of asking says how much has left, while it leaves. */
function send({ method, to, headers = {}, body, sent, stop }: Asked): Promise<XMLHttpRequest | 'stopped'> {
  return new Promise((settle) => {
    const asking = new XMLHttpRequest()
    asking.open(method, to)
    const lines = { 'tus-resumable': '1.0.0', [csrfHeader]: token(), ...headers }
    for (const [name, value] of Object.entries(lines)) asking.setRequestHeader(name, value)
    asking.upload.addEventListener('progress', ({ loaded }) => sent?.(loaded))
    asking.addEventListener('abort', () => settle('stopped'))
    for (const end of ['load', 'error', 'timeout'] as const) asking.addEventListener(end, () => settle(asking))
    stop?.(() => asking.abort())
    asking.send(body ?? null)
  })
}

const told = ({ responseText }: XMLHttpRequest): { words?: string; problem?: string; token?: string } => {
  try {
    return JSON.parse(responseText)
  } catch {
    return {}
  }
}

/** Asks, and once more with the token that fits by now. */
export async function ask(asked: Asked): Promise<Answered> {
  const first = await send(asked)
  if (first === 'stopped') return { is: 'stopped' }
  const fresh = first.status === 403 ? told(first).token : undefined
  if (!fresh) return meaning(first)
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name=csrf]')) field.value = fresh
  const second = await send(asked)
  return second === 'stopped' ? { is: 'stopped' } : meaning(second)
}

function meaning(answer: XMLHttpRequest): Answered {
  const { status } = answer
  const offset = answer.getResponseHeader('upload-offset')
  const location = answer.getResponseHeader('location')
  if ((status < 300 || status === 409) && offset !== null)
    return { is: 'going-on', offset: Number(offset), outcome: answer.getResponseHeader('upload-outcome'), ...(location ? { location } : {}) }
  const { words, problem = '' } = told(answer)
  if (status === 401) return { is: 'signed-out', words: words ?? '' }
  if (words) return { is: 'refused', words, problem }
  return status === 404 || status === 422 ? { is: 'gone' } : { is: 'no-connection' }
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** Opens the upload of a file, or finds the one of the same file that is half-way. */
export function announce({ to, document, translates }: { to: string; document: string; translates: string }, file: File): Promise<Answered> {
  const about = { filename: file.name, document, lastModified: `${file.lastModified}`, ...(translates ? { translates } : {}) }
  const metadata = Object.entries(about).map(([name, value]) => `${name} ${base64(value)}`)
  return ask({ method: 'POST', to, headers: { 'upload-length': `${file.size}`, 'upload-metadata': metadata.join(',') } })
}

const pieceLeast = 256 * 1024
const pieceFirst = 1024 * 1024
const pieceMost = 16 * 1024 * 1024
const pieceSeconds = 10

/** How much goes out in one request: what takes ten seconds on this line, so that a break costs little, and a server’s patience is never used up. */
export function pieceSizes() {
  let size = pieceFirst
  return {
    next: () => size,
    took: (bytes: number, milliseconds: number) => {
      const inTime = (bytes / Math.max(1, milliseconds)) * 1000 * pieceSeconds
      size = Math.round(Math.min(pieceMost, Math.max(pieceLeast, inTime)))
    },
    broke: () => {
      size = Math.max(pieceLeast, Math.round(size / 2))
    },
  }
}
