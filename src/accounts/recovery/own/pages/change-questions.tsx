import { notFound, seeOther } from '../../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../../platform/http/page.ts'
import { paths } from '../../../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../../../ui/index.ts'
import { FormPage } from '../../../pages/form-page.tsx'
import { answersField, QuestionPair, type QuestionLists } from '../../../pages/reset-questions.tsx'
import { needsRecentProof } from '../../../sessions/access.ts'
import { withNext } from '../../../sessions/own-path.ts'
import { changeQuestions, giveNewQuestions } from '../change-questions.ts'

export const changeQuestionsPage = page({
  path: paths.changeQuestions,
  access: needsRecentProof,
  audit: records(changeQuestions),
  load: async ({ services }: Context): Promise<QuestionLists | typeof notFound> =>
    services.agency.resetQuestions.length > 0 ? services.agency.resetQuestions : notFound,
  fields: { answers: answersField },
  view: ({ t, model: lists, form, context }) => ({
    title: t('recovery.own.questions.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.own.questions.title')}>
        {context.query.done === 'yes' && form.errors.length === 0 ? (
          <Alert kind="good" live>
            <p>{t('recovery.own.questions.done')}</p>
          </Alert>
        ) : null}
        <p>{t('recovery.own.questions.intro')}</p>
        <p class="usa-hint">{t('accounts.questions.tip')}</p>
        <FormShell action={paths.changeQuestions()} csrfToken={context.csrfToken()}>
          {lists.map((list, index) => (
            <QuestionPair key={index} t={t} form={form} agency={context.services.agency} number={index + 1} list={list} />
          ))}
          <Button>{t('accounts.questions.submit')}</Button>
        </FormShell>
      </FormPage>
    ),
  }),
  submit: {
    operation: giveNewQuestions,
    input: ({ answers }) => ({ answers }),
    shows: { 'no-recent-proof': () => seeOther(withNext(paths.signInAgain(), paths.changeQuestions())) },
    then: () => seeOther(`${paths.changeQuestions()}?done=yes`),
  },
})
