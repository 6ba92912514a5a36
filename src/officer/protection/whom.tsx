import { textField } from '../../platform/http/field.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { RadioGroup } from '../../ui/index.ts'
import type { PersonHere } from './protection-file.ts'

/** The case by itself, among the people who can be chosen. */
const caseAlone = 'case'

export const whomField = textField({ empty: 'protection.whom.empty', most: 60 })

/** The account that was chosen; null: the case alone. */
export const whomOf = (chosen: string): string | null => (chosen === caseAlone ? null : chosen)

type Who = Pick<PersonHere, 'account' | 'role'>

export const roleWords = (t: Text, { role }: Pick<Who, 'role'>): string => t(`officer.case.people.role.${role}`)

/** A person of the case, with all their cases; or the case alone. */
export const WhomChoice = ({ t, form, people, id }: { t: Text; form: FormState; people: readonly Who[]; id: string }) => (
  <RadioGroup
    name="whom"
    id={id}
    label={t('protection.whom')}
    options={[
      ...people.map((person) => ({ value: person.account, label: t('protection.whom.person', { role: roleWords(t, person) }) })),
      { value: caseAlone, label: t('protection.whom.case') },
    ]}
    value={form.value('whom') || (people[0]?.account ?? caseAlone)}
    error={form.error('whom')}
  />
)
