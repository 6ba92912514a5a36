import { FormPage } from '../../accounts/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { page, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { officePaths } from '../../platform/paths.ts'
import { qrDrawing } from '../../platform/qr.ts'
import { Button, Card, CodeField, FormShell, TrustedDrawing } from '../../ui/index.ts'
import { appToAdd } from '../enrolment/enrolment.ts'
import { proveApp } from '../enrolment/prove-app.ts'
import { codeFields } from './code-field.ts'

/** In groups of four, so that it can be typed. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

export const enrolAppPage = page({
  path: officePaths.enrolCode,
  access: anyone,
  audit: records(proveApp),
  load: async (context) => {
    const { token } = context.params
    return (await context.read(appToAdd, { token })) ?? seeOther(officePaths.enrol({ token }))
  },
  fields: codeFields,
  view: ({ t, model: app, form, context }) => ({
    title: t('officer.enrol.app.title'),
    body: (
      <FormPage t={t} form={form} title={t('officer.enrol.app.title')}>
        <p>{t('officer.enrol.app.intro')}</p>
        <Card>
          <p>{t('officer.enrol.app.scan')}</p>
          <TrustedDrawing svg={qrDrawing(app.uri)} label={t('officer.enrol.app.picture')} />
          <p>{t('officer.enrol.app.type')}</p>
          <p>
            {t('officer.enrol.app.key')}: <code dir="ltr">{inGroups(app.secret)}</code>
          </p>
        </Card>
        <Card plate>
          <FormShell action={officePaths.enrolCode({ token: context.params.token })} csrfToken={context.csrfToken()}>
            <CodeField
              name="code"
              label={t('officer.code.label')}
              hint={t('officer.enrol.app.hint')}
              value={form.value('code')}
              error={form.error('code')}
            />
            <Button>{t('officer.submit')}</Button>
          </FormShell>
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: proveApp,
    input: ({ code }, { params }) => ({ token: params.token, code }),
    shows: {
      'code-wrong': { at: 'code', key: 'officer.code.wrong' },
      'link-not-usable': ({ params }) => seeOther(officePaths.enrol({ token: params.token })),
    },
    then: ({ secret }, context) => {
      context.startSession(secret)
      return seeOther(officePaths.front())
    },
  },
})
