import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { pressField, textField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, FormShell, idempotencyFieldName } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { typedEntry } from '../by-hand/entry-desk.ts'
import { InRoom } from '../by-hand/pages/in-room.tsx'
import { checksOf } from '../by-hand/plan.ts'
import { amendRejection, typeRejection } from './reject-acts.ts'
import { rejectionOnDesk } from './rejection-desk.ts'
import { rejectionField } from './rejection-field.ts'
import { keptOf, keptOfTyped, RejectionForm } from './rejection-form.tsx'

type Shown = Context<{ rejection: string }>

const rulesNow = ({ services }: Pick<Context, 'services'>) => ({ agency: services.agency, checks: checksOf({ services, now: services.clock.now() }) })

/** Begun from a form that was typed to be taken in (`?entry=`), it says what was typed there. */
async function newRejection(context: Context) {
  const { entry = '' } = context.query
  const typed = entry ? await context.read(typedEntry, { entry }) : null
  return { ...rulesNow(context), id: newId(), entry: typed ? entry : '', kept: typed && keptOfTyped(typed.cells) }
}

/** Why a form on paper is not accepted. Nothing is rejected before its letter was looked over. */
export const rejectFormPage = page({
  path: officePaths.rejectForm,
  access: staffWho('take-in-paper'),
  audit: records(typeRejection),
  load: newRejection,
  fields: { [idempotencyFieldName]: pressField, entry: textField({ empty: 'rejecting.lead', optional: true, most: 40 }), rejection: rejectionField },
  view: ({ t, form, model: { agency, id, entry, kept }, context }) => ({
    title: t('rejecting.title'),
    body: (
      <InRoom t={t} form={form} title={t('rejecting.title')}>
        <p>{t('rejecting.lead')}</p>
        <FormShell action={officePaths.rejectForm()} csrfToken={context.csrfToken()} idempotencyKey={form.value(idempotencyFieldName) || id}>
          <input type="hidden" name="entry" value={form.value('entry') || entry} />
          <RejectionForm t={t} agency={agency} form={form} kept={kept} />
          <Button>{t('rejecting.look-over')}</Button>
        </FormShell>
      </InRoom>
    ),
  }),
  submit: {
    operation: typeRejection,
    input: ({ [idempotencyFieldName]: id, rejection, entry }) => ({ id, rejection, entry }),
    shows: { 'no-rejection': () => notFound, 'taken-already': { at: '', key: 'rejecting.taken-already' } },
    then: ({ id }) => seeOther(officePaths.rejection({ rejection: id })),
  },
})

async function keptRejection(context: Shown) {
  const shown = await context.read(rejectionOnDesk, context.params)
  if (!shown) return notFound
  return shown.rejectedAt ? seeOther(officePaths.rejection(context.params)) : { ...rulesNow(context), kept: keptOf(shown.rejection) }
}

export const correctRejectionPage = page({
  path: officePaths.correctRejection,
  access: staffWho('take-in-paper'),
  audit: records(amendRejection),
  load: keptRejection,
  fields: { rejection: rejectionField },
  view: ({ t, form, model: { agency, kept }, context }) => ({
    title: t('by-hand.correct.title'),
    body: (
      <InRoom t={t} form={form} title={t('by-hand.correct.title')}>
        <FormShell action={officePaths.correctRejection(context.params)} csrfToken={context.csrfToken()}>
          <RejectionForm t={t} agency={agency} form={form} kept={kept} />
          <ButtonRow>
            <Button>{t('rejecting.look-over')}</Button>
            <ButtonLink href={officePaths.rejection(context.params)} look="quiet">
              {t('by-hand.correct.back')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
      </InRoom>
    ),
  }),
  submit: {
    operation: amendRejection,
    input: ({ rejection }, { params }) => ({ id: params.rejection, rejection }),
    shows: { 'no-rejection': () => notFound, 'rejected-already': ({ params }) => seeOther(officePaths.rejection(params)) },
    then: ({ id }) => seeOther(officePaths.rejection({ rejection: id })),
  },
})
