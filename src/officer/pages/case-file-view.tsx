import type { AgencyPack } from '../../agency/index.ts'
import { formTitle, isDecided, nextStatuses, officeName, statusTitle } from '../../cases/index.ts'
import type { Context, FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import {
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  DayText,
  ErrorSummary,
  FactsList,
  FormShell,
  NumberText,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { DecideCard } from '../decisions/case-card.tsx'
import { FileContents, FilePart } from '../case-file/file-contents.tsx'
import { CaseNotes } from '../notes/case-notes.tsx'
import { CaseAdditional } from '../evidence/case-additional.tsx'
import { CaseIdentity } from '../identity/case-identity.tsx'
import { CaseInquiries } from '../inquiries/case-inquiries.tsx'
import { CaseMessages } from '../messages/case-messages.tsx'
import { CaseNotices } from '../notices/case-notices.tsx'
import { CaseRequests } from '../evidence-requests/case-requests.tsx'
import { queueOf } from '../queues/queue.ts'
import { CaseEvidence } from '../evidence/case-evidence.tsx'
import { CaseAddresses, CaseAnswers, CaseDocuments, CaseHistory, CaseOpenings, CasePeople } from './case-file-parts.tsx'
import { CaseMail, MailToDecide } from './case-mail.tsx'
import type { CaseModel } from './case.tsx'
import { queueWords } from './queue-words.ts'

export type OpenModel = Extract<CaseModel, { state: 'open' }>

export interface FileProps {
  t: Text
  model: OpenModel
  form: FormState
  context: Context<{ receiptNumber: string }>
}

/** What came of the press before. */
function Said({ t, model, form, context }: FileProps) {
  if (form.errors.length > 0) return null
  return (
    <>
      {context.query.changed === 'yes' ? (
        <Alert kind="good" live title={t('officer.case.changed.title')}>
          <p>{t('officer.case.changed.body', { status: model.statusWords, count: model.case.parties.length })}</p>
        </Alert>
      ) : null}
      {context.query.confirmed === 'yes' ? (
        <Alert kind="good" live>
          <p>{t('person.office.done')}</p>
        </Alert>
      ) : null}
    </>
  )
}

/** What whoever works on the case has to know first. */
function Warnings({ t, model, context }: FileProps) {
  return (
    <>
      {model.case.isProtected ? (
        <Alert kind="warn" title={t('officer.case.protected.title')}>
          <p>{t('officer.case.protected.body')}</p>
          <p>
            <a href={officePaths.protection(context.params)}>{t('protection.file.see')}</a>
          </p>
        </Alert>
      ) : null}
      <MailToDecide t={t} model={model} csrfToken={context.csrfToken()} />
      {model.payment ? (
        <Alert kind="warn" title={t(`officer.case.payment.${model.payment.mark}.title`)}>
          <p>{t(`officer.case.payment.${model.payment.mark}.body`)}</p>
        </Alert>
      ) : null}
    </>
  )
}

/** The whole file: what just happened, where it stands, what to do, and then everything there is to read. */
export function CaseFileView(props: FileProps) {
  const { t, model, form, context } = props
  const { agency } = context.services
  const { receiptNumber } = model.case
  return (
    <div class="stack">
      <Trail t={t} agency={agency} status={model.case.status} />
      <ErrorSummary t={t} errors={form.errors} />
      <Said {...props} />
      <h1>{t('officer.case.title', { receiptNumber })}</h1>
      <Warnings {...props} />
      <FileContents
        t={t}
        without={model.filed ? [] : ['answers']}
        summary={
          <>
            <NumberText t={t} kind="receipt" value={receiptNumber} /> · {formTitle(agency, t, model.case.form)} · {model.statusWords}
          </>
        }
      />
      <div class="two">
        <div class="stack">
          <FilePart name="facts">
            <WhereItStands {...props} />
          </FilePart>
          <FeeWaiver {...props} />
          <Money {...props} />
          <DecideCard t={t} receiptNumber={model.case.receiptNumber} />
          <FilePart name="status">
            <ChangeStatus {...props} />
          </FilePart>
          {model.asked ? <CaseRequests t={t} agency={agency} receiptNumber={receiptNumber} status={model.case.status} found={model.asked} /> : null}
          <AppointmentsLink {...props} />
          <FilePart name="notes">
            <CaseNotes t={t} notes={model.notes} names={model.names} context={context} />
          </FilePart>
          <FilePart name="messages">
            <CaseMessages t={t} agency={agency} receiptNumber={receiptNumber} threads={model.threads} />
          </FilePart>
          <CaseInquiries t={t} agency={agency} inquiries={model.writing.inquiries} />
          <CaseAdditional t={t} receiptNumber={receiptNumber} sent={model.writing.sent} csrfToken={context.csrfToken()} />
          <CaseNotices t={t} receiptNumber={receiptNumber} notices={model.notices} />
          <FilePart name="history">
            <CaseHistory t={t} agency={agency} model={model} />
          </FilePart>
          <CaseEvidence t={t} agency={agency} model={model} />
          <FilePart name="answers">
            <CaseAnswers filed={model.filed} t={t} />
          </FilePart>
        </div>
        <div class="stack">
          <FilePart name="people">
            <CasePeople t={t} model={model} />
          </FilePart>
          <CaseIdentity t={t} receiptNumber={receiptNumber} isOver={isDecided(agency, model.case.status)} checks={model.writing.checks} context={context} />
          {model.case.isProtected ? null : <Protection {...props} />}
          <CaseAddresses t={t} model={model} />
          <FilePart name="documents">
            <CaseDocuments t={t} model={model} />
          </FilePart>
          <CaseMail t={t} model={model} />
          <CaseOpenings t={t} model={model} />
        </div>
      </div>
    </div>
  )
}

function Trail({ t, agency, status }: { t: Text; agency: AgencyPack; status: string }) {
  const queue = queueOf(agency, status)
  const all = { words: t('officer.queues.title'), href: officePaths.queues() }
  const one = queue ? [{ words: queueWords(t, agency, queue).title, href: officePaths.queue({ queue: queue.id }) }] : []
  return <Breadcrumb t={t} trail={[all, ...one, { words: t('officer.case.crumb') }]} />
}

function WhereItStands({ t, model, context }: FileProps) {
  const { agency } = context.services
  const { receiptNumber, form, status, statusOn, receivedOn, channel, office } = model.case
  const here = context.actor.id
  const staff = model.workedOnBy?.staff
  const withWords =
    staff === here ? t('officer.case.with.you') : staff ? (model.names.get(staff) ?? '') : t('officer.case.with.nobody')
  const officeFact = office ? [{ name: t('officer.case.fact.office'), value: officeName(agency, t, office) }] : []
  return (
    <Card title={t('officer.case.facts')}>
      <FactsList
        facts={[
          {
            name: t('officer.case.fact.receipt'),
            value: <NumberText t={t} kind="receipt" value={receiptNumber} copy />,
          },
          { name: t('officer.case.fact.form'), value: formTitle(agency, t, form) },
          { name: t('officer.case.fact.status'), value: statusTitle(agency, t, status) },
          { name: t('officer.case.fact.since'), value: <DayText t={t} day={statusOn} /> },
          { name: t('officer.case.fact.received'), value: <DayText t={t} day={receivedOn} /> },
          { name: t('officer.case.fact.channel'), value: t(`cases.channel.${channel}`) },
          ...officeFact,
          { name: t('officer.case.fact.with'), value: withWords },
        ]}
      />
      {staff === here ? (
        <ButtonRow>
          <FormShell
            action={officePaths.putBack({ receiptNumber })}
            csrfToken={context.csrfToken()}
            class="inline-form"
          >
            <Button look="quiet">{t('officer.case.put-back')}</Button>
          </FormShell>
        </ButtonRow>
      ) : null}
    </Card>
  )
}

/** A case that asks not to pay a fee: how that stands, and the way to decide it. */
function FeeWaiver({ t, model, context }: FileProps) {
  if (!model.waiver) return null
  const { state } = model.waiver
  return (
    <Card title={t('waiver.office.title')} plate={state === 'asked'}>
      <p>{t(state === 'asked' ? 'waiver.office.waits' : `waiver.office.state.${state}`)}</p>
      <p>
        {state === 'asked' ? (
          <ButtonLink href={officePaths.feeWaiver(context.params)}>{t('waiver.office.go')}</ButtonLink>
        ) : (
          <a href={officePaths.feeWaiver(context.params)}>{t('waiver.office.see')}</a>
        )}
      </p>
    </Card>
  )
}

/** The way to what was paid, for a case that was filed here where money can be given back. */
function Money({ t, model, context }: FileProps) {
  if (model.case.channel !== 'online' || !context.services.agency.refundReasons) return null
  return (
    <Card title={t('refund.file.title')}>
      <p>
        <a href={officePaths.refund(context.params)}>{t('refund.file.see')}</a>
      </p>
    </Card>
  )
}

/** The way to who is seen when. */
const AppointmentsLink = ({ t, context }: FileProps) => (
  <Card title={t('appointments.file.card')}>
    <p>
      <a href={officePaths.caseAppointments(context.params)}>{t('appointments.file.link')}</a>
    </p>
  </Card>
)

/** The way to protect its people: for everybody who works on the case, since it must not wait for somebody else. */
const Protection = ({ t, context }: FileProps) => (
  <Card title={t('protection.file.title')}>
    <p>
      <a href={officePaths.protection(context.params)}>{t('protection.file.see')}</a>
    </p>
  </Card>
)

/** **New status**, **Reason**, **Change status**: the choices are what the agency's table allows from here. */
function ChangeStatus({ t, model, form, context }: FileProps) {
  const { agency } = context.services
  const { receiptNumber } = model.case
  const choices = nextStatuses(agency, model.case.status).map(({ code }) => ({ value: code, label: statusTitle(agency, t, code) }))
  if (choices.length === 0)
    return (
      <Card title={t('officer.case.change.title')}>
        <p>{t('officer.case.change.none')}</p>
      </Card>
    )
  return (
    <Card title={t('officer.case.change.title')} plate>
      <FormShell action={officePaths.case({ receiptNumber })} csrfToken={context.csrfToken()}>
        <Select
          name="status"
          label={t('officer.case.change.status')}
          hint={t('officer.case.change.status-hint')}
          prompt={t('officer.case.change.prompt')}
          options={choices}
          value={form.value('status')}
          error={form.error('status')}
        />
        <TextArea
          name="reason"
          label={t('officer.case.change.reason')}
          hint={t('officer.case.change.reason-hint')}
          value={form.value('reason')}
          error={form.error('reason')}
          rows={4}
        />
        <Button>{t('officer.case.change.submit')}</Button>
      </FormShell>
    </Card>
  )
}
