import type { FormWords } from '../catalogue/forms.ts'
import type { Said } from './declaration.ts'

const standing = ['read', 'true', 'evidence', 'verify', 'perjury'] as const

/**
 * What the person declares, as paragraphs: the form's own words (`sign.statement`, one paragraph a line), or else the
 * product's. Under penalty of perjury: 28 U.S.C. 1746.
 */
export function statementOf({ t, find, languageOf }: FormWords): readonly Said[] {
  const own = find('sign.statement')
  if (own === undefined)
    return standing.map((part) => ({
      text: t(`filing.sign.statement.${part}`),
      language: t.languageOf(`filing.sign.statement.${part}`),
    }))
  const language = languageOf('sign.statement')
  return own
    .split('\n')
    .filter((line) => line !== '')
    .map((text) => ({ text, language }))
}
