import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Card } from '../../../ui/index.ts'
import type { AskedFor, EvidenceRequest } from '../request.ts'
import { askShown, kindWords } from '../request-words.ts'
import { OfficerWords } from './request-parts.tsx'
import { DeadlineWords, DueText } from './request-words.tsx'

type Drafted = Pick<EvidenceRequest, 'kind' | 'words' | 'days' | 'isMailed' | 'dueAt'>
type PreviewProps = { t: Text; agency: AgencyPack; request: Drafted; asks: readonly Pick<AskedFor, 'code' | 'words'>[] }

/** One thing that is asked, with everything a person reads of it. */
export function AskWhole({ t, agency, ask }: Pick<PreviewProps, 't' | 'agency'> & { ask: Pick<AskedFor, 'code' | 'words'> }) {
  const { about, counts, words } = askShown(agency, t, ask)
  return (
    <>
      {about ? <p>{about}</p> : null}
      {words ? (
        <p class="preserved" dir="auto">
          {words}
        </p>
      ) : null}
      {counts ? (
        <p>
          <strong>{t('requests.ask.counts')}:</strong> {counts}
        </p>
      ) : null}
    </>
  )
}

/** A request in the words in which a person will read it. */
export function RequestPreview({ t, agency, request, asks }: PreviewProps) {
  return (
    <div class="stack">
      <h2>{kindWords(agency, t, request.kind)}</h2>
      <Card title={t('requests.due.title')}>
        <p class="due">
          <DueText t={t} at={request.dueAt} />
        </p>
        <DeadlineWords t={t} agency={agency} request={request} />
      </Card>
      <OfficerWords t={t} words={request.words} />
      {asks.map((ask, index) => (
        <Card key={index} title={t('requests.ask.title', { number: index + 1, title: askShown(agency, t, ask).title })}>
          <AskWhole t={t} agency={agency} ask={ask} />
        </Card>
      ))}
    </div>
  )
}
