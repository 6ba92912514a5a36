import { page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { digits, keyOf, placesWithArrows, placesWithDigits, type ShortcutPlace, shortcutPlaces } from './shortcuts.ts'

const places = Object.keys(shortcutPlaces) as ShortcutPlace[]

const browsers = ['windows', 'firefox', 'mac'] as const

function KeysOf({ t, place }: { t: Text; place: ShortcutPlace }) {
  const keys = shortcutPlaces[place].map((name) => [<kbd key="key">{keyOf(name)}</kbd>, t(`shortcuts.does.${name}`)])
  const cases = placesWithDigits.includes(place) ? [[<kbd key="key">{digits}</kbd>, t('shortcuts.does.digits')]] : []
  const arrows = placesWithArrows.includes(place) ? [[<kbd key="key">↓ ↑</kbd>, t('shortcuts.does.arrows')]] : []
  return <Table caption={t(`shortcuts.place.${place}`)} head={[t('shortcuts.key'), t('shortcuts.does')]} rows={[...keys, ...cases, ...arrows]} />
}

/** `/shortcuts`: which keys lead where, and how a browser presses them. */
export const shortcutsPage = page({
  path: officePaths.shortcuts,
  access: staffWho('see-queues'),
  audit: recordsNothing('it is the same for everybody'),
  view: ({ t }) => ({
    title: t('shortcuts.title'),
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('shortcuts.title') }]} />
        <h1>{t('shortcuts.title')}</h1>
        <p class="lead">{t('shortcuts.lead')}</p>
        <h2>{t('shortcuts.how')}</h2>
        <ul>
          {browsers.map((name) => (
            <li key={name}>{t(`shortcuts.how.${name}`)}</li>
          ))}
        </ul>
        <p>{t('shortcuts.how.alone')}</p>
        <h2>{t('shortcuts.which')}</h2>
        {places.map((place) => (
          <KeysOf key={place} t={t} place={place} />
        ))}
      </div>
    ),
  }),
})
