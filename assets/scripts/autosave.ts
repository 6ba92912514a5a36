const pauseMs = 1000
const firstRetryMs = 4000
const lastRetryMs = 60_000

type State = 'kept' | 'offline' | 'elsewhere' | 'signedOut' | 'notKept'
type Parts = { holder: HTMLElement; form: HTMLFormElement; said: HTMLElement; live: HTMLElement }
type Kept = { mark?: string; words?: string }

/** Keeps what is typed into a form that asks for it: a moment after a pause, on leaving a field, on leaving the page. */
export function keepWhatIsTyped() {
  const holder = document.querySelector<HTMLElement>('[data-autosave]')
  const form = holder?.closest('form')
  const said = holder?.querySelector<HTMLElement>('[data-autosave-said]')
  const live = holder?.querySelector<HTMLElement>('[data-autosave-live] > *')
  if (holder && form && said && live) watch({ holder, form, said, live })
}

function watch(parts: Parts) {
  const { holder, form } = parts
  const say = speaker(parts)
  let mark = holder.dataset.mark ?? ''
  let isUnsaved = false
  let isSending = false
  let isStopped = false
  let isSubmitted = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(send, ms)
  }
  const stop = (state: State) => {
    isStopped = true
    isUnsaved = true
    say(state)
  }
  const failed = () => {
    isUnsaved = true
    say('offline')
    later(Math.min(lastRetryMs, firstRetryMs * 2 ** failures))
    failures += 1
  }
  const kept = (body: Kept) => {
    failures = 0
    mark = body.mark ?? ''
    say('kept', body.words)
    if (isUnsaved) later(pauseMs)
  }
  const send = async () => {
    clearTimeout(timer)
    if (!isUnsaved || isSending || isStopped || isSubmitted) return
    isUnsaved = false
    isSending = true
    const answer = await post(form, holder.dataset.autosave ?? '', mark)
    const state = answer ? stateOf(answer) : 'offline'
    const body: Kept = answer && state === 'kept' ? await answer.json().catch(() => ({})) : {}
    isSending = false
    if (state === 'kept') kept(body)
    else if (state === 'offline') failed()
    else stop(state)
  }
  const typed = () => {
    isUnsaved = true
    if (failures === 0) later(pauseMs)
  }
  form.addEventListener('input', typed)
  form.addEventListener('change', typed)
  form.addEventListener('focusout', () => failures === 0 && send())
  // What the save itself carries is not to be kept behind it.
  form.addEventListener('submit', () => {
    isSubmitted = true
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    isSubmitted = false
    if (persisted) mark = ''
  })
  window.addEventListener('online', send)
  window.addEventListener('pagehide', send)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && send())
  window.addEventListener('beforeunload', (event) => {
    if (isUnsaved && !isSubmitted && (isStopped || failures > 0)) event.preventDefault()
  })
}

/** The text fields of the form and the mark, in a request that outlives the page. Null: nobody answers. */
function post(form: HTMLFormElement, to: string, mark: string): Promise<Response | null> {
  const body = new URLSearchParams({ 'typed-mark': mark })
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  return fetch(to, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => null)
}

/** A session that has ended is led away to sign in; too many tries, and a server in trouble, pass. */
function stateOf({ ok, type, status }: Response): State {
  if (ok) return 'kept'
  if (type === 'opaqueredirect' || status === 403) return 'signedOut'
  if (status === 412) return 'elsewhere'
  return status === 429 || status >= 500 ? 'offline' : 'notKept'
}

/** Shows each state; speaks it only when it is another than before. */
function speaker({ holder, said, live }: Parts) {
  let before: State | undefined
  return (state: State, words = holder.dataset[state] ?? '') => {
    said.textContent = words
    if (state !== before) live.textContent = holder.dataset[state] ?? ''
    before = state
  }
}
