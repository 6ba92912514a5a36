import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { HiddenWords } from '../../ui/index.ts'
import { type DescribedPart, lacking } from '../description/description.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { ExpiryWarning, FileFacts, partName } from './description-words.tsx'

interface DescribedProps {
  t: Text
  agency: AgencyPack
  file: EvidenceFile
  needed: readonly DescribedPart[]
  today: Temporal.PlainDate
}

/** The pages that say more: of a document what it is, of a translation who made it. */
function waysOf(t: Text, { draft, id: file, translates, description }: EvidenceFile): readonly { href: string; words: string }[] {
  const certify = {
    href: paths.certifyDraftTranslation({ draft, file }),
    words: t(description?.translator ? 'evidence.certify.change' : 'evidence.certify'),
  }
  if (translates) return [certify]
  const describe = { href: paths.describeDraftEvidence({ draft, file }), words: t(description ? 'evidence.describe.change' : 'evidence.describe') }
  return description?.translated === 'in-this-file' ? [describe, certify] : [describe]
}

/** What is said of a file, what it lacks, what its days mean, and the way to the page that says more. */
export function DescribedInList({ t, agency, file, needed, today }: DescribedProps) {
  const { description, state } = file
  if (state === 'refused') return null
  const lacks = lacking(description, needed).map((part) => partName(t, part))
  const parts = new Intl.ListFormat(t.language).format(lacks)
  return (
    <>
      <FileFacts t={t} agency={agency} description={description} />
      <ExpiryWarning t={t} agency={agency} description={description} today={today} />
      {lacks.length > 0 ? <p class="evidence-needed">{t('evidence.describe.needed', { parts })}</p> : null}
      {waysOf(t, file).map(({ href, words }) => (
        <p key={href}>
          <a href={href}>
            {words}
            <HiddenWords> {file.name}</HiddenWords>
          </a>
        </p>
      ))}
    </>
  )
}
