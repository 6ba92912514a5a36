import { seeOther } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/field.ts'
import { page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, Card, CodeField, FormShell, TextField } from '../../../ui/index.ts'
import { AppSetup } from '../../pages/app-setup.tsx'
import { codeFields } from '../../pages/code-form.tsx'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { beginApp, proveNewApp } from '../add-app.ts'
import { appToProve } from '../app-to-prove.ts'
import { appsMost } from '../authenticator-app.ts'
import { appNameMost, codesAfter, proveAgainFor, tooOften } from './factor-words.ts'

/** **Add an authentication app**: first its name, so that the key is made by a press and not by looking. */
export const addAppPage = page({
  path: paths.addApp,
  access: needsRecentProof,
  audit: records(beginApp),
  fields: { name: textField({ empty: 'second-factor.add-app.name-empty', most: appNameMost }) },
  view: ({ t, form, context }) => ({
    title: t('second-factor.add-app.title'),
    body: (
      <FormPage t={t} form={form} title={t('second-factor.add-app.title')}>
        <p>{t('second-factor.add-app.intro')}</p>
        <Card plate>
          <FormShell action={paths.addApp()} csrfToken={context.csrfToken()}>
            <TextField
              name="name"
              label={t('second-factor.add-app.name')}
              hint={t('second-factor.add-app.name-hint')}
              value={form.value('name')}
              error={form.error('name')}
              autocomplete="off"
            />
            <Button>{t('second-factor.add-app.go-on')}</Button>
          </FormShell>
        </Card>
        <p>
          <a href={paths.codeChannel()}>{t('second-factor.back-to-codes')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: beginApp,
    input: ({ name }) => ({ name }),
    shows: {
      'no-recent-proof': proveAgainFor(paths.addApp()),
      'too-many-apps': { at: 'name', key: 'second-factor.add-app.too-many', values: { most: appsMost } },
      'too-many-attempts': tooOften,
    },
    then: () => seeOther(paths.proveApp()),
  },
})

/** The key of the new app, and its first code. */
export const proveAppPage = page({
  path: paths.proveApp,
  access: needsRecentProof,
  audit: records(proveNewApp),
  load: async (context) => (await context.read(appToProve, undefined)) ?? seeOther(paths.addApp()),
  fields: codeFields,
  view: ({ t, model: app, form, context }) => ({
    title: t('second-factor.add-app.title'),
    body: (
      <FormPage t={t} form={form} title={t('second-factor.add-app.title')}>
        <AppSetup t={t} app={app} />
        <p>{t('second-factor.add-app.prove')}</p>
        <Card plate>
          <FormShell action={paths.proveApp()} csrfToken={context.csrfToken()}>
            <CodeField
              name="code"
              label={t('accounts.code.label')}
              hint={t('second-factor.hint.app')}
              value={form.value('code')}
              error={form.error('code')}
            />
            <Button>{t('accounts.code.submit')}</Button>
          </FormShell>
        </Card>
        <p>
          <a href={paths.codeChannel()}>{t('second-factor.back-to-codes')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: proveNewApp,
    input: ({ code }) => ({ code }),
    shows: {
      'no-recent-proof': proveAgainFor(paths.proveApp()),
      'no-app': () => seeOther(paths.addApp()),
      'app-code-wrong': { at: 'code', key: 'second-factor.app-wrong' },
    },
    then: () => codesAfter('app-added'),
  },
})
