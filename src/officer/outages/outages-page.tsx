import { FormPage } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { OutageCard, outageParts, type OutagesShown, outageWordsMost } from '../../correspondence/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, longTextField, type Parsed, pressField, right } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { Posted } from '../../platform/http/posted.ts'
import { newId } from '../../platform/ids.ts'
import { languageName, type Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, CheckboxGroup, FormShell, idempotencyFieldName, TextArea } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { momentField } from './moment-field.ts'
import { MomentInput } from './moment-input.tsx'
import { declare, officeOutages } from './outage-acts.ts'

type OutagesModel = OutagesShown & { readonly agency: AgencyPack; readonly page: number }
type OutagesProps = { t: Text; model: OutagesModel; form: FormState; context: Context }

const wordsControl = (language: string) => `words-${language}`

/** What anybody reads, in each language of the agency; that of the record cannot be left out. */
const wordsField: Field<Record<string, string>, { readonly agency: AgencyPack }> = {
  echo: true,
  parse(posted: Posted, _name, { agency }): Parsed<Record<string, string>> {
    const said = agency.languages.map((language) => {
      const optional = language !== agency.languageOfRecord
      return [language, longTextField({ empty: 'outages.office.words.empty', most: outageWordsMost, optional }).parse(posted, wordsControl(language), undefined)] as const
    })
    const errors = said.flatMap(([, parsed]) => (parsed.ok ? [] : parsed.errors))
    if (errors.length > 0) return { ok: false, errors }
    return right(Object.fromEntries(said.flatMap(([language, parsed]) => (parsed.ok && parsed.value !== '' ? [[language, parsed.value]] : []))))
  },
}

const partsField: Field<(typeof outageParts)[number][]> = {
  echo: true,
  parse(posted, name) {
    const parts = outageParts.filter((each) => posted.get(name)?.includes(each))
    return parts.length === 0 ? { ok: false, errors: [{ at: name, key: 'outages.office.parts.empty' }] } : right(parts)
  },
}

function DeclareForm({ t, model, form, context }: OutagesProps) {
  const { agency } = model
  return (
    <Card title={t('outages.office.declare')} plate>
      <p>{t('outages.office.declare.about')}</p>
      <FormShell action={officePaths.outages()} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
        <CheckboxGroup
          name="parts"
          id="parts"
          label={t('outages.office.parts')}
          options={outageParts.map((value) => ({ value, label: t(`outages.part.${value}`) }))}
          values={form.values('parts')}
          error={form.error('parts')}
        />
        <MomentInput t={t} form={form} name="start" label={t('outages.office.start')} hint={t('outages.office.start.hint')} zone={agency.timeZone} usual={context.services.clock.now()} />
        <MomentInput t={t} form={form} name="finish" label={t('outages.office.finish')} hint={t('outages.office.finish.hint')} zone={agency.timeZone} />
        {agency.languages.map((language) => (
          <TextArea
            key={language}
            name={wordsControl(language)}
            label={t('outages.office.words', { language: languageName(t, language) })}
            hint={t('outages.office.words.hint', { most: t.number(outageWordsMost) })}
            value={form.value(wordsControl(language))}
            error={form.error(wordsControl(language))}
            rows={4}
          />
        ))}
        <Button>{t('outages.office.declare')}</Button>
      </FormShell>
    </Card>
  )
}

function Declared({ t, model }: Pick<OutagesProps, 't' | 'model'>) {
  return (
    <>
      {model.outages.map((outage) => (
        <OutageCard key={outage.id} t={t} agency={model.agency} outage={outage}>
          <ButtonRow>
            {outage.endsAt ? null : <ButtonLink href={officePaths.endOutage({ outage: outage.id })}>{t('outages.office.end')}</ButtonLink>}
            {outage.withdrawnAt ? null : (
              <ButtonLink href={officePaths.withdrawOutage({ outage: outage.id })} look="quiet">
                {t('outages.office.withdraw')}
              </ButtonLink>
            )}
          </ButtonRow>
        </OutageCard>
      ))}
      {model.hasMore ? (
        <p>
          <a href={`${officePaths.outages()}?page=${model.page + 1}`}>{t('outages.public.older')}</a>
        </p>
      ) : null}
    </>
  )
}

const saids = ['declared', 'ended', 'withdrawn'] as const
const pageOf = ({ query }: Pick<Context, 'query'>) => Math.max(1, Math.min(1000, Number.parseInt(query.page ?? '1', 10) || 1))

async function loadOutages(context: Context): Promise<OutagesModel | Answer> {
  const found = await context.read(officeOutages, { page: pageOf(context) })
  return found ? { ...found, agency: context.services.agency, page: pageOf(context) } : notFound
}

/** `/outages`: what was declared, and **Declare outage**. */
export const outagesPage = page({
  path: officePaths.outages,
  access: staffWho('declare-outage'),
  audit: records(declare),
  load: loadOutages,
  fields: {
    parts: partsField,
    start: momentField({ empty: 'outages.office.start.empty', of: 'earlier' }),
    finish: momentField({ empty: 'outages.office.moment.impossible', optional: true, of: 'later' }),
    words: wordsField,
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const said = saids.find((each) => each === context.query.said)
    return {
      title: t('outages.office.title'),
      body: (
        <FormPage t={t} form={form} title={t('outages.office.title')}>
          <p class="lead">{t('outages.office.about', { days: model.agency.evidenceRequests.outageReachDays })}</p>
          <div class="stack">
            {said && form.errors.length === 0 ? (
              <Alert kind="good" live>
                <p>{t(`outages.office.said.${said}`)}</p>
              </Alert>
            ) : null}
            <DeclareForm t={t} model={model} form={form} context={context} />
            <Declared t={t} model={model} />
          </div>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: declare,
    input: ({ parts, start, finish, words, [idempotencyFieldName]: press }) => ({
      press: press as string,
      parts: parts as (typeof outageParts)[number][],
      startsAt: start as Temporal.Instant,
      endsAt: finish as Temporal.Instant | null,
      words: words as Record<string, string>,
    }),
    shows: {
      'starts-later': { at: 'start-month', key: 'outages.office.fault.starts-later' },
      'too-long-ago': { at: 'start-month', key: 'outages.office.fault.too-long-ago' },
      'ends-before': { at: 'finish-month', key: 'outages.office.fault.ends-before' },
      'ends-later': { at: 'finish-month', key: 'outages.office.fault.ends-later' },
    },
    then: () => seeOther(`${officePaths.outages()}?said=declared`),
  },
})
