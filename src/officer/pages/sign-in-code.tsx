import { FormPage } from '../../accounts/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { page, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, CodeField, FormShell } from '../../ui/index.ts'
import { passwordGiven } from '../sessions/access.ts'
import { ownPath, withNext } from '../sessions/next-path.ts'
import { giveCode, tryCode } from '../sign-in/give-code.ts'
import { codeFields } from './code-field.ts'

export const signInCodePage = page({
  path: officePaths.signInCode,
  access: passwordGiven,
  audit: records(tryCode),
  fields: codeFields,
  view: ({ t, form, context }) => ({
    title: t('officer.sign-in.code.title'),
    body: (
      <FormPage t={t} form={form} title={t('officer.sign-in.code.title')}>
        <p>{t('officer.sign-in.code.intro')}</p>
        <Card plate>
          <FormShell action={withNext(officePaths.signInCode(), context.query.next)} csrfToken={context.csrfToken()}>
            <CodeField
              name="code"
              label={t('officer.code.label')}
              hint={t('officer.sign-in.code.hint')}
              value={form.value('code')}
              error={form.error('code')}
            />
            <Button>{t('officer.submit')}</Button>
          </FormShell>
        </Card>
        <p>
          <a href={withNext(officePaths.signIn(), context.query.next)}>{t('officer.sign-in.code.start-again')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: giveCode,
    input: ({ code }) => ({ code }),
    shows: {
      'code-wrong': { at: 'code', key: 'officer.code.wrong' },
      'tries-used': { at: 'code', key: 'officer.sign-in.code.tries-used' },
      'codes-wait': { at: 'code', key: 'officer.sign-in.code.wait' },
      'no-sign-in': { at: 'code', key: 'officer.sign-in.code.none' },
    },
    then: ({ secret }, context) => {
      context.startSession(secret)
      return seeOther(ownPath(context.query.next) ?? officePaths.front())
    },
  },
})
