import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

type Asked = {
  ticket: string
  options: Parameters<typeof startAuthentication>[0]['optionsJSON'] & Parameters<typeof startRegistration>[0]['optionsJSON']
}

/** The page's words for what can go wrong, as it wrote them into the part's `data-said-…`. */
type Fault = 'cancelled' | 'late' | 'known' | 'unsuitable' | 'failed'

/** A challenge lives five minutes; one that waits in a field's list of names is asked anew before that. */
const renewAfterMs = 4 * 60_000

/** Brings each place for a passkey to light: its button, or the sentence why there is none here. */
for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const standing = standingOf(part)
  const shown = part.querySelector<HTMLElement>(`[data-passkey-when="${standing}"]`)
  if (shown) shown.hidden = false
  if (standing === 'ready') attach(part)
}

function standingOf({ dataset }: HTMLElement) {
  if (dataset.passkeyOrigin !== location.origin) return 'elsewhere'
  return browserSupportsWebAuthn() ? 'ready' : 'unsupported'
}

function attach(part: HTMLElement) {
  const form = part.querySelector('form')
  const button = form?.querySelector('button')
  const said = part.querySelector<HTMLElement>('[data-passkey-said]')
  if (!form || !button || !said) return
  let isBusy = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    said.textContent = ''
    const fault = await go(part, form)
    isBusy = false
    if (!fault) return
    said.textContent = part.dataset[`said${fault[0]?.toUpperCase()}${fault.slice(1)}`] ?? ''
    button.focus()
  })
  if (part.dataset.passkeyOffered !== undefined) void offerInField(part, form)
}

/** Asks for a challenge, has the passkey answer it and sends the form on. Returns what went wrong. */
async function go(part: HTMLElement, form: HTMLFormElement): Promise<Fault | null> {
  const begunAt = performance.now()
  let asked: Asked | null = null
  try {
    asked = await askFor(part, form)
    if (!asked) return 'failed'
    const optionsJSON = asked.options
    const answer =
      part.dataset.passkey === 'create' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON })
    send(form, asked.ticket, answer)
    return null
  } catch (error) {
    return faultOf(error, performance.now() - begunAt >= (asked?.options.timeout ?? Number.POSITIVE_INFINITY))
  }
}

/** The browser has one name for “no” and “too late”: only the clock tells them apart. */
function faultOf(error: unknown, isLate: boolean): Fault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError') return isLate ? 'late' : 'cancelled'
  if (name === 'AbortError') return 'cancelled'
  if (name === 'InvalidStateError') return 'known'
  return name === 'ConstraintError' || name === 'NotSupportedError' ? 'unsuitable' : 'failed'
}

async function askFor(part: HTMLElement, form: HTMLFormElement): Promise<Asked | null> {
  const body = new URLSearchParams({ csrf: inputOf(form, 'csrf').value })
  const answer = await fetch(part.dataset.passkeyAsks ?? '', { method: 'POST', body, redirect: 'manual' })
  return answer.ok ? await answer.json() : null
}

const inputOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement

/** Without a submit event: this form was pressed once already, and its press was kept for the passkey. */
function send(form: HTMLFormElement, ticket: string, answer: unknown) {
  inputOf(form, 'ticket').value = ticket
  inputOf(form, 'answer').value = JSON.stringify(answer)
  form.submit()
}

/**
 * Lets the browser offer passkeys among the names it fills into the sign-in field. Nothing is said when it cannot, or
 * when the person types instead: the field is a field, and the button is there.
 */
async function offerInField(part: HTMLElement, form: HTMLFormElement) {
  const field = document.querySelector<HTMLInputElement>('input[autocomplete$="webauthn"]')
  if (!field || !(await browserSupportsWebAuthnAutofill())) return
  let offeredAt = Number.NEGATIVE_INFINITY
  const offer = async () => {
    if (performance.now() - offeredAt < renewAfterMs) return
    offeredAt = performance.now()
    try {
      const asked = await askFor(part, form)
      if (!asked) return
      send(form, asked.ticket, await startAuthentication({ optionsJSON: asked.options, useBrowserAutofill: true }))
    } catch {
      // Replaced by the button's own question, or not wanted.
    }
  }
  field.addEventListener('focus', offer)
  await offer()
}
