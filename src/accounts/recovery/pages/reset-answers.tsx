import { agencyText } from '../../../agency/index.ts'
import { normalAnswer } from '../../../platform/crypto/normalise.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { type Field, type FieldError, right, textField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, Card, FormShell, TextField } from '../../../ui/index.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { reload } from '../../pages/go-on.ts'
import { resetting } from '../../sessions/access.ts'
import { type GivenAnswers, giveAnswers, keepAnswersGiven, tryAnswers } from '../give-answers.ts'
import type { ResetStanding } from '../reset-standing.ts'
import { mayTake } from '../reset-way.ts'
import { standingFor } from './standing-for.ts'
import { WaysOut } from './ways-out.tsx'

const answerText = textField({ empty: 'recovery.questions.empty', most: 200 })
const nameOf = (index: number) => `answer-${index + 1}`

/** Both answers as they are compared; what is missing is named at once. */
const answersField: Field<GivenAnswers, ResetStanding> = {
  echo: true,
  parse(posted, _name, { questions }) {
    const errors: FieldError[] = []
    const answers: Record<string, string> = {}
    for (const [index, question] of questions.entries()) {
      const typed = answerText.parse(posted, nameOf(index), undefined)
      if (!typed.ok) {
        errors.push(...typed.errors)
        continue
      }
      const answer = normalAnswer(typed.value)
      if (answer) answers[question] = answer
      else errors.push({ at: nameOf(index), key: 'recovery.questions.empty' })
    }
    return errors.length > 0 ? { ok: false, errors } : right(answers)
  },
}

export const resetAnswersPage = page({
  path: paths.resetAnswers,
  access: resetting,
  audit: records(tryAnswers, keepAnswersGiven),
  load: (context: Context) => standingFor('questions', context),
  fields: { answers: answersField },
  view: ({ t, model: { questions, facts }, form, context }) => ({
    title: t('recovery.questions.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.questions.title')}>
        <p>{t('recovery.questions.intro')}</p>
        <Card plate>
          <FormShell action={paths.resetAnswers()} csrfToken={context.csrfToken()}>
            {questions.map((question, index) => (
              <TextField
                key={question}
                name={nameOf(index)}
                label={agencyText(context.services.agency, t, 'reset-questions', `reset-question.${question}`)}
                value={form.value(nameOf(index))}
                error={form.error(nameOf(index))}
                autocomplete="off"
                spellcheck={false}
              />
            ))}
            <Button>{t('recovery.questions.submit')}</Button>
          </FormShell>
        </Card>
        {mayTake('backup-code', facts) ? (
          <p>
            <a href={paths.resetBackupCode()}>{t('recovery.questions.use-backup')}</a>
          </p>
        ) : null}
        <WaysOut t={t} />
      </FormPage>
    ),
  }),
  submit: {
    operation: giveAnswers,
    input: ({ answers }) => ({ answers }),
    shows: {
      'answers-wrong': { at: nameOf(0), key: 'recovery.questions.wrong' },
      'tries-used': { at: nameOf(0), key: 'recovery.questions.tries-used' },
      'tries-used-today': { at: nameOf(0), key: 'recovery.questions.tries-used-today' },
      'reset-elsewhere': reload,
    },
    then: () => seeOther(paths.resetPassword()),
  },
})
