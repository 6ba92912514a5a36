import { seeOther } from '../../../../platform/http/answer.ts'
import { choicesField, type Field, right, wrong } from '../../../../platform/http/field.ts'
import { page, records } from '../../../../platform/http/page.ts'
import { anyone } from '../../../../platform/http/visit.ts'
import type { Text } from '../../../../platform/i18n/text.ts'
import { paths } from '../../../../platform/paths.ts'
import { Alert, Button, Card, CheckboxGroup, EmailField, FormShell } from '../../../../ui/index.ts'
import { emailField } from '../../../email-address.ts'
import { FormPage } from '../../../pages/form-page.tsx'
import { askForRecovery } from '../ask-for-recovery.ts'
import { delayHours, type Losable, losable, openHours } from '../recovery-request.ts'

const chosen = choicesField(losable)

const lostField: Field<Losable[]> = {
  echo: true,
  parse(posted, name, model) {
    const read = chosen.parse(posted, name, model)
    if (!read.ok) return read
    return read.value.length > 0 ? right(read.value) : wrong(name, 'recovery.ask.lost.empty')
  },
}

const sentPath = () => `${paths.recovery()}?sent=yes`

function GoOn({ t }: { t: Text }) {
  return (
    <p>
      {t.rich('recovery.ask.continue', {
        hours: delayHours,
        link: (words) => <a href={paths.continueRecovery()}>{words}</a>,
      })}
    </p>
  )
}

/** Says the same whether the address is known, a request was begun, one ran already, or too many were asked for. */
function Sent({ t }: { t: Text }) {
  return (
    <>
      <h1>{t('recovery.ask.sent.title')}</h1>
      <Alert kind="info" live>
        <p>{t('recovery.ask.sent')}</p>
        <p>{t('recovery.ask.sent.next', { hours: delayHours, open: openHours })}</p>
      </Alert>
      <GoOn t={t} />
    </>
  )
}

function HowItGoes({ t }: { t: Text }) {
  return (
    <>
      <h2>{t('recovery.ask.how')}</h2>
      <ol>
        <li>{t('recovery.ask.how.1')}</li>
        <li>{t('recovery.ask.how.2', { hours: delayHours })}</li>
        <li>{t('recovery.ask.how.3')}</li>
        <li>{t.rich('recovery.ask.how.4', { link: (words) => <a href={paths.contactSupport()}>{words}</a> })}</li>
      </ol>
    </>
  )
}

export const recoveryPage = page({
  path: paths.recovery,
  access: anyone,
  audit: records(askForRecovery),
  fields: { email: emailField, lost: lostField },
  view: ({ t, form, context }) => {
    if (context.query.sent === 'yes') return { title: t('recovery.ask.sent.title'), body: <Sent t={t} /> }
    return {
      title: t('recovery.ask.title'),
      body: (
        <FormPage t={t} form={form} title={t('recovery.ask.title')}>
          <p>{t('recovery.ask.intro')}</p>
          <HowItGoes t={t} />
          <Card plate>
            <FormShell action={paths.recovery()} csrfToken={context.csrfToken()}>
              <EmailField name="email" label={t('accounts.email.label')} value={form.value('email')} error={form.error('email')} />
              <CheckboxGroup
                name="lost"
                label={t('recovery.ask.lost')}
                hint={t('recovery.ask.lost.hint')}
                options={losable.map((value) => ({ value, label: t(`recovery.ask.lost.${value}`) }))}
                values={form.values('lost')}
                error={form.error('lost')}
              />
              <Button>{t('recovery.ask.submit')}</Button>
            </FormShell>
          </Card>
          <GoOn t={t} />
        </FormPage>
      ),
    }
  },
  submit: {
    operation: askForRecovery,
    input: ({ email, lost }, { t }) => ({ email, lost, language: t.language }),
    shows: { 'too-many-attempts': () => seeOther(sentPath()) },
    then: () => seeOther(sentPath()),
  },
})
