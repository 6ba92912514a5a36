import type { AgencyPack } from '../../agency/index.ts'
import { statusEntry } from '../../cases/index.ts'
import { DueText, kindShort } from '../../correspondence/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { ButtonLink, Card } from '../../ui/index.ts'
import type { FileRequests } from './composing.ts'
import { OfficeStateTag } from './request-view.tsx'

type CardProps = { t: Text; agency: AgencyPack; receiptNumber: string; status: string; found: FileRequests }

/** What was asked of the people of the case, in its file, and the way to ask. */
export function CaseRequests({ t, agency, receiptNumber, status, found: { requests, hasDraft } }: CardProps) {
  const { next } = statusEntry(agency, status)
  const mayAsk = !requests.some(({ state }) => state === 'open') && agency.evidenceRequests.kinds.some((kind) => next.includes(kind.status))
  return (
    <Card title={t('office-requests.card')}>
      {requests.length === 0 ? <p>{t('office-requests.card.none')}</p> : null}
      <ul class="plain-list">
        {requests.map(({ id, kind, state, dueAt }) => (
          <li key={id}>
            <a href={officePaths.request({ receiptNumber, request: id })}>{kindShort(agency, t, kind)}</a> <OfficeStateTag t={t} state={state} />
            <br />
            <span class="muted">{t.rich('office-requests.card.due', { at: <DueText t={t} at={dueAt} /> })}</span>
          </li>
        ))}
      </ul>
      {mayAsk || hasDraft ? (
        <p>
          <ButtonLink href={officePaths.composeRequest({ receiptNumber })} look="quiet">
            {t(hasDraft ? 'office-requests.card.go-on' : 'office-requests.card.begin')}
          </ButtonLink>
        </p>
      ) : null}
    </Card>
  )
}
