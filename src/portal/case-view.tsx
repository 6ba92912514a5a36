import { type AgencyPack, agencyText } from '../agency/index.ts'
import {
  type CaseDocument,
  dayOfPaper,
  formShortTitle,
  formTitle,
  officeName,
  type OwnCase,
  statusEntry,
  statusTitle,
  statusWords,
} from '../cases/index.ts'
import { type MarkedCase, PaymentNotice } from '../filing/index.ts'
import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import {
  Alert,
  Breadcrumb,
  Card,
  Course,
  DayText,
  EmptyState,
  FactsList,
  fileSize,
  InstantText,
  NumberText,
  type Port,
  Table,
  Tag,
} from '../ui/index.ts'
import type { CasePageModel } from './home.ts'
import { MessagesCard } from './messages-card.tsx'
import { Followers } from './paper/followed.tsx'
import { Representatives, YouRepresent } from './representatives/representatives-card.tsx'
import { MailComesBack, MailReceived } from './paper/mail-of-case.tsx'
import { standingOf, standingWords } from './standing.ts'

type Parts = { t: Text; agency: AgencyPack; own: OwnCase; payment?: MarkedCase | null }

/** Steps made are done, the last one is now; the parts of the course after it are still to come. */
function portsOf({ t, agency, own }: Parts): Port[] {
  const now = own.course.length - 1
  const made = own.course.map(({ status, on }, index): Port => {
    const day = <DayText t={t} day={on} />
    const when = index === now ? t.rich('portal.case.since', { day }) : day
    return { state: index === now ? 'now' : 'done', title: statusTitle(agency, t, status), when }
  })
  return [
    ...made,
    ...laterGroups(agency, own.status).map((group): Port => ({ state: 'later', title: groupTitle(agency, t, group) })),
  ]
}

const groupTitle = (agency: AgencyPack, t: Text, group: string) => agencyText(agency, t, 'statuses', `group.${group}`)

function laterGroups(agency: AgencyPack, status: string): readonly string[] {
  const { group, final } = statusEntry(agency, status)
  return final ? [] : agency.statusGroups.slice(agency.statusGroups.indexOf(group) + 1)
}

/** Where something is asked, that comes first, and as the one thing in the colour that means so. */
function StatusCard({ t, agency, own }: Parts) {
  const { title, description, next } = statusWords(agency, t, own)
  if (standingOf(agency, own.status) === 'act') {
    return (
      <Alert kind="act" title={title}>
        <p>{description}</p>
        <p>{next}</p>
        <p>{t('portal.case.asked.not-here')}</p>
      </Alert>
    )
  }
  return (
    <Card title={title}>
      <p>{description}</p>
      <h3>{t('portal.case.next')}</h3>
      <p>{next}</p>
      <p>
        <a href={paths.processingTimes()}>{t('status.times')}</a>
      </p>
    </Card>
  )
}

const documentRow = (t: Text, own: OwnCase, paper: CaseDocument) => [
  <a href={paths.caseDocument({ receiptNumber: own.receiptNumber, document: paper.id })}>{t(paper.titleKey)}</a>,
  t.day(dayOfPaper(paper, t.timeZone)),
  fileSize(t.language, paper.sizeBytes),
]

/** Papers are on their way only to a case that was just filed online; any other would be waited for in vain. */
function Documents({ t, own }: Pick<Parts, 't' | 'own'>) {
  if (own.documents.length === 0) {
    const isJustFiled = own.channel === 'online' && own.course.length === 1
    return (
      <EmptyState title={t('portal.case.documents')}>
        <p>{t(isJustFiled ? 'portal.case.documents.empty' : 'portal.case.documents.none')}</p>
      </EmptyState>
    )
  }
  return (
    <Card>
      <Table
        caption={t('portal.case.documents')}
        head={[t('portal.case.document'), t('portal.case.document.made'), t('portal.case.document.size')]}
        numeric={[2]}
        rows={own.documents.map((paper) => documentRow(t, own, paper))}
      />
    </Card>
  )
}

/** When the person changed where mail about this case goes. What it is stands under Contact information. */
function AddressHistory({ t, own }: Pick<Parts, 't' | 'own'>) {
  if (own.addressChangedAt.length === 0) return null
  return (
    <Card title={t('address-change.case.title')}>
      <ul class="plain-list">
        {own.addressChangedAt.map((at) => (
          <li key={`${at}`}>{t('address-change.case.changed', { at: t.instant(at) })}</li>
        ))}
      </ul>
      <p>
        <a href={paths.contact()}>{t('address-change.case.change')}</a>
      </p>
    </Card>
  )
}

