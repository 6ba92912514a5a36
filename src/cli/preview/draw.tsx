import { loadAgency } from '../../agency/index.ts'
import { assetsFolder } from '../../app/settle-assets.ts'
import { dayHere, formFaults, FormPreview, rulesTried } from '../../filing/index.ts'
import { systemClock } from '../../platform/clock.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { assetsFrom } from '../../ui/index.ts'
import { untriedFaults } from '../forms.ts'
import type { Asked, Said } from './drawing.ts'
import { previewDocument } from './preview-document.tsx'
import { unreadableTexts } from './unreadable-texts.ts'

// A process of its own for each state of the files: what is loaded once stays loaded, and a writer changes files.
const [pack = '', form = '', edition = '', language = ''] = process.argv.slice(2)
const unreadable = unreadableTexts(pack)
if (unreadable.length > 0) throw new Error(unreadable.join('\n'))
const agency = await loadAgency(pack)
if (!agency.definitions.get(form)?.has(edition)) throw new Error(`forms.ts: the catalogue does not list ${form} with the edition ${edition} yet`)
const t = textOf(language, agency.timeZone)
const assets = assetsFrom(assetsFolder)
const today = dayHere(agency, systemClock.now())
let faults: readonly string[] = formFaults(agency, today, form)

const draw = ({ person, news, version }: Omit<Asked, 'id'>) =>
  previewDocument({
    t,
    title: `${form} ${edition}`,
    assets,
    version,
    news,
    body: <FormPreview agency={agency} t={t} form={form} edition={edition} person={person} today={today} faults={faults} />,
  })

const send = (said: Said) => process.send?.(said)

process.on('message', (asked: Asked) => {
  try {
    send({ id: asked.id, html: draw(asked) })
  } catch (fault) {
    send({ id: asked.id, fault: String(fault instanceof Error ? fault.stack : fault) })
  }
})
process.on('disconnect', () => process.exit(0))
send({ id: 0, html: draw({ news: { fault: null, types: null }, version: 0 }) })

/** The page is asked for and stands before this is looked for: it takes seconds for a large form, and finds something in few. */
const afterMs = 500
setTimeout(() => {
  const more = untriedFaults(rulesTried(agency, today, form))
  if (more.length === 0) return
  faults = [...faults, ...more]
  send('more-faults')
}, afterMs)
