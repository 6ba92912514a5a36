import type { ComponentChildren } from 'preact'
import type { Context, FormState } from '../../platform/http/page.ts'
import { textField } from '../../platform/http/field.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { maskedPhone } from '../../platform/phone-number.ts'
import { Alert, Button, ButtonRow, Card, CodeField, FormShell } from '../../ui/index.ts'
import { codeMinutes } from '../one-time-password/challenge.ts'
import type { CodeStanding } from '../one-time-password/code-standing.ts'

export const codeFields = { code: textField({ empty: 'second-factor.empty', most: 40 }) }

type Standing = { t: Text; standing: CodeStanding }

type CodeFormProps = Standing & {
  form: FormState
  context: Context
  /** Where the code is posted, and where another is asked for. */
  action: string
  againAction: string
  /** The code proves a phone: it went there alone. */
  isProof?: boolean
}

const shown = (phone: string | null) => (phone ? maskedPhone(phone) : '')

function sentWords({ t, standing, isProof }: Standing & { isProof: boolean }) {
  const { channel, sentAt, email, phone } = standing
  if (channel === 'app') return t('second-factor.to.app')
  if (!channel || !sentAt) return t('accounts.code.not-sent')
  const to = t(`second-factor.to.${isProof && channel === 'sms' ? 'proof' : channel}`, { email, phone: shown(phone) })
  return `${to} ${t('accounts.code.sent', { time: t.time(sentAt), minutes: codeMinutes })}`
}

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

/** A text message that will not come is said at once, with what to do instead. */
function TextFailed({ t, standing: { textFailure, phone } }: Standing) {
  if (!textFailure) return null
  const why = textFailure === 'stopped' || textFailure === 'not-a-mobile' ? textFailure : 'other'
  return (
    <Alert kind="warn" live>
      <p>
        {t('second-factor.text-failed', { phone: shown(phone) })} {t(`second-factor.text-failed.${why}`)}{' '}
        {t('second-factor.text-failed.then')}
      </p>
    </Alert>
  )
}

/** The question for a **Secure One-time Password**, and the way to another one, in a form of its own. */
export function CodeForm({ t, form, context, standing, action, againAction, isProof = false }: CodeFormProps) {
  const csrfToken = context.csrfToken()
  const isApp = standing.channel === 'app'
  return (
    <>
      <SentNotice t={t} sent={context.query.sent} />
      <TextFailed t={t} standing={standing} />
      <p>{sentWords({ t, standing, isProof })}</p>
      <Card plate>
        <FormShell action={action} csrfToken={csrfToken}>
          <CodeField
            name="code"
            label={t('accounts.code.label')}
            hint={t(isApp ? 'second-factor.hint.app' : 'accounts.code.hint')}
            value={form.value('code')}
            error={form.error('code')}
          />
          <Button>{t('accounts.code.submit')}</Button>
        </FormShell>
      </Card>
      {isApp ? null : (
        <FormShell action={againAction} csrfToken={csrfToken}>
          <p class="usa-hint">{t(standing.channel === 'sms' ? 'second-factor.again-hint.sms' : 'accounts.code.again-hint')}</p>
          <Button look="quiet">{t('accounts.code.request')}</Button>
        </FormShell>
      )}
    </>
  )
}

type OtherWaysProps = Standing & {
  context: Context
  /** Where another way is asked for. */
  action: string
  /** Ways that are no codes: the passkey, where the account has one; the backup code. Each a paragraph. */
  children?: ComponentChildren
}

/** A chosen way that fails offers every other one that the account has. */
export function OtherWays({ t, standing: { otherWays, otherPhone }, context, action, children }: OtherWaysProps) {
  return (
    <section class="stack">
      <h2>{t('second-factor.other.title')}</h2>
      {otherWays.length > 0 ? (
        <FormShell action={action} csrfToken={context.csrfToken()}>
          <ButtonRow>
            {otherWays.map((way) => (
              <Button key={way} look="quiet" name="way" value={way}>
                {t(`second-factor.other.${way}`, { phone: shown(otherPhone) })}
              </Button>
            ))}
          </ButtonRow>
        </FormShell>
      ) : null}
      {children}
    </section>
  )
}

/** What each refusal of a code says; the pages that ask for one differ in what can be done after five. */
export const codeRefusals = {
  'code-wrong': { at: 'code', key: 'accounts.code.wrong' },
  'app-code-wrong': { at: 'code', key: 'second-factor.app-wrong' },
  'app-code-used': { at: 'code', key: 'second-factor.app-used' },
  'code-expired': { at: 'code', key: 'accounts.code.expired' },
  'no-code': { at: 'code', key: 'accounts.code.none' },
  'codes-wait': { at: 'code', key: 'accounts.code.wait' },
  'tries-used': { at: 'code', key: 'accounts.code.tries-used' },
} as const
