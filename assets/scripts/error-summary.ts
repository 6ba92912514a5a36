/** Moves the focus to the error summary when the page came back with one, so that it is read first. */
export function focusErrorSummary() {
  document.querySelector<HTMLElement>('[data-focus-on-load]')?.focus()
}
