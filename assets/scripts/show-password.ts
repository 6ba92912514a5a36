import { smallButton } from './small-button.ts'

/** Adds the button that shows what was typed; it is hidden again when the form is sent. */
export function addShowPassword() {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-password]')) {
    const input = holder.querySelector('input')
    if (input) holder.append(buttonFor(input, holder.dataset))
  }
}

function buttonFor(input: HTMLInputElement, { show = '', hide = '' }: DOMStringMap) {
  const button = smallButton(show)
  button.setAttribute('aria-controls', input.id)
  const set = (shown: boolean) => {
    input.type = shown ? 'text' : 'password'
    button.textContent = shown ? hide : show
  }
  button.addEventListener('click', () => set(input.type === 'password'))
  input.form?.addEventListener('submit', () => set(false))
  return button
}
