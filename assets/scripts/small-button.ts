/** A button that does something on this page only. */
export function smallButton(words: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'small-button'
  button.textContent = words
  return button
}
