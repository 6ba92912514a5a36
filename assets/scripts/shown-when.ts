/** Hides a field whose question does not arise for the value chosen elsewhere; the server decides the same again. */
export function showWhenAsked() {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-shown-control]')]
  const apply = () => {
    for (const field of fields) {
      const { shownControl = '', shownValue, shownIs } = field.dataset
      const control = document.querySelector<HTMLSelectElement>(`[name="${CSS.escape(shownControl)}"]`)
      field.hidden = control !== null && (control.value === shownValue) !== (shownIs === 'yes')
    }
  }
  if (fields.length === 0) return
  document.addEventListener('change', apply)
  apply()
}
