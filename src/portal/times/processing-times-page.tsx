import { type AgencyPack, agencyText, type FormEntry } from '../../agency/index.ts'
import { decidedLeast, type UsualTime, usualTimes } from '../../cases/index.ts'
import { usualSpan, usualTimeShort } from '../../filing/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { ButtonLink, ButtonRow, Card, EmptyState, InstantText, Table } from '../../ui/index.ts'
import { RangeChart } from './range-chart.tsx'

interface Reader {
  readonly t: Text
  readonly agency: AgencyPack
}

type Counted = { readonly form: FormEntry; readonly usual: UsualTime }

const titleOf = ({ agency, t }: Reader, { code }: FormEntry) => agencyText(agency, t, 'agency', `form.${code}.title`)

const FormLink = ({ form, ...reader }: Reader & { form: FormEntry }) => <a href={paths.form({ form: form.code })}>{titleOf(reader, form)}</a>

/** The forms of which enough cases were decided: bars to compare, and the table that says the same. */
function CountedForms({ counted, ...reader }: Reader & { counted: readonly Counted[] }) {
  const { t } = reader
  const [first] = counted
  if (!first) return null
  const ranges = counted.map(({ form, usual }) => ({ ...usual, name: titleOf(reader, form) }))
  const rows = counted.map(({ form, usual: { lowerDays, upperDays, decided, from, until } }) => [
    <FormLink key={form.code} {...reader} form={form} />,
    usualSpan(t, lowerDays, upperDays),
    t.number(decided),
    t('times.table.between', { from: t.day(from), until: t.day(until) }),
  ])
  return (
    <Card title={t('times.chart.title')}>
      <p>{t('times.chart.about')}</p>
      <RangeChart t={t} ranges={ranges} />
      <Table
        caption={t('times.table')}
        head={[t('times.table.form'), t('times.table.time'), t('times.table.decided'), t('times.table.when')]}
        numeric={[2]}
        rows={rows}
      />
      <p class="muted">{t.rich('times.counted', { at: <InstantText t={t} at={first.usual.countedAt} /> })}</p>
    </Card>
  )
}

/** Of these too few cases were decided: what the agency has published stands in for it, where the pack has it. */
function OtherForms({ forms, ...reader }: Reader & { forms: readonly FormEntry[] }) {
  const { t } = reader
  if (forms.length === 0) return null
  return (
    <Card title={t('times.few.title')}>
      <p>{t('times.few.about', { least: decidedLeast })}</p>
      <ul>
        {forms.map((form) => (
          <li key={form.code}>
            <FormLink {...reader} form={form} />
            {form.published ? ` (${usualTimeShort(t, form, null)})` : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const rules = ['counted', 'not-counted', 'open'] as const

function HowCounted({ t }: { t: Text }) {
  return (
    <Card title={t('times.how.title')}>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{t(`times.how.${rule}`)}</li>
        ))}
      </ul>
    </Card>
  )
}

function WhatNow({ t, signedIn }: { t: Text; signedIn: boolean }) {
  return (
    <Card title={t('times.now.title')}>
      <p>{t('times.now.sign-in')}</p>
      <ButtonRow>
        {signedIn ? (
          <ButtonLink href={paths.account()}>{t('times.now.account')}</ButtonLink>
        ) : (
          <ButtonLink href={paths.caseStatus()}>{t('times.now.status')}</ButtonLink>
        )}
        <ButtonLink href={paths.catalogue()} look="quiet">
          {t('times.now.catalogue')}
        </ButtonLink>
      </ButtonRow>
    </Card>
  )
}

function Times({ usual, ...reader }: Reader & { usual: ReadonlyMap<string, UsualTime> }) {
  const { t, agency } = reader
  const listed = agency.forms.map((form) => ({ form, usual: usual.get(form.code) }))
  const counted = listed.filter((each): each is Counted => each.usual !== undefined)
  const others = listed.filter(({ usual: own }) => own === undefined).map(({ form }) => form)
  const isEmpty = counted.length === 0 && !others.some(({ published }) => published)
  if (isEmpty)
    return (
      <EmptyState title={t('times.none.title')}>
        <p>{t('times.none.about', { least: decidedLeast })}</p>
      </EmptyState>
    )
  return (
    <>
      <CountedForms {...reader} counted={counted} />
      <OtherForms {...reader} forms={others} />
    </>
  )
}

/** `/processing-times`: how long a decision took, form by form, as the middle half of the agency's own decided cases. */
export const processingTimesPage = page({
  path: paths.processingTimes,
  access: anyone,
  audit: recordsNothing('The same numbers for everyone'),
  load: async (context) => ({ usual: (await context.read(usualTimes, {})) ?? new Map<string, UsualTime>() }),
  view: ({ t, model, context: { services, visit } }) => ({
    title: t('times.title'),
    wide: true,
    body: (
      <>
        <h1>{t('times.title')}</h1>
        <p class="lead">{t('times.intro', { agency: services.agency.shortName })}</p>
        <p>{t('times.your-case')}</p>
        <div class="stack">
          <Times t={t} agency={services.agency} usual={model.usual} />
          <HowCounted t={t} />
          <WhatNow t={t} signedIn={visit.actor.kind === 'account'} />
        </div>
      </>
    ),
  }),
})
