import type { Text } from '../../platform/i18n/text.ts'
import {
  AddressFields,
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  CheckboxGroup,
  CodeField,
  DateField,
  EmailField,
  FileField,
  FormShell,
  Panel,
  PasswordField,
  PrintButton,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  WhyWeAsk,
} from '../index.ts'
import { type Sample, sampleIn } from './sample.ts'

function TextFields({ t, s }: { t: Text; s: Sample }) {
  return (
    <>
      <TextField name="family-name" label={s('family-name')} hint={s('family-hint')} autocomplete="family-name" />
      <TextField
        name="middle-name"
        label={s('family-name')}
        note={t('ui.optional')}
        width={14}
        shownWhen={{ control: 'reason-kind', value: 'wrong', is: true }}
      />
      <TextField name="receipt" label={s('receipt')} hint={s('receipt-hint')} value="IOE9012345677" numeric width={24} />
      <EmailField name="email" label={s('email')} value="maria@" error={s('email-error')} />
      <PasswordField
        t={t}
        name="password"
        label={s('password')}
        hint={s('password-hint')}
        error={s('password-error')}
        autocomplete="new-password"
      />
      <CodeField name="code" label={s('code')} />
      <TextArea name="reason" label={s('reason')} />
    </>
  )
}

function Choices({ s }: { s: Sample }) {
  const reasons = [
    { value: 'lost', label: s('why-lost') },
    { value: 'wrong', label: s('why-wrong'), hint: s('why-wrong-hint') },
  ]
  const ways = [
    { value: 'email', label: s('send-email') },
    { value: 'sms', label: s('send-sms') },
  ]
  const questions = [{ value: 'a', label: s('question-a') }]
  return (
    <>
      <RadioGroup name="reason-kind" label={s('why')} options={reasons} value="wrong" />
      <RadioGroup name="reason-missing" label={s('why')} options={reasons} error={s('why-error')} />
      <CheckboxGroup name="send" label={s('send')} options={ways} values={['email']} />
      <Select name="question" label={s('question')} options={questions} prompt={s('question-prompt')} />
      <Select name="chosen" label={s('question')} options={questions} value="a" />
    </>
  )
}

function Dates({ t, s }: { t: Text; s: Sample }) {
  const wrong = { month: '2', day: '30', year: '1987' }
  return (
    <>
      <DateField t={t} name="born" label={s('birth')} hint={s('birth-hint')} birthday />
      <DateField t={t} name="born-wrong" label={s('birth')} value={wrong} error={s('birth-error')} />
    </>
  )
}

function Files({ t, s }: { t: Text; s: Sample }) {
  const file = { t, label: s('passport'), accept: 'image/jpeg,image/png', kinds: s('file-kinds'), mostBytes: 12e6 }
  return (
    <>
      <FileField {...file} name="passport" hint={s('passport-hint')} />
      <FileField {...file} name="passport-wrong" error={s('file-error')} />
    </>
  )
}

function Buttons({ t, s }: { t: Text; s: Sample }) {
  return (
    <ButtonRow>
      <Button>{s('save')}</Button>
      <ButtonLink href="#main" look="quiet">
        {s('cancel')}
      </ButtonLink>
      <Button look="danger">{s('delete')}</Button>
      <Button look="plain">{s('start-over')}</Button>
      <PrintButton t={t} />
    </ButtonRow>
  )
}

/** Every field in every state, in one form. */
export function GalleryFields({ t }: { t: Text }) {
  const s = sampleIn(t)
  const states = [{ value: 'IL', label: s('office-name') }]
  const countries = [{ value: 'US', label: s('office-name') }]
  const address = { t, legend: s('mailing'), name: 'mailing', value: () => '', error: () => undefined, states, countries }
  return (
    <FormShell class="card form" action="#main" csrfToken="token">
      <TextFields t={t} s={s} />
      <Panel title={s('tip')}>
        <p>{s('tip-text')}</p>
      </Panel>
      <WhyWeAsk t={t}>{s('why-text')}</WhyWeAsk>
      <Choices s={s} />
      <Dates t={t} s={s} />
      <AddressFields {...address} />
      <Files t={t} s={s} />
      <Alert kind="warn">{s('warn')}</Alert>
      <Buttons t={t} s={s} />
    </FormShell>
  )
}
