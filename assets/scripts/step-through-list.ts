/** While one of a list's ways has the focus, the arrows go to the next and the previous (WCAG 2.1.4: active on focus only). */
export function stepThroughLists() {
  for (const list of document.querySelectorAll<HTMLElement>('[data-steps]')) list.addEventListener('keydown', step)
}

function step(event: KeyboardEvent) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const ways = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[data-step]')]
  const at = ways.indexOf(event.target as HTMLElement)
  const next = at < 0 ? undefined : ways[at + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}
