const againAfterMs = 5000

/** A form already on its way is not sent twice by an impatient press; after a few seconds, or a return, it can be. */
export function sendFormOnce(form: HTMLFormElement) {
  let sentAt = Number.NEGATIVE_INFINITY
  form.addEventListener('submit', (event) => {
    if (event.timeStamp - sentAt < againAfterMs) event.preventDefault()
    else sentAt = event.timeStamp
  })
  window.addEventListener('pageshow', () => {
    sentAt = Number.NEGATIVE_INFINITY
  })
}

export function sendOnce() {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send-once]')) sendFormOnce(form)
}
