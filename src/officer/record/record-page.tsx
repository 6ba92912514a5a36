import { FormPage } from '../../accounts/index.ts'
import type { ChainState, FoundEntry } from '../../audit/index.ts'
import { dayIn } from '../../platform/clock.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { textField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, procedure, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, FormShell, InstantText, Table, TextField } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { staffWho } from '../sessions/access.ts'
import { findSought, type Typed } from './find-sought.ts'
import { lookAtRecord, type RecordShown } from './look-at-record.ts'
import { afterIn, askedIn, queryOf } from './sought.ts'

function Chain({ t, chain }: { t: Text; chain: ChainState }) {
  const { sealed, sealedAt, verifiedAt, faults } = chain
  return (
    <Card title={t('record.chain')}>
      {verifiedAt && faults > 0 ? (
        <Alert kind="act">
          <p>{t('record.chain.broken', { count: faults, at: t.instant(verifiedAt) })}</p>
        </Alert>
      ) : null}
      <p>{sealedAt ? t('record.chain.sealed', { count: sealed, at: t.instant(sealedAt) }) : t('record.chain.not-sealed')}</p>
      {verifiedAt ? faults === 0 ? <p>{t('record.chain.whole', { at: t.instant(verifiedAt) })}</p> : null : <p>{t('record.chain.not-verified')}</p>}
    </Card>
  )
}

const boxes = [
  ['receiptNumber', 'record.search.receipt', null],
  ['accountNumber', 'record.search.account', null],
  ['staff', 'record.search.staff', null],
  ['operation', 'record.search.operation', 'record.search.operation-hint'],
  ['from', 'record.search.from', 'record.search.day-hint'],
  ['until', 'record.search.until', 'record.search.day-hint'],
] as const

function Search({ t, form, context }: { t: Text; form: FormState; context: Context }) {
  return (
    <Card title={t('record.search')}>
      <FormShell action={officePaths.record()} csrfToken={context.csrfToken()}>
        {boxes.map(([name, label, hint]) => (
          <TextField key={name} name={name} label={t(label)} {...(hint ? { hint: t(hint) } : {})} value={form.value(name)} error={form.error(name)} autocomplete="off" />
        ))}
        <Button>{t('record.search.submit')}</Button>
      </FormShell>
    </Card>
  )
}

export const whoActed = (t: Text, { actor_kind: kind, actor_id: id }: FoundEntry, names: RecordShown['names']): string => (id && kind === 'staff' ? names.get(id) : undefined) ?? t(`record.by.${kind}`)

export const outcomeWords = (t: Text, { outcome, refusal }: FoundEntry): string => (outcome === 'done' ? t('record.outcome.done') : t('record.outcome.refused', { refusal: refusal ?? '' }))

function Entries({ t, shown }: { t: Text; shown: RecordShown }) {
  const { entries, names, asked, next } = shown
  if (entries.length === 0) return <p>{t('record.entries.none')}</p>
  return (
    <Card>
      <Table
        caption={t('record.entries')}
        head={[t('record.entries.at'), t('record.entries.by'), t('record.entries.what'), t('record.entries.about'), t('record.entries.outcome')]}
        rows={entries.map((entry) => [
          <InstantText key="at" t={t} at={entry.at} />,
          whoActed(t, entry, names),
          <code key="what">{entry.operation}</code>,
          <code key="about">{entry.subject ?? '–'}</code>,
          outcomeWords(t, entry),
        ])}
      />
      <ButtonRow>
        {next ? <ButtonLink href={`${officePaths.record()}${queryOf(asked, next)}`}>{t('record.more')}</ButtonLink> : null}
        <ButtonLink href={`${officePaths.record()}${queryOf(asked)}`} look="quiet">
          {t('record.first')}
        </ButtonLink>
      </ButtonRow>
      <p>
        <a href={`${officePaths.recordFile()}${queryOf(asked)}`}>{t('record.file')}</a> <span class="muted">{t('record.file.about')}</span>
      </p>
    </Card>
  )
}

const find = procedure({
  refusals: ['nothing-there'],
  async call(context: Context, typed: Typed) {
    if (!mayDo(context.actor, 'see-audit')) return { ok: false, refusal: 'not-allowed' }
    const found = await context.read(findSought, typed)
    return found && found !== 'nothing-there' ? { ok: true, output: found } : { ok: false, refusal: 'nothing-there' }
  },
})

const anyText = (most: number) => textField({ empty: 'record.search.nothing-there', most, optional: true })
const day = textField({ empty: 'record.search.day-wrong', most: 10, optional: true, check: (typed) => (dayIn(typed) ? null : 'record.search.day-wrong') })

/** `/audit`: the record, searched by what is typed, and whether it is whole. */
export const recordPage = page({
  path: officePaths.record,
  access: staffWho('see-audit'),
  audit: records(lookAtRecord),
  load: async (context: Context) => {
    const looked = await context.perform(lookAtRecord, { asked: askedIn(context.query), after: afterIn(context.query) })
    return looked.ok ? looked.output : notFound
  },
  loadsToShow: true,
  fields: { receiptNumber: anyText(40), accountNumber: anyText(40), staff: anyText(254), operation: anyText(100), from: day, until: day },
  view: ({ t, model, form, context }) => ({
    title: t('record.title'),
    wide: true,
    body: (
      <FormPage t={t} form={form} title={t('record.title')}>
        <div class="stack">
          <p class="lead">{t('record.lead')}</p>
          <Chain t={t} chain={model.chain} />
          <Search t={t} form={form} context={context} />
          <Entries t={t} shown={model} />
        </div>
      </FormPage>
    ),
  }),
  submit: {
    operation: find,
    input: (typed) => typed,
    shows: { 'nothing-there': { at: '', key: 'record.search.nothing-there' } },
    then: (asked) => seeOther(`${officePaths.record()}${queryOf(asked)}`),
  },
})
