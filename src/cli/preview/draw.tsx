import { loadAgency } from '../../agency/index.ts'
import { assetsFolder } from '../../app/settle-assets.ts'
import { dayHere, formFaults, FormPreview } from '../../filing/index.ts'
import { systemClock } from '../../platform/clock.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { assetsFrom } from '../../ui/index.ts'
import { previewDocument } from './preview-document.tsx'
import type { Asked, Drawn } from './drawing.ts'

// A process of its own for each state of the files: what is loaded once stays loaded, and a writer changes files.
const [pack = '', form = '', edition = '', language = '', version = ''] = process.argv.slice(2)
const agency = await loadAgency(pack)
const t = textOf(language, agency.timeZone)
const assets = assetsFrom(assetsFolder)
const today = dayHere(agency, systemClock.now())
const faults = formFaults(agency, today, form)

const draw = ({ person, fault }: Asked) =>
  previewDocument({
    t,
    title: `${form} ${edition}`,
    assets,
    version: Number(version),
    fault,
    body: <FormPreview agency={agency} t={t} form={form} edition={edition} person={person} today={today} faults={faults} />,
  })

const send = (drawn: Drawn) => process.send?.(drawn)

process.on('message', (asked: Asked) => {
  try {
    send({ id: asked.id, html: draw(asked) })
  } catch (fault) {
    send({ id: asked.id, fault: String(fault instanceof Error ? fault.stack : fault) })
  }
})
process.on('disconnect', () => process.exit(0))
send({ id: 0, html: draw({ id: 0, fault: null }) })
