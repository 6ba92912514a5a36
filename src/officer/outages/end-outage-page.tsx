import { FormPage } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { type DeclaredOutage, OutageCard } from '../../correspondence/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Button, Card, FormShell } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { momentField } from './moment-field.ts'
import { MomentInput } from './moment-input.tsx'
import { end, officeOutage, withdraw } from './outage-acts.ts'

type OutageContext = Context<{ outage: string }>
type OutageModel = { readonly outage: DeclaredOutage; readonly agency: AgencyPack }

const said = (what: 'ended' | 'withdrawn'): Answer => seeOther(`${officePaths.outages()}?said=${what}`)

async function loadOutage(context: OutageContext): Promise<OutageModel | Answer> {
  const outage = await context.read(officeOutage, context.params)
  return outage ? { outage, agency: context.services.agency } : notFound
}

const Trail = ({ t, here }: { t: Text; here: string }) => <Breadcrumb t={t} trail={[{ words: t('outages.office.title'), href: officePaths.outages() }, { words: here }]} />

/** `/outages/<id>/end`: since when it is over. */
export const endOutagePage = page({
  path: officePaths.endOutage,
  access: staffWho('declare-outage'),
  audit: records(end),
  load: loadOutage,
  fields: { finish: momentField({ empty: 'outages.office.end.empty', of: 'later' }) },
  view: ({ t, model, form, context }) => ({
    title: t('outages.office.end'),
    body: (
      <>
        <Trail t={t} here={t('outages.office.end')} />
        <FormPage t={t} form={form} title={t('outages.office.end')}>
          <div class="stack">
            <OutageCard t={t} agency={model.agency} outage={model.outage} />
            {model.outage.endsAt ? null : (
              <Card plate>
                <p>{t('outages.office.end.about')}</p>
                <FormShell action={officePaths.endOutage(context.params)} csrfToken={context.csrfToken()}>
                  <MomentInput t={t} form={form} name="finish" label={t('outages.office.finish')} hint={t('outages.office.end.hint')} zone={model.agency.timeZone} usual={context.services.clock.now()} />
                  <Button>{t('outages.office.end')}</Button>
                </FormShell>
              </Card>
            )}
          </div>
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: end,
    input: ({ finish }, { params }) => ({ ...params, endsAt: finish as Temporal.Instant }),
    shows: {
      'unknown-outage': () => notFound,
      'starts-later': { at: 'finish-month', key: 'outages.office.fault.starts-later' },
      'too-long-ago': { at: 'finish-month', key: 'outages.office.fault.too-long-ago' },
      'ends-before': { at: 'finish-month', key: 'outages.office.fault.ends-before' },
      'ends-later': { at: 'finish-month', key: 'outages.office.fault.ends-later' },
    },
    then: () => said('ended'),
  },
})

/** `/outages/<id>/withdraw`: it was declared by mistake. */
export const withdrawOutagePage = page({
  path: officePaths.withdrawOutage,
  access: staffWho('declare-outage'),
  audit: records(withdraw),
  load: loadOutage,
  view: ({ t, model, form, context }) => ({
    title: t('outages.office.withdraw'),
    body: (
      <>
        <Trail t={t} here={t('outages.office.withdraw')} />
        <FormPage t={t} form={form} title={t('outages.office.withdraw')}>
          <div class="stack">
            <OutageCard t={t} agency={model.agency} outage={model.outage} />
            {model.outage.withdrawnAt ? null : (
              <Card plate>
                <p>{t('outages.office.withdraw.about')}</p>
                <FormShell action={officePaths.withdrawOutage(context.params)} csrfToken={context.csrfToken()} class="inline-form">
                  <Button look="danger">{t('outages.office.withdraw')}</Button>
                </FormShell>
              </Card>
            )}
          </div>
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: withdraw,
    input: (_values, { params }) => params,
    shows: { 'unknown-outage': () => notFound },
    then: () => said('withdrawn'),
  },
})
