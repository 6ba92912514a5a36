import type { AgencyPack } from '../../src/agency/index.ts'
import type { FormDefinition, Texts } from '../../src/filing/definition/definition.ts'

/** The pack with one more form that is filed here, which shows what no form of the pack has. */
export function withForm(agency: AgencyPack, definition: FormDefinition, texts: Texts): AgencyPack {
  const { form: code, edition } = definition
  const entry = { code, here: true, editions: [edition], ways: 'online', officialPage: `https://example.test/${code}` } as const
  return {
    ...agency,
    forms: [...agency.forms, entry],
    definitions: new Map([...agency.definitions, [code, new Map([[edition, definition]])]]),
    textsOf: (language, file) => (file === code ? texts : agency.textsOf(language, file)),
    text: (language, file, key) =>
      agency.text(language, file, key) ?? (key.startsWith(`form.${code}.`) ? `${code}: ${key.split('.').at(-1)}` : undefined),
  }
}
