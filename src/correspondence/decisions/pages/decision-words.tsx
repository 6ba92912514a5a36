import { type AgencyPack, agencyText, formId, leavingPath } from '../../../agency/index.ts'
import { formShortTitle } from '../../../cases/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { InstantText } from '../../../ui/index.ts'
import { citeOf } from '../grounds.ts'
import type { OpenWay } from '../ways-on.ts'

type Shown = { t: Text; agency: AgencyPack }

/** Why it was decided so, each with the law it rests on. */
export function Grounds({ t, agency, grounds }: Shown & { grounds: readonly string[] }) {
  if (grounds.length === 0) return null
  return (
    <>
      <h3>{t('decisions.grounds')}</h3>
      <ul>
        {grounds.map((code) => (
          <li key={code}>
            {agencyText(agency, t, 'decisions', `ground.${code}`)} <span class="muted">{t('decisions.cite', { cite: citeOf(agency, code) })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the officer wrote to the person, with its lines. */
export function WordsToPerson({ t, words }: { t: Text; words: string }) {
  if (words === '') return null
  return (
    <>
      <h3>{t('decisions.words')}</h3>
      <p class="preserved" dir="auto">
        {words}
      </p>
    </>
  )
}

function Until({ t, way }: { t: Text; way: OpenWay }) {
  if (way.dueAt)
    return (
      <p>
        <strong>{t('decisions.until')}</strong> <InstantText t={t} at={way.dueAt} />
      </p>
    )
  if (way.days === undefined) return null
  return <p>{t('decisions.within', { days: way.days, mailed: way.days + (way.mailedExtraDays ?? 0) })}</p>
}

/** What the person may still do: each way with its form, its last moment and its law. `isPreview`: shown in the office, which has no leaving page. */
export function WaysOn({ t, agency, ways, isPreview = false }: Shown & { ways: readonly OpenWay[]; isPreview?: boolean }) {
  return (
    <div class="stack">
      {ways.map((way) => (
        <section key={way.id}>
          <h3>{agencyText(agency, t, 'decisions', `way.${way.id}.title`)}</h3>
          <p>{agencyText(agency, t, 'decisions', `way.${way.id}.about`)}</p>
          <Until t={t} way={way} />
          {way.form ? (
            <p>
              {isPreview ? (
                t('decisions.form', { form: formShortTitle(agency, t, way.form) })
              ) : (
                <a href={leavingPath(formId(way.form))}>{t('decisions.form', { form: formShortTitle(agency, t, way.form) })}</a>
              )}
            </p>
          ) : null}
          {way.cite ? <p class="muted">{way.cite}</p> : null}
        </section>
      ))}
    </div>
  )
}
