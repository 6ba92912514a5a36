/** Whether a control of the page has this value now, radios and checkboxes ticked; null where there is no such control. */
function hasValue(name: string, value: string): boolean | null {
  const control = document.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)
  if (!control?.form) return null
  return new FormData(control.form).getAll(name).includes(value)
}

/** Hides a field whose question does not arise for the value chosen elsewhere; the server decides the same again. */
export function showWhenAsked() {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-shown-control]')]
  const apply = () => {
    for (const field of fields) {
      const { shownControl = '', shownValue = '', shownIs } = field.dataset
      const has = hasValue(shownControl, shownValue)
      field.hidden = has !== null && has !== (shownIs === 'yes')
    }
  }
  if (fields.length === 0) return
  document.addEventListener('change', apply)
  apply()
}
