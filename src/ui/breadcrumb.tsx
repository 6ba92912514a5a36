import type { Text } from '../platform/i18n/text.ts'
import { Icon } from './icon.tsx'

/** `language`: the words are in another than the page. */
export type Crumb = { words: string; href?: string; language?: string }

/** The way up from here; the last crumb is this page and no link. */
export function Breadcrumb({ t, trail }: { t: Text; trail: readonly Crumb[] }) {
  return (
    <nav class="usa-breadcrumb" aria-label={t('ui.breadcrumb')}>
      <ol class="usa-breadcrumb__list">
        {trail.map(({ words, href, language }, index) => (
          <li key={words} class="usa-breadcrumb__list-item" aria-current={href ? undefined : 'page'}>
            {index > 0 ? <Icon name="next" /> : null}
            {href ? (
              <a class="usa-breadcrumb__link" href={href}>
                {words}
              </a>
            ) : (
              <span lang={language}>{words}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
