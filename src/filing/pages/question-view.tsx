import { Alert, FieldGroup, Panel, WhyWeAsk } from '../../ui/index.ts'
import type { Condition, Question } from '../definition/definition.ts'
import { hintOf } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import { wordsOf } from '../definition/wording.ts'
import { labelWords } from '../journey/words.ts'
import { ControlView } from './control-view.tsx'
import type { Shown } from './shown.ts'

type QuestionProps = {
  shown: Shown
  question: Question
  /** Asked only because of another answer on this page: hidden while that answer is not given, where a script can. */
  follows: boolean
  /** What the answers as saved say together that the person should look at. */
  warnings: readonly string[]
  /** Where the answer shown is known from, when the person has not saved it yet. */
  origin?: string | undefined
  /** The reason for it stands open: for who looks the form over. */
  whyOpen?: boolean
}

/** A condition simple enough for a script: one control of the page has one value. */
function whenShown(condition: Condition | undefined) {
  if (condition === undefined || !('is' in condition) || condition.part !== undefined) return undefined
  return { control: condition.answer, value: String(condition.is), is: true }
}

function Controls({ shown, question, follows }: QuestionProps) {
  const controls = kindOf(question).controls(question)
  const shownWhen = follows ? whenShown(question.when) : undefined
  const [only, ...more] = controls
  if (only && more.length === 0) return <ControlView shown={shown} control={only} shownWhen={shownWhen} />
  const { t, texts } = shown.words
  return (
    <FieldGroup
      name={question.id}
      id={question.id}
      label={labelWords(t, texts, question)}
      hint={wordsOf(t, texts, hintOf(question))}
      note={question.optional ? t('ui.optional') : undefined}
      shownWhen={shownWhen}
    >
      {controls.map((control) => (
        <ControlView key={control.name} shown={shown} control={control} />
      ))}
    </FieldGroup>
  )
}

/** One question with its tip and the reason for it. */
export function QuestionView(props: QuestionProps) {
  const { shown, question, warnings, origin, whyOpen = false } = props
  const { t } = shown.words
  const tip = wordsOf(t, shown.words.texts, { form: `${question.id}.tip` })
  const why = wordsOf(t, shown.words.texts, { form: `${question.id}.why` })
  return (
    <div class="stack">
      <Controls {...props} />
      {origin ? <p class="offered">{origin}</p> : null}
      {warnings.map((warning) => (
        <Alert key={warning} kind="warn" title={t('filing.page.look-again')}>
          {warning}
        </Alert>
      ))}
      {tip ? (
        <Panel title={t('filing.page.tip')}>
          <p>{tip}</p>
        </Panel>
      ) : null}
      {why ? (
        <WhyWeAsk t={t} open={whyOpen}>
          <p>{why}</p>
        </WhyWeAsk>
      ) : null}
    </div>
  )
}
