const warnSecondsBefore = 150

type Parts = {
  holder: HTMLElement
  dialog: HTMLDialogElement
  left: HTMLElement
  ends: HTMLElement
  ended: HTMLElement
}

/** What the server says of a session that goes on: for how long, and the words for until when. */
export type GoesOn = { secondsLeft?: number; words?: string }

const goesOnEvent = 'session-goes-on'

/** What the page sends by itself while somebody works on it is a sign of life too: the session then ends later than was said. */
export const tellSessionGoesOn = (told: GoesOn | undefined): boolean =>
  told !== undefined && document.dispatchEvent(new CustomEvent(goesOnEvent, { detail: told }))

/** Asks before the session ends for want of a sign of life, and keeps it open when the person says so. */
export function warnBeforeIdle() {
  const holder = document.querySelector<HTMLElement>('[data-idle]')
  const dialog = holder?.querySelector<HTMLDialogElement>('[data-idle-dialog]')
  const left = holder?.querySelector<HTMLElement>('[data-idle-left]')
  const ends = holder?.querySelector<HTMLElement>('[data-idle-ends]')
  const ended = holder?.querySelector<HTMLElement>('[data-idle-ended]')
  if (holder && dialog && left && ends && ended) watch({ holder, dialog, left, ends, ended })
}

function watch({ holder, dialog, left, ends, ended }: Parts) {
  const lasts = Number(holder.dataset.secondsLeft)
  let endsAt = performance.now() + lasts * 1000
  // A session that has come to its last minutes for good is told of once: asking again would help nobody.
  let isLast = false

  const tick = () => {
    const seconds = Math.round((endsAt - performance.now()) / 1000)
    if (seconds <= 0) return end()
    if (seconds <= warnSecondsBefore && !dialog.open && !isLast) dialog.showModal()
    if (dialog.open) left.textContent = leftWords(holder.dataset.minutesWords ?? '', seconds)
    return undefined
  }
  const timer = setInterval(tick, 1000)
  const end = () => {
    clearInterval(timer)
    dialog.close()
    ended.hidden = false
    ended.scrollIntoView()
  }
  const goOn = ({ secondsLeft = lasts, words }: GoesOn) => {
    endsAt = performance.now() + secondsLeft * 1000
    isLast = secondsLeft <= warnSecondsBefore
    if (words) ends.textContent = words
  }
  const stay = async () => {
    dialog.close()
    const extended = await extend(holder.dataset)
    if (extended) goOn(extended)
  }
  document.addEventListener(goesOnEvent, (event) => {
    if (!ended.hidden) return
    dialog.close()
    goOn((event as CustomEvent<GoesOn>).detail)
  })
  dialog.querySelector('[data-idle-stay]')?.addEventListener('click', stay)
  dialog.addEventListener('cancel', stay)
  tick()
}

const leftWords = (template: string, seconds: number) =>
  template.replace('%minutes%', `${Math.floor(seconds / 60)}`).replace('%seconds%', `${seconds % 60}`)

/** Null: the session is over, or nobody answers. */
async function extend({ extend = '', csrf = '' }: DOMStringMap): Promise<GoesOn | null> {
  const body = new URLSearchParams({ csrf })
  const answer = await fetch(extend, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  if (!answer?.ok) return null
  return answer.json().catch(() => ({}))
}
