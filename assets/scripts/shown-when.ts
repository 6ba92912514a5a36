/** Whether a control of the page has one of these now, radios and checkboxes ticked; null where there is no such control. */
function hasOneOf(name: string, values: readonly string[]): boolean | null {
  const control = document.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)
  if (!control?.form) return null
  return new FormData(control.form).getAll(name).some((value) => values.includes(String(value)))
}

/** Hides a field whose question does not arise for the value chosen elsewhere; the server decides the same again. */
export function showWhenAsked() {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-shown-control]')]
  const apply = () => {
    for (const field of fields) {
      const { shownControl = '', shownValue = '', shownIs } = field.dataset
      const has = hasOneOf(shownControl, shownValue.split(' '))
      field.hidden = has !== null && has !== (shownIs === 'yes')
    }
  }
  if (fields.length === 0) return
  document.addEventListener('change', apply)
  apply()
}
