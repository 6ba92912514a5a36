import type { ComponentChildren } from 'preact'
import type { Text } from '../../platform/i18n/text.ts'
import { Key, WayShortcuts } from '../shortcuts/shortcut-links.tsx'
import { keyOf } from '../shortcuts/shortcuts.ts'

/** The parts of a file in the order of the page, each with the key that leads to it. */
const parts = ['facts', 'status', 'notes', 'messages', 'history', 'answers', 'people', 'documents'] as const

export type FilePartName = (typeof parts)[number]

/** A name of its own: `status` alone is the id of a field. */
const idOf = (name: FilePartName) => `part-${name}`

/** One part of the file, which the contents lead to. */
export const FilePart = ({ name, children }: { name: FilePartName; children: ComponentChildren }) => (
  <div id={idOf(name)} class="file-part" tabIndex={-1}>
    {children}
  </div>
)

/**
 * What the file holds and the way to each part, kept in sight on wide screens. The keys are the browser's own access keys:
 * they need no script, and none acts without the browser's modifier (WCAG 2.1.4).
 */
export function FileContents({ t, summary, without = [] }: { t: Text; summary: ComponentChildren; without?: readonly FilePartName[] }) {
  return (
    <nav class="file-contents" aria-label={t('work.file.contents')}>
      <p class="file-summary">{summary}</p>
      <ul>
        {parts
          .filter((name) => !without.includes(name))
          .map((name) => (
            <li key={name}>
              <a href={`#${idOf(name)}`} accesskey={keyOf(name)}>
                {t(`work.file.part.${name}`)}
              </a>{' '}
              <Key of={name} />
            </li>
          ))}
        <WayShortcuts t={t} place="file" />
      </ul>
    </nav>
  )
}
