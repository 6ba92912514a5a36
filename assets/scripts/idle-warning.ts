const warnSecondsBefore = 150

type Parts = { holder: HTMLElement; dialog: HTMLDialogElement; left: HTMLElement; ended: HTMLElement }

/** Asks before the session ends for want of a sign of life, and keeps it open when the person says so. */
export function warnBeforeIdle() {
  const holder = document.querySelector<HTMLElement>('[data-idle]')
  const dialog = holder?.querySelector<HTMLDialogElement>('[data-idle-dialog]')
  const left = holder?.querySelector<HTMLElement>('[data-idle-left]')
  const ended = holder?.querySelector<HTMLElement>('[data-idle-ended]')
  if (holder && dialog && left && ended) watch({ holder, dialog, left, ended })
}

function watch({ holder, dialog, left, ended }: Parts) {
  const lasts = Number(holder.dataset.secondsLeft)
  let endsAt = performance.now() + lasts * 1000

  const tick = () => {
    const seconds = Math.round((endsAt - performance.now()) / 1000)
    if (seconds <= 0) return end()
    if (seconds <= warnSecondsBefore && !dialog.open) dialog.showModal()
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
  const stay = async () => {
    dialog.close()
    if (await extended(holder.dataset)) endsAt = performance.now() + lasts * 1000
  }
  dialog.querySelector('[data-idle-stay]')?.addEventListener('click', stay)
  dialog.addEventListener('cancel', stay)
  tick()
}

const leftWords = (template: string, seconds: number) =>
  template.replace('%minutes%', `${Math.floor(seconds / 60)}`).replace('%seconds%', `${seconds % 60}`)

async function extended({ extend = '', csrf = '' }: DOMStringMap): Promise<boolean> {
  const body = new URLSearchParams({ csrf })
  const answer = await fetch(extend, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  return answer?.ok ?? false
}
