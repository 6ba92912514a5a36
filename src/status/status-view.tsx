import type { AgencyPack } from '../agency/index.ts'
import { formShortTitle, type PublicStatus, statusTitle, statusWords } from '../cases/index.ts'
import type { MessageKey, Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { CaseStatusForm } from '../portal/index.ts'
import { Alert, Card, Course, DayText, ErrorSummary, FactsList, NumberText } from '../ui/index.ts'
import type { LookedUp, LookUpError } from './look-up.ts'

const errorKeys: Record<LookUpError, MessageKey> = {
  empty: 'status.error.empty',
  'not-a-receipt-number': 'status.error.not-a-receipt-number',
  'unknown-prefix': 'status.error.unknown-prefix',
  'looks-like-online-account-number': 'status.error.looks-like-online-account-number',
  'looks-like-a-number': 'status.error.looks-like-a-number',
}

export const errorKeyOf = (error: LookUpError): MessageKey => errorKeys[error]

type FoundProps = { t: Text; agency: AgencyPack; status: PublicStatus }

function CourseSoFar({ t, agency, status }: FoundProps) {
  const steps = status.course.toReversed()
  return (
    <Card title={t('status.history')}>
      <Course
        t={t}
        ports={steps.map((step, index) => ({
          state: index === steps.length - 1 ? 'now' : 'done',
          title: statusTitle(agency, t, step.status),
          when: <DayText t={t} day={Temporal.PlainDate.from(step.on)} />,
        }))}
      />
    </Card>
  )
}

function Found({ t, agency, status }: FoundProps) {
  const words = statusWords(agency, t, status)
  return (
    <>
      <Card>
        <h2>{words.title}</h2>
        <p>{words.description}</p>
        <h3>{t('status.next')}</h3>
        <p>{words.next}</p>
        <p>
          <a href={paths.processingTimes()}>{t('status.times')}</a>
        </p>
        <FactsList
          facts={[
            {
              name: t('status.receipt-number'),
              value: <NumberText t={t} kind="receipt" value={status.receiptNumber} copy />,
            },
            { name: t('status.form'), value: formShortTitle(agency, t, status.form) },
            { name: t('status.received-on'), value: <DayText t={t} day={status.receivedOn} /> },
          ]}
        />
      </Card>
      <CourseSoFar t={t} agency={agency} status={status} />
    </>
  )
}

function None({ t }: { t: Text }) {
  return (
    <Alert kind="info" title={t('status.none.title')} live>
      <p>{t('status.none.body')}</p>
      <p>{t('status.none.what-to-do')}</p>
    </Alert>
  )
}

type StatusViewProps = { t: Text; agency: AgencyPack; found: LookedUp; typed: string }

export function StatusView({ t, agency, found, typed }: StatusViewProps) {
  const error = found.is === 'wrong' ? t(errorKeyOf(found.error)) : undefined
  return (
    <>
      <ErrorSummary t={t} errors={error ? [{ at: 'receiptNumber', message: error }] : []} />
      <h1>{t('status.title')}</h1>
      {found.is === 'found' ? <Found t={t} agency={agency} status={found.status} /> : null}
      {found.is === 'none' ? <None t={t} /> : null}
      <Card {...(found.is === 'found' || found.is === 'none' ? { title: t('status.another') } : {})} plate>
        <CaseStatusForm t={t} typed={found.is === 'found' ? '' : typed} error={error} />
      </Card>
      <p class="muted">{t('status.nothing-personal')}</p>
    </>
  )
}
