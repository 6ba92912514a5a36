import type { ShownNotice } from '../../cases/index.ts'
import type { Context, FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { AddressText } from '../../profile/index.ts'
import { Alert, Button, Card, CheckboxGroup, EmptyState, FactsList, FormShell, InstantText, RadioGroup, Table, Tag } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import type { AccessFile, Goes } from './access-file.ts'
import type { NamedAccess } from './open-access.ts'
import { WhyInput } from './why.tsx'

export type OpenAccess = Extract<AccessFile, { state: 'open' }>
export interface AccessProps {
  t: Text
  file: OpenAccess
  form: FormState
  context: Context<NamedAccess>
}

const dayOf = (t: Text, at: Temporal.Instant) => t.day(at.toZonedDateTimeISO(t.timeZone).toPlainDate())

export const standingTo = ({ notices }: Pick<OpenAccess, 'notices'>, addressee: ShownNotice['addressee']) =>
  notices.find((notice) => notice.addressee === addressee && notice.endedAs === null && notice.hasCode)

/** Where letters go, for who asks whether the person moved; of a protected case nothing. */
export function WhereLettersGo({ t, file, context }: AccessProps) {
  if (file.isProtected)
    return (
      <Alert kind="warn" title={t('access-codes.protected.title')}>
        <p>{t('access-codes.protected.body')}</p>
      </Alert>
    )
  const shown = ({ name, address }: Goes) => (
    <>
      <span dir="auto">{name}</span>
      <AddressText t={t} address={address} />
    </>
  )
  const fact = (addressee: 'applicant' | 'representative') => {
    const goes = file[addressee]
    return goes ? [{ name: t(`access-codes.goes.${addressee}`), value: shown(goes) }] : []
  }
  return (
    <Card title={t('access-codes.goes.title')}>
      <FactsList facts={[...fact('applicant'), ...fact('representative')]} />
      {mayDo(context.actor, 'take-in-paper') ? (
        <p>
          {t('access-codes.goes.wrong')} <a href={officePaths.laterAddress(context.params)}>{t('access-codes.goes.wrong.link')}</a>
        </p>
      ) : (
        <p>{t('access-codes.goes.wrong.others')}</p>
      )}
    </Card>
  )
}

function stateWords(t: Text, { endedAs, endedAt, expiresAt, hasCode }: ShownNotice): string {
  if (endedAs && endedAt) return t(`access-codes.state.${endedAs}`, { day: dayOf(t, endedAt) })
  return hasCode ? t('access-codes.state.stands', { day: dayOf(t, expiresAt) }) : t('access-codes.state.no-code')
}

function noticeRow({ t, file }: AccessProps, notice: ShownNotice) {
  const name = (by: string) => file.names.get(by) ?? ''
  return [
    <>
      {t(`access-codes.to.${notice.addressee}`)}
      <br />
      <span class="muted">{t(`access-codes.cause.${notice.cause}`)}</span>
    </>,
    <InstantText key="issued" t={t} at={notice.issuedAt} />,
    <>
      <Tag kind={notice.endedAs ? 'plain' : 'good'}>{stateWords(t, notice)}</Tag>
      {notice.remindedAt ? <p class="muted">{t('access-codes.reminded', { day: dayOf(t, notice.remindedAt) })}</p> : null}
    </>,
    t(`access-codes.letter.${notice.letter}`),
    <>
      {notice.asked ? <p>{t('access-codes.asked', { name: name(notice.asked.by), why: notice.asked.why })}</p> : null}
      {notice.ended ? <p>{t('access-codes.ended', { name: name(notice.ended.by), why: notice.ended.why })}</p> : null}
    </>,
  ]
}

/** To whom, since when, until when, and what became of each: never a code. */
export function Notices(props: AccessProps) {
  const { t, file, context } = props
  if (file.notices.length === 0)
    return (
      <EmptyState title={t('access-codes.notices')}>
        <p>{t(file.isConsular ? 'access-codes.consular' : 'access-codes.notices.none')}</p>
      </EmptyState>
    )
  const ends = (['applicant', 'representative'] as const).filter((addressee) => standingTo(file, addressee))
  return (
    <Card>
      <Table
        caption={t('access-codes.notices')}
        head={(['to', 'issued', 'state', 'letter', 'why'] as const).map((each) => t(`access-codes.head.${each}`))}
        rows={file.notices.map((notice) => noticeRow(props, notice))}
      />
      {ends.map((addressee) => (
        <p key={addressee}>
          <a href={officePaths.withdrawCode({ ...context.params, addressee })}>{t(`access-codes.withdraw.link.${addressee}`)}</a>
        </p>
      ))}
    </Card>
  )
}

/** Who represents the person, and for who may, the way to end it. */
export function Representing({ t, file, context }: AccessProps) {
  if (file.representing.length === 0) return null
  return (
    <Card title={t('representatives.office.title')}>
      <ul class="plain-list">
        {file.representing.map(({ id, from_at: since }) => (
          <li key={id}>
            {t('representatives.office.since', { day: dayOf(t, since) })}
            {mayDo(context.actor, 'end-representation') ? (
              <p>
                <a href={officePaths.endRepresentative({ ...context.params, representative: id })}>{t('representatives.office.end')}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** **Mail a new code**, where the case has any. */
export function MailNewCode({ t, file, form, context }: AccessProps) {
  if (file.isProtected || file.isConsular) return null
  if (!file.hasCodes) return <p>{t('access-codes.no-codes')}</p>
  const addressees = (['applicant', 'representative'] as const).filter((addressee) => file[addressee])
  return (
    <Card title={t('access-codes.mail.title')} plate>
      <p>{t('access-codes.mail.about')}</p>
      <FormShell action={officePaths.access(context.params)} csrfToken={context.csrfToken()}>
        <RadioGroup
          name="addressee"
          label={t('access-codes.mail.to')}
          options={addressees.map((value) => ({ value, label: t(`access-codes.to.${value}`) }))}
          value={form.value('addressee')}
          error={form.error('addressee')}
        />
        <WhyInput t={t} form={form} />
        <CheckboxGroup
          name="anyway"
          label={t('access-codes.mail.anyway')}
          options={[{ value: 'yes', label: t('access-codes.mail.anyway.yes'), hint: t('access-codes.mail.anyway.hint') }]}
          values={form.values('anyway')}
          error={form.error('anyway')}
        />
        <Button>{t('access-codes.mail.submit')}</Button>
      </FormShell>
    </Card>
  )
}
