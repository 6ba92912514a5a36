import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { normalAnswer } from '../../platform/crypto/normalise.ts'
import { type Field, type FieldError, type Parsed, right, textField, wrong } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import { postedText, type Posted } from '../../platform/http/posted.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, FormShell, Select, TextField } from '../../ui/index.ts'
import { signUpStep } from '../sessions/access.ts'
import { type ResetAnswer, resetQuestionsRecord, setResetQuestions } from '../sign-up/set-reset-questions.ts'
import { FormPage } from './form-page.tsx'
import { goOn, reload } from './go-on.ts'

export type QuestionLists = AgencyPack['resetQuestions']

const answerText = textField({ empty: 'accounts.questions.answer-nothing', most: 200, optional: true })

/** Reads question and answer number `number`; answers are kept as they are compared later. */
function parsePair(posted: Posted, number: number, list: readonly string[]): Parsed<ResetAnswer> {
  const [questionName, answerName] = [`question-${number}`, `answer-${number}`]
  const question = list.find((each) => each === postedText(posted, questionName))
  const typed = answerText.parse(posted, answerName, undefined)
  if (!typed.ok) return typed
  const answer = normalAnswer(typed.value)
  const errors: FieldError[] = []
  if (!question) errors.push({ at: questionName, key: 'accounts.questions.question-empty', values: { number } })
  if (!typed.value) errors.push({ at: answerName, key: 'accounts.questions.answer-empty', values: { number } })
  else if (!answer) errors.push({ at: answerName, key: 'accounts.questions.answer-nothing', values: { number } })
  return question && answer ? right({ question, answer }) : { ok: false, errors }
}

/** Five different questions with their answers; everything that is missing is named at once. */
export const answersField: Field<ResetAnswer[], QuestionLists> = {
  echo: true,
  parse(posted, _name, lists) {
    const pairs = lists.map((list, index) => parsePair(posted, index + 1, list))
    const errors = pairs.flatMap((pair) => (pair.ok ? [] : pair.errors))
    if (errors.length > 0) return { ok: false, errors }
    const answers = pairs.flatMap((pair) => (pair.ok ? [pair.value] : []))
    const twice = answers.findIndex(({ question }, index) => answers.findIndex((each) => each.question === question) < index)
    return twice < 0 ? right(answers) : wrong(`question-${twice + 1}`, 'accounts.questions.twice', { number: twice + 1 })
  },
}

type PairProps = { t: Text; form: FormState; agency: AgencyPack; number: number; list: readonly string[] }

export function QuestionPair({ t, form, agency, number, list }: PairProps) {
  const [questionName, answerName] = [`question-${number}`, `answer-${number}`]
  return (
    <>
      <Select
        name={questionName}
        label={t('accounts.questions.question', { number })}
        prompt={t('accounts.questions.prompt')}
        options={list.map((value) => ({
          value,
          label: agencyText(agency, t, 'reset-questions', `reset-question.${value}`),
        }))}
        value={form.value(questionName)}
        error={form.error(questionName)}
      />
      <TextField
        name={answerName}
        label={t('accounts.questions.answer', { number })}
        value={form.value(answerName)}
        error={form.error(answerName)}
        autocomplete="off"
      />
    </>
  )
}

export const resetQuestionsPage = page({
  path: paths.resetQuestions,
  access: signUpStep('reset-questions'),
  audit: records(resetQuestionsRecord),
  load: async ({ services }: Context) => services.agency.resetQuestions,
  fields: { answers: answersField },
  view: ({ t, model: lists, form, context }) => ({
    title: t('accounts.questions.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.questions.title')} step={{ name: 'reset-questions', rules: context.services.agency }}>
        <p>{t('accounts.questions.intro')}</p>
        <p class="usa-hint">{t('accounts.questions.tip')}</p>
        <FormShell action={paths.resetQuestions()} csrfToken={context.csrfToken()}>
          {lists.map((list, index) => (
            <QuestionPair key={index} t={t} form={form} agency={context.services.agency} number={index + 1} list={list} />
          ))}
          <Button>{t('accounts.questions.submit')}</Button>
        </FormShell>
      </FormPage>
    ),
  }),
  submit: {
    operation: setResetQuestions,
    input: ({ answers }) => ({ answers }),
    shows: { 'step-done': reload },
    then: goOn,
  },
})
