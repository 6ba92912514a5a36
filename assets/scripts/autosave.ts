import { keepsOf, type Outcome } from './autosave-keeps.ts'

const pauseMs = 1000
const firstRetryMs = 4000
const lastRetryMs = 60_000

type State = 'kept' | Exclude<Outcome, { readonly words: unknown }>
type Parts = { holder: HTMLElement; form: HTMLFormElement; said: HTMLElement; live: HTMLElement }

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
  const keeps = keepsOf(form, holder.dataset.autosave ?? '', holder.dataset.mark ?? '')
  let isUnsaved = false
  let isSending = false
  let isSubmitted = false
  // What would be asked again in vain until the person does something: opens this page again, or signs in.
  let waitsFor: 'nothing' | 'reload' | 'sign-in' = 'nothing'
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(send, ms)
  }
  const notKept = (state: Exclude<State, 'kept'>) => {
    isUnsaved = true
    say(state)
    if (state === 'signedOut') waitsFor = 'sign-in'
    else if (state !== 'offline') waitsFor = 'reload'
    else later(Math.min(lastRetryMs, firstRetryMs * 2 ** failures++))
  }
  const settle = (outcome: Outcome) => {
    if (typeof outcome === 'string') return notKept(outcome)
    failures = 0
    waitsFor = 'nothing'
    say('kept', outcome.words)
    return isUnsaved ? later(pauseMs) : undefined
  }
  const send = async () => {
    clearTimeout(timer)
    if (!isUnsaved || isSending || isSubmitted || waitsFor === 'reload') return
    isUnsaved = false
    isSending = true
    const outcome = await keeps.send()
    if (outcome === 'overtaken') return
    isSending = false
    settle(outcome)
  }
  /** The last that a page is told may be that it is hidden: what is typed goes out then, whatever is on its way. */
  const leave = () => {
    isSending = false
    send()
  }
  const comeBack = () => waitsFor === 'sign-in' && send()
  const typed = () => {
    isUnsaved = true
    isSubmitted = false
    if (failures === 0) later(waitsFor === 'sign-in' ? firstRetryMs : pauseMs)
  }
  // Shown again with what was not taken, which is kept nowhere yet.
  if (holder.dataset.unkept !== undefined) typed()
  form.addEventListener('input', typed)
  form.addEventListener('change', typed)
  form.addEventListener('focusout', () => failures === 0 && waitsFor === 'nothing' && send())
  // What the save itself carries is not to be kept behind it.
  form.addEventListener('submit', () => {
    isSubmitted = true
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    isSubmitted = false
    if (persisted) keeps.forgetMark()
  })
  window.addEventListener('online', send)
  window.addEventListener('focus', comeBack)
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? leave() : comeBack()))
  window.addEventListener('beforeunload', (event) => {
    if (isSubmitted || !(isUnsaved || isSending)) return
    if ((isUnsaved && (waitsFor !== 'nothing' || failures > 0)) || !keeps.outliveThePage()) event.preventDefault()
  })
}

/** Shows each state, what is not kept in full ink; speaks it only when it is another than before. */
function speaker({ holder, said, live }: Parts) {
  let before: State | undefined
  return (state: State, words = holder.dataset[state] ?? '') => {
    said.textContent = words
    said.classList.toggle('muted', state === 'kept')
    if (state !== before) live.textContent = holder.dataset[state] ?? ''
    before = state
  }
}
