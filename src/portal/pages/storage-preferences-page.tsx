import { seeOther } from '../../platform/http/answer.ts'
import { choicesField } from '../../platform/http/field.ts'
import { type Context, page, procedure, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, CheckboxGroup, ErrorSummary, FormShell } from '../../ui/index.ts'
import { keepPreferences, type OptionalKind, optionalKinds, preferencesOf } from '../storage-preferences.ts'

const keepChoice = procedure({
  refusals: [],
  call: async (context: Context, chosen: readonly OptionalKind[]) => {
    keepPreferences(context, chosen)
    return { ok: true as const, output: chosen }
  },
})

/** What is not a choice: always on, or not used at all. */
function Fixed({ t, kind }: { t: Text; kind: 'essential' | 'advertising' }) {
  return (
    <>
      <h2>{t(`portal.storage.${kind}.title`)}</h2>
      <p>{t(`portal.storage.${kind}.about`)}</p>
    </>
  )
}

export const storagePreferencesPage = page({
  path: paths.storagePreferences,
  access: anyone,
  audit: recordsNothing('The choice is kept on the device alone'),
  fields: { storage: choicesField(optionalKinds) },
  view: ({ t, form, context }) => ({
    title: t('portal.storage.title'),
    body: (
      <>
        <ErrorSummary t={t} errors={form.errors} />
        <h1>{t('portal.storage.title')}</h1>
        {context.query.saved === 'yes' ? (
          <Alert kind="good" live>
            {t('portal.storage.saved')}
          </Alert>
        ) : null}
        <p>{t('portal.storage.intro')}</p>
        <Card>
          <Fixed t={t} kind="essential" />
          <Fixed t={t} kind="advertising" />
          <FormShell action={paths.storagePreferences()} csrfToken={context.csrfToken()}>
            <CheckboxGroup
              name="storage"
              label={t('portal.storage.choose')}
              values={preferencesOf(context)}
              options={optionalKinds.map((kind) => ({
                value: kind,
                label: t(`portal.storage.${kind}.title`),
                hint: t(`portal.storage.${kind}.about`),
              }))}
            />
            <Button>{t('portal.storage.save')}</Button>
          </FormShell>
        </Card>
        <p>{t('portal.storage.effect')}</p>
      </>
    ),
  }),
  submit: {
    operation: keepChoice,
    input: ({ storage }) => storage,
    shows: {},
    then: () => seeOther(`${paths.storagePreferences()}?saved=yes`),
  },
})
