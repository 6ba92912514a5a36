import { formShortTitle } from '../../../../cases/index.ts'
import { notFound, seeOther } from '../../../../platform/http/answer.ts'
import { pressField } from '../../../../platform/http/field.ts'
import { type Context, page, records } from '../../../../platform/http/page.ts'
import { newId } from '../../../../platform/ids.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, Card, FormShell, idempotencyFieldName, InstantText } from '../../../../ui/index.ts'
import { staffWho } from '../../../sessions/access.ts'
import { typedEntry, unfinishedEntries } from '../entry-desk.ts'
import { faultKey } from '../fault-at.ts'
import { filingField } from '../filing-field.ts'
import { changeEntry, keepEntry } from '../keep-entry.ts'
import { checksOf } from '../plan.ts'
import { controlsOf } from './controls.tsx'
import { InRoom } from './in-room.tsx'
import { TypedForm } from './typed-form.tsx'

const checksNow = ({ services }: Pick<Context, 'services'>) => checksOf({ services, now: services.clock.now() })

/** What only the database says against a form, at its control. */
const spokenAgainst = {
  'receipt-exists': { at: 'receipt_number', key: faultKey('receipt-exists') },
  'account-number-unknown': { at: 'online_account_number', key: faultKey('account-number-unknown') },
  'no-entry': () => notFound,
} as const

async function newForm(context: Context) {
  return { checks: checksNow(context), entry: newId(), unfinished: (await context.read(unfinishedEntries, {})) ?? [] }
}

/** **Enter a form by hand**: what stands on it, checked as a row of a file is. Nothing is taken in yet. */
export const typeFormPage = page({
  path: officePaths.typeForm,
  access: staffWho('take-in-paper'),
  audit: records(keepEntry),
  load: newForm,
  fields: { [idempotencyFieldName]: pressField, filing: filingField },
  view: ({ t, form, model, context }) => ({
    title: t('by-hand.title'),
    body: (
      <InRoom t={t} form={form} title={t('by-hand.title')}>
        <p>{t('by-hand.lead')}</p>
        {model.unfinished.length > 0 && form.errors.length === 0 ? (
          <Card title={t('by-hand.unfinished')}>
            <ul>
              {model.unfinished.map(({ entry, form: code, typedAt }) => (
                <li key={entry}>
                  <a href={officePaths.typedForm({ entry })}>{formShortTitle(context.services.agency, t, code)}</a>, <InstantText t={t} at={typedAt} />
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        <FormShell action={officePaths.typeForm()} csrfToken={context.csrfToken()} idempotencyKey={form.value(idempotencyFieldName) || model.entry}>
          <TypedForm controls={controlsOf(t, context.services.agency, form, {})} />
          <Button>{t('by-hand.look-over')}</Button>
        </FormShell>
      </InRoom>
    ),
  }),
  submit: {
    operation: keepEntry,
    input: ({ [idempotencyFieldName]: entry, filing }) => ({ entry, filing }),
    shows: spokenAgainst,
    then: ({ entry }) => seeOther(officePaths.typedForm({ entry })),
  },
})

async function keptForm(context: Context<{ entry: string }>) {
  const kept = await context.read(typedEntry, context.params)
  return kept ? { checks: checksNow(context), cells: kept.cells } : seeOther(officePaths.typedForm(context.params))
}

/** Corrects what was typed, until it is taken in. */
export const correctFormPage = page({
  path: officePaths.correctForm,
  access: staffWho('take-in-paper'),
  audit: records(changeEntry),
  load: keptForm,
  fields: { filing: filingField },
  view: ({ t, form, model, context }) => ({
    title: t('by-hand.correct.title'),
    body: (
      <InRoom t={t} form={form} title={t('by-hand.correct.title')}>
        <p>{t('by-hand.lead')}</p>
        <FormShell action={officePaths.correctForm(context.params)} csrfToken={context.csrfToken()}>
          <TypedForm controls={controlsOf(t, context.services.agency, form, model.cells)} />
          <ButtonRow>
            <Button>{t('by-hand.look-over')}</Button>
            <ButtonLink href={officePaths.typedForm(context.params)} look="quiet">
              {t('by-hand.correct.back')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
      </InRoom>
    ),
  }),
  submit: {
    operation: changeEntry,
    input: ({ filing }, { params }) => ({ entry: params.entry, filing }),
    shows: { ...spokenAgainst, 'taken-already': ({ params }) => seeOther(officePaths.typedForm(params)) },
    then: ({ entry }) => seeOther(officePaths.typedForm({ entry })),
  },
})
