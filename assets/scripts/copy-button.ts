import { smallButton } from './small-button.ts'

/** Puts a copy button after every number and code that names itself copyable. */
export function addCopyButtons() {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-copy]')) addTo(holder)
}

function addTo(holder: HTMLElement) {
  const { copy = '', copyWords = '', copiedWords = '' } = holder.dataset
  if (!navigator.clipboard) return
  const button = smallButton(copyWords)
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  said.className = 'hidden-words'
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(copy)
    button.textContent = said.textContent = copiedWords
    setTimeout(() => {
      button.textContent = copyWords
      said.textContent = ''
    }, 2500)
  })
  holder.append(button, said)
}
