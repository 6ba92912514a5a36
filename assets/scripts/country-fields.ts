import { sendFormOnce } from './send-once.ts'

/** What the person typed goes with them to the fields of another country; what was kept for the first one does not. */
function carryOver(from: Element, to: Element) {
  for (const typed of from.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')) {
    const control = to.querySelector<HTMLInputElement>(`input[name="${CSS.escape(typed.name)}"]`)
    if (control && typed.value !== typed.defaultValue) control.value = typed.value
  }
}

/** The page for another country, as the server draws it; null when it cannot be reached. */
async function pageFor(address: URL): Promise<Document | null> {
  const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
  if (!answer?.ok || answer.redirected) return null
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

async function change(choice: HTMLFormElement, country: string) {
  const address = new URL(choice.action)
  address.searchParams.set('country', country)
  const drawn = await pageFor(address)
  const fields = drawn?.querySelector('[data-country-fields]')
  const form = fields?.closest('form')
  // The button does the same by loading the page: nothing is lost when the fields cannot be fetched.
  if (!fields || !form) return choice.submit()
  const shown = document.querySelector('[data-country-fields]')
  if (shown) {
    const made = document.importNode(fields, true)
    carryOver(shown, made)
    shown.replaceWith(made)
  } else {
    const made = document.importNode(form, true)
    choice.after(made)
    sendFormOnce(made)
  }
}

/** Shows the fields of another country in place, and takes away the button that does it by loading the page. */
export function changeCountryInPlace() {
  for (const choice of document.querySelectorAll<HTMLFormElement>('form[data-country-choice]')) {
    const select = choice.querySelector('select')
    const button = choice.querySelector('button')
    if (!select || !button) continue
    button.hidden = true
    select.addEventListener('change', () => {
      if (select.value !== '') void change(choice, select.value)
    })
  }
}
