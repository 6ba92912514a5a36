import { showTrackingNumber } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { formShortTitle, statusTitle } from '../../cases/index.ts'
import { languageName, type Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Card, type Fact, FactsList, InstantText, NumberText, Table } from '../../ui/index.ts'
import type { PersonFile } from './person-file.ts'

type OpenFile = Extract<PersonFile, { state: 'open' }>
type ViewProps = { t: Text; agency: AgencyPack; model: OpenFile }

/** Who they are, as far as the office may see it here: what they said of themselves, and never an address or a secret. */
function Who({ t, model: { contact, person } }: ViewProps) {
  const others = person?.names.slice(1) ?? []
  const facts: Fact[] = [
    {
      name: t('officer.case.people.account'),
      value: contact.onlineAccountNumber ? <NumberText t={t} kind="account" value={contact.onlineAccountNumber} /> : t('officer.case.people.unfinished'),
    },
    { name: t('office-person.type'), value: t(`office-person.type.${contact.accountType ?? 'unfinished'}`) },
    ...(others.length > 0 ? [{ name: t('search.also'), value: <bdi>{others.join(', ')}</bdi> }] : []),
    ...(person?.born ? [{ name: t('office-person.born'), value: String(person.born) }] : []),
    { name: t('office-person.language'), value: <bdi>{languageName(t, contact.language)}</bdi> },
  ]
  return (
    <Card title={t('office-person.who')}>
      <FactsList facts={facts} />
    </Card>
  )
}

function Cases({ t, agency, model: { cases } }: ViewProps) {
  return (
    <Card title={t('office-person.cases')}>
      {cases.length === 0 ? (
        <p>{t('search.no-case')}</p>
      ) : (
        <Table
          caption={t('office-person.cases.list')}
          head={(['receipt', 'form', 'role', 'status'] as const).map((name) => t(`office-person.head.${name}`))}
          rows={cases.map(({ receiptNumber, form, role, status }) => [
            <a key="case" href={officePaths.case({ receiptNumber })}>
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </a>,
            formShortTitle(agency, t, form),
            t(`officer.case.people.role.${role}`),
            statusTitle(agency, t, status),
          ])}
        />
      )}
    </Card>
  )
}

function Representatives({ t, model: { representatives, cases } }: ViewProps) {
  const receiptOf = (caseId: string) => cases.find(({ id }) => id === caseId)?.receiptNumber ?? ''
  return (
    <Card title={t('office-person.representatives')}>
      {representatives.length === 0 ? <p>{t('office-person.representatives.none')}</p> : null}
      <ul class="plain-list">
        {representatives.map(({ caseId, account, since, names }) => (
          <li key={`${caseId} ${account}`}>
            <bdi>{names[0] ?? t('search.no-name')}</bdi>{' '}
            <span class="muted">
              {t.rich('office-person.representatives.since', { case: <NumberText t={t} kind="receipt" value={receiptOf(caseId)} />, at: <InstantText t={t} at={since} /> })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Requests({ t, model: { requests } }: ViewProps) {
  return (
    <Card title={t('office-person.requests')}>
      {requests.length === 0 ? (
        <p>{t('office-person.requests.none')}</p>
      ) : (
        <Table
          caption={t('office-person.requests.list')}
          head={(['number', 'topic', 'sent', 'state'] as const).map((name) => t(`office-person.requests.${name}`))}
          rows={requests.map(({ trackingNumber, topic, sentAt, state }) => [
            showTrackingNumber(trackingNumber),
            t(`support.topic.${topic as 'something-else'}`),
            <InstantText key="sent" t={t} at={sentAt} />,
            t(`office-person.requests.state.${state}`),
          ])}
        />
      )}
    </Card>
  )
}

export function PersonView(props: ViewProps) {
  const { t, model } = props
  return (
    <div class="stack">
      <h1 dir="auto">{model.person?.names[0] ?? t('search.no-name')}</h1>
      <p class="lead">{t('office-person.about')}</p>
      {model.contact.protectedAt ? (
        <Alert kind="warn" title={t('officer.case.protected.title')}>
          <p>{t('officer.case.protected.body')}</p>
        </Alert>
      ) : null}
      <Who {...props} />
      <Cases {...props} />
      <Representatives {...props} />
      <Requests {...props} />
    </div>
  )
}
