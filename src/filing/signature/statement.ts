import type { FormWords } from '../catalogue/forms.ts'

const standing = ['read', 'true', 'evidence', 'verify', 'perjury'] as const

/**
 * What the person declares, as paragraphs: the form's own words (`sign.statement`, one paragraph a line), or else the
 * product's. Under penalty of perjury: 28 U.S.C. 1746.
 */
export function statementOf({ t, find }: FormWords): readonly string[] {
  const own = find('sign.statement')
  return own
    ? own.split('\n').filter((line) => line !== '')
    : standing.map((part) => t(`filing.sign.statement.${part}`))
}
