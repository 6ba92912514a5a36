import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { keyOf, type ShortcutName, type ShortcutPlace, shortcutPlaces } from './shortcuts.ts'

/** The key beside what it leads to. */
export const Key = ({ of }: { of: ShortcutName }) => <kbd>{keyOf(of)}</kbd>

const ways = { queues: officePaths.queues, find: officePaths.cases, shortcuts: officePaths.shortcuts } as const

type Way = keyof typeof ways

const isWay = (name: ShortcutName): name is Way => Object.hasOwn(ways, name)

/** The ways from a place to other pages that have a key, as the places of a list. */
export const WayShortcuts = ({ t, place }: { t: Text; place: ShortcutPlace }) => (
  <>
    {shortcutPlaces[place].filter(isWay).map((name) => (
      <li key={name}>
        <a href={ways[name]()} accesskey={keyOf(name)}>
          {t(`shortcuts.way.${name}`)}
        </a>{' '}
        <Key of={name} />
      </li>
    ))}
  </>
)

/** The same on a page that has no contents of its own. */
export const ShortcutLinks = ({ t, place }: { t: Text; place: ShortcutPlace }) => (
  <nav class="key-ways" aria-label={t('shortcuts.ways')}>
    <ul>
      <WayShortcuts t={t} place={place} />
    </ul>
  </nav>
)
