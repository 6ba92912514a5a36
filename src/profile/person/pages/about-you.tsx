import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Card, SummaryList } from '../../../ui/index.ts'
import { showANumber } from '../../a-number.ts'
import { wholeName } from '../names.ts'
import type { OwnPerson } from '../own-person.ts'

const Said = ({ words, about }: { words: string; about: string }) => (
  <>
    <bdi>{words}</bdi>
    <br />
    <span class="usa-hint">{about}</span>
  </>
)

/** What a person states of themselves: each thing with how far it is proven, and the way to change it. */
export function AboutYou({ t, own }: { t: Text; own: OwnPerson }) {
  const { names, dateOfBirth, aNumber, proven } = own
  const whole = names ? <bdi>{wholeName(names)}</bdi> : t('person.names.none')
  const further = [
    ['person.names.own-script', names?.ownScript] as const,
    ['person.names.called', names?.called] as const,
    ['person.names.others', names?.others.join(', ')] as const,
  ].flatMap(([question, answer]) => (answer ? [{ question: t(question), answer: <bdi>{answer}</bdi> }] : []))
  const born = dateOfBirth ? (
    <Said words={t.day(dateOfBirth)} about={t(proven.dateOfBirth ? 'person.born.known' : 'person.born.stated')} />
  ) : (
    t('person.born.none')
  )
  const number = aNumber ? (
    <Said words={showANumber(aNumber)} about={t(proven.aNumber ? 'person.a-number.proven' : 'person.a-number.stated')} />
  ) : (
    t('person.a-number.none')
  )
  return (
    <Card title={t('person.title')}>
      <SummaryList
        t={t}
        rows={[
          { question: t('person.names'), answer: whole, change: paths.names() },
          ...further,
          { question: t('person.born'), answer: born, ...(proven.dateOfBirth ? {} : { change: paths.dateOfBirth() }) },
          { question: t('person.a-number'), answer: number, ...(proven.aNumber ? {} : { change: paths.aNumber() }) },
        ]}
      />
    </Card>
  )
}
