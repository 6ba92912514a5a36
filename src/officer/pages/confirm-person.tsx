import { FormPage, showOnlineAccountNumber } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { dayField, type Field, right, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { parseANumber } from '../../profile/index.ts'
import { Button, Card, DateField, FormShell, RadioGroup, TextField } from '../../ui/index.ts'
import { caseFile, type PersonOfCase } from '../case-file/case-file.ts'
import { confirmPerson } from '../case-file/confirm-person.ts'
import { staffWho } from '../sessions/access.ts'

const toCase = ({ params }: Pick<Context<{ receiptNumber: string }>, 'params'>) => seeOther(officePaths.case(params))

const typedNumber = textField({ empty: 'person.a-number.empty', most: 60, optional: true })

const aNumberField: Field<string | null> = {
  echo: true,
  parse(posted, name, model) {
    const text = typedNumber.parse(posted, name, model)
    if (!text.ok) return text
    if (text.value === '') return right(null)
    const read = parseANumber(text.value)
    return read.ok ? right(read.number) : { ok: false, errors: [{ at: name, key: `person.a-number.${read.error}` as MessageKey }] }
  },
}

const day = dayField({ empty: 'person.born.empty', impossible: 'person.born.impossible' })

const bornField: Field<Temporal.PlainDate | null> = {
  echo: true,
  parse: (posted, name, model) => {
    const isEmpty = ['month', 'day', 'year'].every((part) => postedText(posted, `${name}-${part}`).trim() === '')
    return isEmpty ? right(null) : day.parse(posted, name, model)
  },
}

const isOfCase = ({ role }: PersonOfCase) => role !== 'representative'

const choiceOf = (t: Text) => ({ account, role, onlineAccountNumber }: PersonOfCase) => ({
  value: account,
  label: t(`officer.case.people.role.${role}`),
  ...(onlineAccountNumber ? { hint: showOnlineAccountNumber(onlineAccountNumber) } : {}),
})

/** What the papers of a case prove of its person: opened from the file, whose reason for opening counts here too. */
export const confirmPersonPage = page({
  path: officePaths.confirmPerson,
  access: staffWho('change-status'),
  audit: records(confirmPerson),
  load: async (context: Context<{ receiptNumber: string }>) => {
    const file = await context.read(caseFile, context.params)
    if (!file) return notFound
    return file.state === 'open' ? file : toCase(context)
  },
  fields: {
    person: textField({ empty: 'person.office.who.empty', most: 60 }),
    number: aNumberField,
    born: bornField,
  },
  view: ({ t, model, form, context }) => {
    const part = (name: string) => form.value(`born-${name}`)
    const people = model.people.filter(isOfCase)
    return {
      title: t('person.office.title'),
      body: (
        <FormPage t={t} form={form} title={t('person.office.title')}>
          <p>{t('person.office.intro')}</p>
          <Card plate>
            <FormShell action={officePaths.confirmPerson(context.params)} csrfToken={context.csrfToken()}>
              <RadioGroup
                name="person"
                label={t('person.office.who')}
                options={people.map(choiceOf(t))}
                value={form.value('person') || (people.length === 1 ? people[0]?.account : '')}
                error={form.error('person')}
              />
              <TextField
                name="number"
                label={t('person.a-number.label')}
                note={t('ui.optional')}
                value={form.value('number')}
                error={form.error('number')}
                autocomplete="off"
                width={14}
                numeric
              />
              <DateField
                t={t}
                name="born"
                label={t('person.born')}
                note={t('ui.optional')}
                value={{ month: part('month'), day: part('day'), year: part('year') }}
                error={form.error('born-month')}
              />
              <Button>{t('person.office.submit')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: confirmPerson,
    input: ({ person, number, born }, { params }) => ({
      receiptNumber: params.receiptNumber,
      account: person,
      aNumber: number,
      dateOfBirth: born,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'not-on-case': { at: 'person', key: 'person.office.who.empty' },
      'nothing-given': { at: 'number', key: 'person.office.nothing' },
    },
    then: (_done, { params }) => seeOther(`${officePaths.case(params)}?confirmed=yes`),
  },
})
