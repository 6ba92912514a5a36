import { FormPage, signedIn } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, FormShell, RadioGroup, TextArea, TextField } from '../../../ui/index.ts'
import { nameOrders, namesField, otherNamesMost, type PersonNames } from '../names.ts'
import { ownPerson } from '../own-person.ts'
import { setNames } from '../set-names.ts'

interface NamesFormProps {
  t: Text
  form: FormState
  kept: PersonNames | null
  csrfToken: string
}

function NamesForm({ t, form, kept, csrfToken }: NamesFormProps) {
  const isTyped = form.errors.length > 0 || form.parked
  const part = (name: string, keptValue = '') => ({
    name,
    value: isTyped ? form.value(name) : keptValue,
    error: form.error(name),
  })
  const optional = t('ui.optional')
  return (
    <FormShell action={paths.names()} csrfToken={csrfToken}>
      <TextField
        {...part('given', kept?.given)}
        label={t('person.names.given')}
        hint={t('person.names.given.hint')}
        autocomplete="given-name"
        spellcheck={false}
      />
      <TextField
        {...part('family', kept?.family)}
        label={t('person.names.family')}
        hint={t('person.names.family.hint')}
        autocomplete="family-name"
        spellcheck={false}
      />
      <RadioGroup
        {...part('order', kept?.order ?? 'given-first')}
        label={t('person.names.order')}
        options={nameOrders.map((value) => ({ value, label: t(`person.names.order.${value}`) }))}
      />
      <TextField
        {...part('own-script', kept?.ownScript)}
        label={t('person.names.script')}
        hint={t('person.names.script.hint')}
        note={optional}
        autocomplete="off"
        spellcheck={false}
      />
      <TextField
        {...part('called', kept?.called)}
        label={t('person.names.called.label')}
        hint={t('person.names.called.hint')}
        note={optional}
        autocomplete="nickname"
        spellcheck={false}
      />
      <TextArea
        {...part('others', kept?.others.join('\n'))}
        label={t('person.names.others.label')}
        hint={t('person.names.others.hint', { most: otherNamesMost })}
        note={optional}
        rows={3}
      />
      <Button>{t('person.save')}</Button>
    </FormShell>
  )
}

export const namesPage = page({
  path: paths.names,
  access: signedIn,
  audit: records(setNames),
  load: (context: Context) => context.read(ownPerson, {}),
  loadsToShow: true,
  fields: { names: namesField },
  view: ({ t, model: own, form, context }) => ({
    title: t('person.names.title'),
    body: (
      <FormPage t={t} form={form} title={t('person.names.title')}>
        <p>{t('person.names.intro')}</p>
        <NamesForm t={t} form={form} kept={own?.names ?? null} csrfToken={context.csrfToken()} />
        <p class="usa-hint">{t('person.names.not-cases')}</p>
      </FormPage>
    ),
  }),
  submit: {
    operation: setNames,
    input: ({ names }) => names,
    shows: {},
    then: () => seeOther(`${paths.profile()}?done=names`),
  },
})
