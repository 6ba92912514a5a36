import { agencyText, type AgencyPack, type FormEntry, leavingPath } from '../../agency/index.ts'
import type { UsualTime } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/index.ts'
import { atHandFor } from '../catalogue/at-hand.ts'
import type { FormWords } from '../catalogue/forms.ts'
import { sizeOf } from '../catalogue/form-size.ts'
import { usualTimeWords } from '../catalogue/usual-time-words.ts'
import type { EvidenceRule, FormDefinition } from '../definition/definition.ts'
import { conditionWords } from '../journey/condition-words.ts'

type Reader = { t: Text; agency: AgencyPack; entry: FormEntry }
type Defined = { definition: FormDefinition; words: FormWords }

/** When a document is asked for, in the form's own words or in those of the questions that it hangs on. */
function whenAsked({ definition, words }: Defined, { id, when }: EvidenceRule): string | undefined {
  if (when === undefined) return undefined
  return words.find(`evidence.${id}.when`) ?? conditionWords(words, definition, when)
}

function Documents({ rules, ...defined }: Defined & { rules: readonly EvidenceRule[] }) {
  const { t, get } = defined.words
  return (
    <ul>
      {rules.map((rule) => {
        const condition = whenAsked(defined, rule)
        return (
          <li key={rule.id}>
            {get(`evidence.${rule.id}.document`)}
            {rule.required ? null : <span class="muted"> {t('catalogue.evidence.optional')}</span>}
            {condition === undefined ? null : (
              <span class="muted">
                <br />
                {t('catalogue.evidence.when', { condition })}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The documents that a form may ask for: those of everybody, and those that hang on the answers, each with its “when”. */
export function WhatToBring({ definition, words }: Defined) {
  const { t } = words
  const always = definition.evidence.filter(({ when }) => when === undefined)
  const depends = definition.evidence.filter(({ when }) => when !== undefined)
  return (
    <Card title={t('filing.form.evidence')}>
      {definition.evidence.length === 0 ? <p>{t('filing.form.evidence-none')}</p> : null}
      {always.length === 0 ? null : (
        <>
          <h3>{t('catalogue.evidence.always')}</h3>
          <Documents definition={definition} words={words} rules={always} />
        </>
      )}
      {depends.length === 0 ? null : (
        <>
          <h3>{t('catalogue.evidence.depends')}</h3>
          <p class="muted">{t('catalogue.evidence.depends-lead')}</p>
          <Documents definition={definition} words={words} rules={depends} />
        </>
      )}
    </Card>
  )
}

/** How much there is to fill in, counted from the described people, and how long a decision has taken. */
export function HowLong({ t, agency, entry, usual, day, filed }: Reader & { usual: UsualTime | null; day: string; filed: Defined | null }) {
  const size = filed && sizeOf(filed.definition, day)
  return (
    <Card title={t('catalogue.how-long')}>
      {size ? (
        <p>{t('catalogue.size', { questions: size.questions.middle, pages: size.pages.middle, least: size.questions.least, most: size.questions.most })}</p>
      ) : null}
      <p>{usualTimeWords(t, agency, entry, usual)}</p>
      <p class="muted">{t('catalogue.usual.note')}</p>
      <p>
        <a href={paths.processingTimes()}>{t('catalogue.usual.all')}</a>
      </p>
    </Card>
  )
}

/** What to look for before starting, so that nobody has to stop in the middle. */
export function AtHand({ definition, words }: Defined) {
  const { t } = words
  const { numbers, lists } = atHandFor(definition)
  if (numbers.length + lists.length === 0) return null
  return (
    <Card title={t('catalogue.at-hand')}>
      <p>{t('catalogue.at-hand.lead')}</p>
      <ul>
        {numbers.map((kind) => (
          <li key={kind}>{t(`catalogue.at-hand.${kind}`)}</li>
        ))}
        {lists.map((list) => (
          <li key={list.id}>{t('catalogue.at-hand.list', { list: words.get(`${list.id}.label`) })}</li>
        ))}
      </ul>
    </Card>
  )
}

/** Whether a form can be used from abroad, in a few words. */
export const abroadWords = (t: Text, { abroad = 'some' }: FormEntry): string => t(`catalogue.abroad.${abroad}`)

/** For who is outside the country: whether the form can be used from there, and whom to ask. */
export function FromAbroad({ t, agency, entry }: Reader) {
  const own = agency.text(t.language, 'agency', `form.${entry.code}.abroad`)
  return (
    <section id="abroad" class="card">
      <h2>{t('catalogue.abroad')}</h2>
      <p>{abroadWords(t, entry)}.</p>
      {own === undefined ? null : <p>{t.source(own)}</p>}
      <p>
        {agencyText(agency, t, 'agency', `link.${agency.consulates.id}.about`)}{' '}
        <a href={leavingPath(agency.consulates.id)}>{agencyText(agency, t, 'agency', `link.${agency.consulates.id}.name`)}</a>
      </p>
      <p>{agencyText(agency, t, 'agency', 'agency.check')}</p>
    </section>
  )
}
