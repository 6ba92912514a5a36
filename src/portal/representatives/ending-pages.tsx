import { FormPage, signedIn } from '../../accounts/index.ts'
import { caseFor, endRepresentative, leaveCase, mayOnCase, parseReceiptNumber } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records, type Route } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { shownPractice, todayOf } from '../../representation/index.ts'
import { Button, ButtonLink, ButtonRow, Card, FormShell } from '../../ui/index.ts'
import { checkRepresentativePage } from './check-page.tsx'
import { reportRepresentativePage } from './report-page.tsx'
import { nameOf } from './representatives-card.tsx'

type AtCase = { receiptNumber: string }
type AtRepresentative = AtCase & { representative: string }

async function ownCase({ services, params, read }: Pick<Context<AtCase>, 'services' | 'params' | 'read'>) {
  const parsed = parseReceiptNumber(params.receiptNumber, services.agency.receipts.prefixes)
  return parsed.ok ? read(caseFor, { receiptNumber: parsed.number }) : null
}

const toCase = ({ params }: Pick<Context<AtCase>, 'params'>) => seeOther(paths.case(params))

/** One press that does it, and the way back to the case. */
const PressOrKeep = ({ t, context, action, words }: { t: Text; context: Context<AtCase>; action: string; words: string }) => (
  <FormShell action={action} csrfToken={context.csrfToken()}>
    <ButtonRow>
      <Button>{words}</Button>
      <ButtonLink href={paths.case(context.params)} look="quiet">
        {t('representatives.keep')}
      </ButtonLink>
    </ButtonRow>
  </FormShell>
)

/** **End their access**: what it does, then one press; from the next request on it is so. */
const endRepresentativePage = page({
  path: paths.endRepresentative,
  access: signedIn,
  audit: records(endRepresentative),
  load: async (context: Context<AtRepresentative>) => {
    const own = await ownCase(context)
    const its = own?.representatives.find(({ id }) => id === context.params.representative)
    const { keys, agency, clock } = context.services
    if (its && own) return { ...its, practice: shownPractice(keys, agency, its.practice, todayOf(context.services, clock.now())), isAlone: own.representatives.length === 1 }
    return own && mayOnCase(own.role, 'end-representation') ? toCase(context) : notFound
  },
  loadsToShow: true,
  view: ({ t, model, form, context }) => ({
    title: t('representatives.end.title'),
    body: (
      <FormPage t={t} form={form} title={t('representatives.end.title')}>
        <Card plate>
          <p>
            <strong dir="auto">{nameOf(t, model, model.practice, model.isAlone)}</strong>
          </p>
          <ul>
            {(['what', 'told', 'case', 'form'] as const).map((name) => (
              <li key={name}>{t(`representatives.end.${name}`)}</li>
            ))}
          </ul>
          <PressOrKeep t={t} context={context} action={paths.endRepresentative(context.params)} words={t('representatives.end.button')} />
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: endRepresentative,
    input: (_fields, { params }) => ({ receiptNumber: params.receiptNumber, id: params.representative }),
    shows: { 'no-such-case': () => notFound },
    then: (_ended, { params }) => seeOther(`${paths.case(params)}?ended=yes`),
  },
})

/** **Leave this case**, for who represents somebody on it. */
const leaveCasePage = page({
  path: paths.leaveCase,
  access: signedIn,
  audit: records(leaveCase),
  load: async (context: Context<AtCase>) => {
    const own = await ownCase(context)
    if (!own) return notFound
    return mayOnCase(own.role, 'leave-case') ? undefined : toCase(context)
  },
  loadsToShow: true,
  view: ({ t, form, context }) => ({
    title: t('representatives.leave.title'),
    body: (
      <FormPage t={t} form={form} title={t('representatives.leave.title')}>
        <Card plate>
          <p>{t('representatives.leave.what')}</p>
          <p>{t('representatives.leave.told')}</p>
          <PressOrKeep t={t} context={context} action={paths.leaveCase(context.params)} words={t('representatives.leave.button')} />
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: leaveCase,
    input: (_fields, { params }) => ({ receiptNumber: params.receiptNumber }),
    shows: { 'no-such-case': () => seeOther(paths.account()) },
    then: () => seeOther(paths.account()),
  },
})

export const representativeRoutes: readonly Route[] = [endRepresentativePage, leaveCasePage, checkRepresentativePage, reportRepresentativePage]
