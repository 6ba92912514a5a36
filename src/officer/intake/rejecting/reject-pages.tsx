import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { pressField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, FormShell, idempotencyFieldName } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { InRoom } from '../by-hand/pages/in-room.tsx'
import { checksOf } from '../by-hand/plan.ts'
import { amendRejection, typeRejection } from './reject-acts.ts'
import { rejectionOnDesk } from './rejection-desk.ts'
import { rejectionField } from './rejection-field.ts'
import { RejectionForm } from './rejection-form.tsx'

type Shown = Context<{ rejection: string }>

const rulesNow = ({ services }: Pick<Context, 'services'>) => ({ agency: services.agency, checks: checksOf({ services, now: services.clock.now() }) })

/** Why a form on paper is not accepted. Nothing is rejected before its letter was looked over. */
export const rejectFormPage = page({
  path: officePaths.rejectForm,
  access: staffWho('take-in-paper'),
  audit: records(typeRejection),
  load: async (context: Context) => ({ ...rulesNow(context), id: newId() }),
  fields: { [idempotencyFieldName]: pressField, rejection: rejectionField },
  view: ({ t, form, model: { agency, id }, context }) => ({
    title: t('rejecting.title'),
    body: (
      <InRoom t={t} form={form} title={t('rejecting.title')}>
        <p>{t('rejecting.lead')}</p>
        <FormShell action={officePaths.rejectForm()} csrfToken={context.csrfToken()} idempotencyKey={form.value(idempotencyFieldName) || id}>
          <RejectionForm t={t} agency={agency} form={form} kept={null} />
          <Button>{t('rejecting.look-over')}</Button>
        </FormShell>
      </InRoom>
    ),
  }),
  submit: {
    operation: typeRejection,
    input: ({ [idempotencyFieldName]: id, rejection }) => ({ id, rejection }),
    shows: { 'no-rejection': () => notFound },
    then: ({ id }) => seeOther(officePaths.rejection({ rejection: id })),
  },
})

async function keptRejection(context: Shown) {
  const shown = await context.read(rejectionOnDesk, context.params)
  if (!shown) return notFound
  return shown.rejectedAt ? seeOther(officePaths.rejection(context.params)) : { ...rulesNow(context), kept: shown.rejection }
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
