import { confirmPasswordField, FormPage, newPasswordField, type PasswordModel, rulesOf } from '../../accounts/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell, PasswordField } from '../../ui/index.ts'
import { enrolmentOf } from '../enrolment/enrolment.ts'
import { keepFirstPassword, setFirstPassword } from '../enrolment/set-password.ts'

type Enrolling = PasswordModel & { staff: { name: string; email: string } | null }

export const enrolPage = page({
  path: officePaths.enrol,
  access: anyone,
  audit: records(keepFirstPassword),
  load: async (context: Context<{ token: string }>): Promise<Enrolling> => {
    const staff = await context.read(enrolmentOf, { token: context.params.token })
    return { staff, rules: rulesOf(context.services.agency), own: staff ? [staff.name, staff.email] : [] }
  },
  fields: { password: newPasswordField, confirm: confirmPasswordField },
  view: ({ t, model: { staff, rules }, form, context }) => {
    if (!staff) return { title: t('officer.enrol.dead.title'), body: <DeadLink t={t} /> }
    const faults = form.errors.filter(({ at }) => at === 'password').map(({ message }) => message)
    return {
      title: t('officer.enrol.title'),
      body: (
        <FormPage t={t} form={form} title={t('officer.enrol.title')}>
          <p>{t('officer.enrol.intro', { name: staff.name })}</p>
          <Card plate>
            <FormShell action={officePaths.enrol({ token: context.params.token })} csrfToken={context.csrfToken()}>
              {/* Password managers keep the two together (WHATWG HTML, autofill). */}
              <input type="text" name="username" autocomplete="username" value={staff.email} hidden readOnly />
              <PasswordField
                t={t}
                name="password"
                label={t('officer.password.label')}
                hint={t(rules.composition ? 'officer.enrol.hint' : 'officer.enrol.hint-plain', {
                  least: rules.lengthMin,
                })}
                error={faults.join('. ') || undefined}
                autocomplete="new-password"
              />
              <PasswordField
                t={t}
                name="confirm"
                label={t('officer.password.confirm')}
                error={form.error('confirm')}
                autocomplete="new-password"
              />
              <Button>{t('officer.submit')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: setFirstPassword,
    input: ({ password }, { params }) => ({ token: params.token, password }),
    shows: { 'link-not-usable': ({ params }) => seeOther(officePaths.enrol({ token: params.token })) },
    then: ({ secret }, context) => {
      context.startSession(secret)
      return seeOther(officePaths.enrolCode({ token: context.params.token }))
    },
  },
})

/** One answer for a forged, an old, a replaced and a used link. */
function DeadLink({ t }: { t: Text }) {
  return (
    <>
      <h1>{t('officer.enrol.dead.title')}</h1>
      <p>{t('officer.enrol.dead.body')}</p>
      <p>{t.rich('officer.enrol.dead.sign-in', { link: (words) => <a href={officePaths.signIn()}>{words}</a> })}</p>
    </>
  )
}