/** Money that comes back, and how far it is. */
function Refunds({ t, agency, refunds }: Pick<Parts, 't' | 'agency'> & Pick<CasePageModel, 'refunds'>) {
  if (refunds.length === 0) return null
  return (
    <Card title={t('refund.own.title')}>
      <ul class="plain-list">
        {refunds.map(({ id, amountCents, reason, state, at }) => (
          <li key={id}>
            <p>{t(`refund.own.${state as 'agreed' | 'on-its-way' | 'done' | 'failed'}`, { amount: t.money(amountCents) })}</p>
            <p class="muted">
              {t('refund.own.why')}: {agencyText(agency, t, 'agency', `refund.reason.${reason}`)}
              <br />
              <InstantText t={t} at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function CaseView({ t, agency, own, payment, refunds, messages, csrfToken, isEnded }: Parts & Pick<CasePageModel, 'refunds' | 'messages'> & { csrfToken: string; isEnded: boolean }) {
  const [, ...title] = formTitle(agency, t, own.form).split(', ')
  return (
    <>
      <Breadcrumb
        t={t}
        trail={[{ words: t('ui.nav.account'), href: paths.account() }, { words: t('portal.case.crumb') }]}
      />
      <h1>{title.join(', ') || formTitle(agency, t, own.form)}</h1>
      <p class="muted">
        {formShortTitle(agency, t, own.form)} · <NumberText t={t} kind="receipt" value={own.receiptNumber} copy /> ·{' '}
        {t(`portal.case.filed.${own.channel}`, { day: t.day(own.receivedOn) })}
      </p>
      <div class="stack">
        <MailComesBack t={t} own={own} csrfToken={csrfToken} />
        {isEnded ? (
          <Alert kind="good" live>
            <p>{t('representatives.ended')}</p>
          </Alert>
        ) : null}
        <StatusCard t={t} agency={agency} own={own} />
        <MessagesCard t={t} receiptNumber={own.receiptNumber} messages={messages} />
        {payment ? <PaymentNotice t={t} {...payment} /> : null}
        <Card title={t('portal.case.course')}>
          <Course t={t} ports={portsOf({ t, agency, own })} />
        </Card>
        <Refunds t={t} agency={agency} refunds={refunds} />
        <Documents t={t} own={own} />
        <MailReceived t={t} own={own} />
        <AddressHistory t={t} own={own} />
      </div>
    </>
  )
}

/** Beside the case: the facts people read out on the telephone. */
export function CaseAside({ t, agency, model, csrfToken }: Omit<Parts, 'own'> & { model: CasePageModel; csrfToken: string }) {
  const { own, onlineAccountNumber } = model
  const standing = standingOf(agency, own.status)
  return (
    <div class="stack">
      <Card>
        <FactsList
          facts={[
            { name: t('portal.case.status'), value: <Tag kind={standing}>{t(standingWords[standing])}</Tag> },
            {
              name: t('portal.case.office'),
              value: own.office ? officeName(agency, t, own.office) : t('portal.case.office.none'),
            },
            { name: t('portal.case.received'), value: <DayText t={t} day={own.receivedOn} /> },
            { name: t('portal.case.touched'), value: <InstantText t={t} at={own.touchedAt} /> },
            ...(onlineAccountNumber
              ? [
                  {
                    name: t('portal.case.account-number', { agency: agency.shortName }),
                    value: <NumberText t={t} kind="account" value={onlineAccountNumber} copy />,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <Representatives t={t} receiptNumber={own.receiptNumber} representatives={own.representatives} />
      {own.role === 'representative' ? <YouRepresent t={t} receiptNumber={own.receiptNumber} /> : null}
      {own.followers === null ? null : <Followers t={t} receiptNumber={own.receiptNumber} count={own.followers} csrfToken={csrfToken} />}
      <Card title={t('portal.case.ask')}>
        <p>{t('portal.case.ask.about')}</p>
        <p>
          <a href={paths.contactSupport()}>{t('portal.case.ask.contact')}</a>
        </p>
      </Card>
    </div>
  )
}
