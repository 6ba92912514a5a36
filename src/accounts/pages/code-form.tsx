import type { Context, FormState } from '../../platform/http/page.ts'
import { textField } from '../../platform/http/field.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Alert, Button, Card, CodeField, FormShell } from '../../ui/index.ts'
import { codeMinutes } from '../one-time-password/challenge.ts'
import type { CodeStanding } from '../one-time-password/code-standing.ts'

export const codeFields = { code: textField({ empty: 'accounts.code.empty', most: 40 }) }

type CodeFormProps = {
  t: Text
  form: FormState
  context: Context
  standing: CodeStanding
  /** Where the code is posted, and where another is asked for. */
  action: string
  againAction: string
}

const sentWords = (t: Text, { sentAt }: CodeStanding) =>
  sentAt ? t('accounts.code.sent', { time: t.time(sentAt), minutes: codeMinutes }) : t('accounts.code.not-sent')

function SentNotice({ t, sent }: { t: Text; sent: string | undefined }) {
  if (sent === 'again')
    return (
      <Alert kind="good" live>
        <p>{t('accounts.code.requested')}</p>
      </Alert>
    )
  if (sent !== 'too-many') return null
  return (
    <Alert kind="warn" live>
      <p>{t('accounts.code.too-many-sent')}</p>
    </Alert>
  )
}

/** The question for a **Secure One-time Password**, and the way to another one, in a form of its own. */
export function CodeForm({ t, form, context, standing, action, againAction }: CodeFormProps) {
  const csrfToken = context.csrfToken()
  return (
    <>
      <SentNotice t={t} sent={context.query.sent} />
      <p>{sentWords(t, standing)}</p>
      <Card plate>
        <FormShell action={action} csrfToken={csrfToken}>
          <CodeField
            name="code"
            label={t('accounts.code.label')}
            hint={t('accounts.code.hint')}
            value={form.value('code')}
            error={form.error('code')}
          />
          <Button>{t('accounts.code.submit')}</Button>
        </FormShell>
      </Card>
      <FormShell action={againAction} csrfToken={csrfToken}>
        <p class="usa-hint">{t('accounts.code.again-hint')}</p>
        <Button look="quiet">{t('accounts.code.request')}</Button>
      </FormShell>
    </>
  )
}

/** What each refusal of a code says; the three pages that ask for one differ in what can be done after five. */
export const codeRefusals = {
  'code-wrong': { at: 'code', key: 'accounts.code.wrong' },
  'code-expired': { at: 'code', key: 'accounts.code.expired' },
  'no-code': { at: 'code', key: 'accounts.code.none' },
  'codes-wait': { at: 'code', key: 'accounts.code.wait' },
  'tries-used': { at: 'code', key: 'accounts.code.tries-used' },
} as const

export const noStanding: CodeStanding = { sentAt: null, canBeGiven: false, triesUsed: false }
