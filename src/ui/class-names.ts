/** Joins the class names that apply: `classNames('tag', isNew && 'tag--act')`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
