import { FormPage, languagesToWriteIn, needsRecentProof, ownAccount, withNext } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { choiceField, type Field, right, wrong } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, FormShell, RadioGroup } from '../../../ui/index.ts'
import { noticeWays } from '../person.ts'
import { ownPerson } from '../own-person.ts'
import { setPreferences } from '../set-preferences.ts'

type Model = Awaited<ReturnType<typeof load>>

const load = async (context: Context) => ({
  languages: languagesToWriteIn(context.services.agency),
  language: (await context.read(ownAccount, undefined))?.language ?? '',
  notices: (await context.read(ownPerson, {}))?.notices ?? 'electronic',
})

const languageField: Field<string, Model> = {
  echo: true,
  parse: (posted, name, { languages }) => {
    const value = postedText(posted, name)
    return languages.includes(value) ? right(value) : wrong(name, 'contact.preferences.language.empty')
  },
}

/** A language is written in itself: who looks for theirs need not read another one. */
const nameOf = (language: string) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

export const preferencesPage = page({
  path: paths.preferences,
  access: needsRecentProof,
  audit: records(setPreferences),
  load,
  fields: {
    language: languageField,
    notices: choiceField(noticeWays, { empty: 'contact.preferences.notices.empty' }),
  },
  view: ({ t, model, form, context }) => ({
    title: t('contact.preferences.title'),
    body: (
      <FormPage t={t} form={form} title={t('contact.preferences.title')}>
        <FormShell action={paths.preferences()} csrfToken={context.csrfToken()}>
          <RadioGroup
            name="language"
            label={t('contact.preferences.language')}
            hint={t('contact.preferences.language.about')}
            options={model.languages.map((value) => ({ value, label: nameOf(value) }))}
            value={form.value('language') || model.language}
            error={form.error('language')}
          />
          <RadioGroup
            name="notices"
            label={t('contact.preferences.notices')}
            options={noticeWays.map((value) => ({ value, label: t(`contact.preferences.notices.${value}`) }))}
            value={form.value('notices') || model.notices}
            error={form.error('notices')}
          />
          <Button>{t('contact.save')}</Button>
        </FormShell>
      </FormPage>
    ),
  }),
  submit: {
    operation: setPreferences,
    input: ({ language, notices }) => ({ language, notices }),
    shows: { 'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)) },
    then: () => seeOther(`${paths.contact()}?done=preferences`),
  },
})
