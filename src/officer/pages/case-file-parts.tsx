import type { AgencyPack } from '../../agency/index.ts'
import { type OfficeChange, statusTitle } from '../../cases/index.ts'
import type { FiledForOffice } from '../../filing/index.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { AddressText, type PostalAddress } from '../../profile/index.ts'
import { Alert, Card, Course, DayText, FactsList, fileSize, NumberText, type Port, SummaryList } from '../../ui/index.ts'
import type { OpenModel } from './case-file-view.tsx'

type PartProps = { t: Text; model: OpenModel }

function byWords({ t, model }: PartProps, { by, at }: OfficeChange): string {
  if (by.kind === 'staff')
    return t('officer.case.history.by-staff', { name: model.names.get(by.id) ?? '', at: t.instant(at) })
  return t(by.kind === 'account' ? 'officer.case.history.by-account' : 'officer.case.history.by-system', {
    at: t.instant(at),
  })
}

/** Every status the case ever had, with who entered it and why. */
export function CaseHistory({ t, agency, model }: PartProps & { agency: AgencyPack }) {
  const { course } = model.case
  const ports: Port[] = course.map((change, index) => ({
    state: index === course.length - 1 ? 'now' : 'done',
    title: statusTitle(agency, t, change.status),
    when: <DayText t={t} day={change.on} />,
    note: (
      <>
        <p class="muted">{byWords({ t, model }, change)}</p>
        {change.reason ? <p>{change.reason}</p> : null}
      </>
    ),
  }))
  return (
    <Card title={t('officer.case.history')}>
      <Course t={t} ports={ports} />
    </Card>
  )
}

/** Who is related to the case, by account number: names stand in the answers. */
export function CasePeople({ t, model }: PartProps) {
  const { people } = model
  return (
    <Card title={t('officer.case.people')}>
      {people.length === 0 ? <p>{t('officer.case.people.none')}</p> : null}
      <ul class="plain-list">
        {people.map(({ account, role, onlineAccountNumber, lacking }) => (
          <li key={`${account} ${role}`}>
            <strong id={`person-${account}-${role}`}>{t(`officer.case.people.role.${role}`)}</strong>
            <br />
            {t('officer.case.people.account')}:{' '}
            {onlineAccountNumber ? (
              <NumberText t={t} kind="account" value={onlineAccountNumber} />
            ) : (
              t('officer.case.people.unfinished')
            )}
            {onlineAccountNumber ? (
              <>
                <br />
                <a href={officePaths.person({ account })} aria-describedby={`person-${account}-${role}`}>
                  {t('office-person.link')}
                </a>
              </>
            ) : null}
            {lacking.length > 0 ? <p>{t(lacking.includes('licence-that-runs') ? 'rights.office.ended' : 'rights.office.lacking')}</p> : null}
          </li>
        ))}
      </ul>
      {model.case.channel === 'paper' ? (
        <p>
          <a href={officePaths.access({ receiptNumber: model.case.receiptNumber })}>{t('access-codes.find.title')}</a>
        </p>
      ) : null}
      {people.some(({ role }) => role !== 'representative') ? (
        <p>
          <a href={officePaths.confirmPerson({ receiptNumber: model.case.receiptNumber })}>{t('person.office.link')}</a>
        </p>
      ) : null}
    </Card>
  )
}

export function CaseDocuments({ t, model }: PartProps) {
  const { documents, receiptNumber } = model.case
  return (
    <Card title={t('officer.case.documents')}>
      {documents.length === 0 ? <p>{t('officer.case.documents.none')}</p> : null}
      <ul class="plain-list">
        {documents.map(({ id, titleKey, sizeBytes, madeAt, receivedOn }) => (
          <li key={id}>
            <a href={officePaths.caseDocument({ receiptNumber, document: id })}>{t(titleKey)}</a>
            <br />
            <span class="muted">
              {t('officer.case.documents.file', { size: fileSize(t.language, sizeBytes), at: t.instant(madeAt) })}
              {receivedOn ? ` · ${t('officer.case.documents.received', { on: t.day(receivedOn) })}` : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What the form says, as it was signed and in the words that its person read. */
export function CaseAnswers({ t, filed }: { t: Text; filed: FiledForOffice | null }) {
  if (!filed) return null
  return (
    <Card title={t('officer.case.answers')}>
      <p>{t('officer.case.answers.signed', { name: filed.name, at: t.instant(filed.signedAt) })}</p>
      {filed.helpers.map(({ capacity, name, others }) => (
        <p key={`${capacity} ${name}`}>
          {t.rich(`rights.office.helper.${capacity}`, { name: <bdi>{name}</bdi> })} {others > 0 ? t('rights.office.helper.others', { count: others }) : null}
        </p>
      ))}
      {filed.sections.map((section) => (
        <details key={section.title}>
          <summary>{section.title}</summary>
          <SummaryList t={t} rows={section.answers} />
        </details>
      ))}
    </Card>
  )
}

export function CaseOpenings({ t, model }: PartProps) {
  return (
    <Card title={t('officer.case.openings')}>
      <ul class="plain-list">
        {model.openings.map(({ staff, role, reason, note, at }) => (
          <li key={`${staff} ${at}`}>
            {t('officer.case.openings.line', {
              name: model.names.get(staff) ?? '',
              role: t(`officer.role.${role}` as MessageKey),
              at: t.instant(at),
              reason: t(`officer.open.reason.${reason}` as MessageKey),
            })}
            {note ? <p class="muted">{note}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Where to write to the people of a case: what they gave in their account, the newest first, and a safe address. */
export function CaseAddresses({ t, model }: PartProps) {
  const { addresses } = model.case
  const newest = addresses.filter(({ account }, index) => addresses.findIndex((each) => each.account === account) === index)
  const earlier = addresses.filter((each) => !newest.includes(each))
  return (
    <Card title={t('address-change.office.title')}>
      {model.people.map(({ account, role, safeAddress }) =>
        safeAddress ? (
          <Alert key={account} kind="warn" title={t('address-change.office.safe')}>
            <p>{t(`officer.case.people.role.${role}`)}</p>
            <AddressText t={t} address={safeAddress} />
          </Alert>
        ) : null,
      )}
      {newest.length === 0 ? <p>{t('address-change.office.none')}</p> : null}
      {newest.map((given) => (
        <GivenAddresses key={given.account} t={t} model={model} given={given} />
      ))}
      {earlier.length > 0 ? (
        <details>
          <summary>{t('address-change.office.earlier')}</summary>
          {earlier.map((given) => (
            <GivenAddresses key={`${given.account} ${given.at}`} t={t} model={model} given={given} />
          ))}
        </details>
      ) : null}
    </Card>
  )
}

function GivenAddresses({ t, model, given }: PartProps & { given: OpenModel['case']['addresses'][number] }) {
  const role = model.people.find(({ account }) => account === given.account)?.role ?? 'applicant'
  const shown = (address: PostalAddress | null) => (address ? <AddressText t={t} address={address} /> : '—')
  return (
    <>
      <p class="muted">
        {t('address-change.office.given', { role: t(`officer.case.people.role.${role}`), at: t.instant(given.at) })}
      </p>
      <FactsList
        facts={[
          { name: t('address-change.office.home'), value: shown(given.physical) },
          {
            name: t('address-change.office.mail'),
            value: given.mailing ? shown(given.mailing) : t('address-change.office.same'),
          },
        ]}
      />
    </>
  )
}
