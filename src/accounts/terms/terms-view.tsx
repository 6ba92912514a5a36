import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'

const sectionsOf = (agency: AgencyPack, language: string, file: string): string[] =>
  Object.keys(agency.textsOf(language, file))
    .filter((key) => /^terms\..+\.title$/.test(key))
    .map((key) => key.replace(/\.title$/, ''))

/** The terms of use, heading by heading; `file` is the pack's, for a version that is no longer in force. */
export function TermsText({ t, agency, file = 'terms' }: { t: Text; agency: AgencyPack; file?: string }) {
  const words = (key: string) => agencyText(agency, t, file, key)
  return (
    <>
      <p>{words('terms.version')}</p>
      <p>{words('terms.intro')}</p>
      {sectionsOf(agency, t.language, file).map((section) => (
        <section key={section}>
          <h2>{words(`${section}.title`)}</h2>
          <p>{words(`${section}.text`)}</p>
        </section>
      ))}
    </>
  )
}
