import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, type Context, page, records, type Route } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { agreeUnprotect, askUnprotect, declineUnprotect } from './lift.ts'
import { dropHeldLetter, sendHeldLetter } from './protection-acts.ts'
import { openProtection, ReasonArea, reasonField, toCase, Trail } from './protection-page.tsx'
import type { Said } from './said.ts'
import { WhomChoice, whomField, whomOf } from './whom.tsx'

/** **Ask to lift it**: nothing is lifted before somebody else agrees. */
const askUnprotectPage = page({
  path: officePaths.askUnprotect,
  access: staffWho('see-protected'),
  audit: records(askUnprotect),
  load: openProtection,
  fields: { whom: whomField, reason: reasonField },
  view: ({ t, model, form, context }) => ({
    title: t('protection.lift.title'),
    body: (
      <div class="stack">
        <Trail t={t} at={context.params} here={t('protection.lift.title')} />
        <FormPage t={t} form={form} title={t('protection.lift.title')}>
          <p>{t('protection.lift.about')}</p>
          <Card plate>
            <FormShell action={officePaths.askUnprotect(context.params)} csrfToken={context.csrfToken()}>
              <WhomChoice t={t} form={form} people={model.people} id="whom" />
              <ReasonArea t={t} form={form} />
              <Button>{t('protection.lift.submit')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      </div>
    ),
  }),
  submit: {
    operation: askUnprotect,
    input: ({ whom, reason }, { params }) => ({ receiptNumber: params.receiptNumber, account: whomOf(whom), reason }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'not-on-case': { at: 'whom', key: 'protection.whom.empty' },
      'asked-already': { at: '', key: 'protection.lift.asked-already' },
    },
    then: (_asked, { params }) => seeOther(`${officePaths.protection(params)}?said=asked`),
  },
})

type At = Record<string, string>

const back = (said: Said) => ({ params }: Pick<Context, 'params'>) =>
  seeOther(`${officePaths.protection({ receiptNumber: (params as At).receiptNumber ?? '' })}?said=${said}`)

const refusals = {
  'unknown-case': () => notFound,
  'file-not-opened': ({ params }: Pick<Context, 'params'>) => seeOther(officePaths.case({ receiptNumber: (params as At).receiptNumber ?? '' })),
  'not-allowed': back('not-possible'),
  'too-many-attempts': back('not-possible'),
}

const deciding = (path: typeof officePaths.agreeUnprotect | typeof officePaths.declineUnprotect, operation: typeof agreeUnprotect, said: Said): Route =>
  action({
    path,
    access: staffWho('decide-unprotect'),
    audit: records(operation),
    back: back('not-possible'),
    submit: {
      operation,
      input: (_values, { params }) => ({ receiptNumber: (params as At).receiptNumber ?? '', lift: (params as At).lift ?? '' }),
      shows: { ...refusals, 'no-lift': () => notFound, 'decided-already': back('decided-already'), 'asked-by-you': back('asked-by-you') },
      then: (_done, context) => back(said)(context),
    },
  })

const withLetter = (path: typeof officePaths.sendHeldLetter | typeof officePaths.dropHeldLetter, operation: typeof sendHeldLetter, said: Said): Route =>
  action({
    path,
    access: staffWho('see-protected'),
    audit: records(operation),
    back: back('not-possible'),
    submit: {
      operation,
      input: (_values, { params }) => ({ receiptNumber: (params as At).receiptNumber ?? '', letter: (params as At).letter ?? '' }),
      shows: { ...refusals, 'no-letter': back('not-possible'), 'not-theirs': back('not-possible') },
      then: (_done, context) => back(said)(context),
    },
  })

export const liftRoutes: readonly Route[] = [
  askUnprotectPage,
  deciding(officePaths.agreeUnprotect, agreeUnprotect, 'lifted'),
  deciding(officePaths.declineUnprotect, declineUnprotect, 'declined'),
  withLetter(officePaths.sendHeldLetter, sendHeldLetter, 'sent'),
  withLetter(officePaths.dropHeldLetter, dropHeldLetter, 'dropped'),
]
